/** Package testkit: canonical workloads and replays of recorded upstream behaviour. For tests, benches and tools only. */

export { createNumbers, namedAccount } from './workloads/numbers.ts';
export { E256_YUMA2, E256_YUMA3, E4096_YUMA2, E4096_YUMA3, epochInputOf, type EpochWorkload } from './workloads/epochInputs.ts';
