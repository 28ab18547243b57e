/** Package testkit: canonical workloads and replays of recorded upstream behaviour. For tests, benches and tools only. */

export { createNumbers, namedAccount } from './workloads/numbers.ts';
export { E256_YUMA2, E256_YUMA3, E4096_YUMA2, E4096_YUMA3, epochInputOf, type EpochWorkload } from './workloads/epochInputs.ts';
export { W1, W64, WORKLOAD_BLOCK, workloadState, writeSubnets, type SubnetsWorkload } from './workloads/subnets.ts';
export { replayMath, unsupportedMath, type MathFile, type MathOutcome } from './vectors/math.ts';
export { replayEpoch } from './vectors/epoch.ts';
export { compareMetadata } from './vectors/metadata.ts';
export { replayApi, viewOfState } from './vectors/api.ts';
export { replayScenario, type ScenarioFile, type ScenarioMismatch, type ScenarioReport, type ScenarioRuntime } from './vectors/scenario.ts';
export { ERRORS_273 } from './vectors/scenario/names273.ts';
export { oracleRuntime, oracleRuntime2025, SPEC_OF_MAY_2025 } from './vectors/scenario/oracleRuntime.ts';
export { replayGenesis, type GenesisFile } from './vectors/genesis.ts';
export { replayTrace, type TraceFile, type TraceOptions, type TraceMismatch, type TraceReport } from './vectors/trace.ts';
export { replayWeights, type WeightCheck, type WeightsFile } from './vectors/weights.ts';
