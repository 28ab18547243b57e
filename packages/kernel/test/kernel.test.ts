import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createCrypto } from '@taonet/crypto';
import { E256_YUMA2, E256_YUMA3, epochInputOf, oracleRuntime, replayEpoch, replayScenario, replayTrace, type ScenarioFile, type TraceFile } from '@taonet/testkit';
import { computeEpoch, type EpochStage } from '@taonet/yuma';
import { expect, test } from 'vitest';
import { createEpochKernel } from '../src/index.ts';

const kernel = createEpochKernel();
const fixture = (path: string): unknown => JSON.parse(gunzipSync(readFileSync(new URL(`../../../fixtures/${path}.json.gz`, import.meta.url))).toString());

test('upstream’s epochs come out of the kernel', () => {
  const results = replayEpoch(fixture('epoch-vectors'), kernel);
  expect(results.filter(({ ok }) => !ok)).toEqual([]);
  expect(results).toHaveLength(160 * 11);
});

test.each([['Yuma 2', E256_YUMA2], ['Yuma 3 with liquid alpha', E256_YUMA3]])('256 neurons, 64 validators, %s', (_, workload) => {
  const input = epochInputOf(workload);
  for (const bondsPenaltyU16 of [0, 30_000, 65_535]) {
    const one = { ...input, bondsPenaltyU16 };
    expect(kernel(one)).toEqual(computeEpoch(one));
  }
});

test('memory grows for a large epoch and serves small ones after it', () => {
  const large = epochInputOf({ neurons: 1500, validators: 40, yuma: 3 });
  const small = epochInputOf({ neurons: 20, validators: 5, yuma: 2 });
  const fresh = createEpochKernel();
  for (const input of [small, large, small]) expect(fresh(input)).toEqual(computeEpoch(input));
});

test.each(['emission-1', 'emission-2', 'weights-1'])('scenario %s has upstream’s storage with the kernel in the runtime', async (name) => {
  const epochs: number[] = [];
  const runtime = oracleRuntime(await createCrypto(), (input) => {
    epochs.push(input.neuronCount);
    return kernel(input);
  });
  const report = replayScenario(fixture(`oracle/${name}`) as ScenarioFile, runtime);
  expect(report.mismatches).toEqual([]);
  expect(epochs.length).toBeGreaterThan(0);
});

test('a trace of upstream’s blocks has its roots with the kernel in the runtime', async () => {
  const trace = fixture('runtime/trace-b-1-25') as TraceFile;
  const report = replayTrace(trace, await createCrypto(), { epochKernel: kernel });
  expect(report.mismatches).toEqual([]);
  expect(report.passed).toBe(trace.blocks.length);
});

test('a recorder hears the oracle', () => {
  const stages: EpochStage[] = [];
  kernel(epochInputOf({ neurons: 20, validators: 5, yuma: 3 }), { record: (stage) => void stages.push(stage) });
  expect(stages).toContain('alphas');
});
