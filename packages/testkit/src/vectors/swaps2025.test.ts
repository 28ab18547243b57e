/** Key swaps, takes, refusals and the validity of transactions under the rules of May 2025, against upstream of that time. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createCrypto } from '@taonet/crypto';
import { describe, expect, it } from 'vitest';
import { oracleRuntime2025 } from './scenario/oracleRuntime.ts';
import { replayScenario, type ScenarioFile, type ScenarioRuntime } from './scenario.ts';

const folder = new URL('../../../../fixtures/oracle-2025/', import.meta.url);
const read = (name: string): ScenarioFile => JSON.parse(gunzipSync(readFileSync(new URL(name, folder))).toString()) as ScenarioFile;
const runtimeOf = async (): Promise<ScenarioRuntime> => oracleRuntime2025(await createCrypto());

describe('swaps and refusals of May 2025', () => {
  it.each([['swaps-1.json.gz', 45], ['refusals-1.json.gz', 284]] as const)('%s', async (name, steps) => {
    const report = replayScenario(read(name), await runtimeOf());
    expect(report.mismatches).toEqual([]);
    expect([report.passed, report.unsupported]).toEqual([steps, {}]);
  });

  it('notices another priority, another longevity and another reason to refuse a transaction', async () => {
    const file = read('refusals-1.json.gz');
    const signed = file.steps.flatMap((step) => (step.op === 'call' && step.validity ? [step] : []));
    const valid = signed.filter(({ validity }) => 'priority' in validity!);
    const [first, second] = valid.map(({ i }) => i);
    const third = signed.find(({ validity }) => 'invalid' in validity!)!.i;
    const steps = file.steps.map((step) => {
      if (step.i === first) return { ...step, validity: { priority: '7', longevity: '18446744073709551615' } };
      if (step.i === second) return { ...step, validity: { priority: '18446744073709551615', longevity: '3' } };
      return step.i === third ? { ...step, validity: { invalid: 'Custom(9)', scale: '000709' } } : step;
    }) as ScenarioFile['steps'];
    const { mismatches } = replayScenario({ ...file, steps }, await runtimeOf());
    expect(mismatches.map(({ step, kind }) => [step, kind])).toEqual([first!, second!, third].sort((a, b) => a - b).map((i) => [i, 'validity']));
  });

  it('has nothing to say of transactions that no signer sends', async () => {
    const file = read('refusals-1.json.gz');
    const calls = file.steps.flatMap((step) => (step.op === 'call' && step.validity === null ? [step.origin] : []));
    expect(new Set(calls)).toEqual(new Set(['root', 'none']));
  });
});
