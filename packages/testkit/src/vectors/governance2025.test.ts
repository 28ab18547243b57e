/** Proposals, votes and seats under the rules of May 2025, against upstream of that time. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createCrypto } from '@taonet/crypto';
import { expect, it } from 'vitest';
import { oracleRuntime2025 } from './scenario/oracleRuntime.ts';
import { replayScenario, type ScenarioFile } from './scenario.ts';

const file = new URL('../../../../fixtures/oracle-2025/governance-1.json.gz', import.meta.url);
const scenario = JSON.parse(gunzipSync(readFileSync(file)).toString()) as ScenarioFile;
const runtime = oracleRuntime2025(await createCrypto());

it('governance-1.json.gz', () => {
  const report = replayScenario(scenario, runtime);
  expect(report.mismatches).toEqual([]);
  expect([report.passed, report.unsupported]).toEqual([306, {}]);
});

it('notices a vote counted otherwise, and a seat given to another', () => {
  const first = (call: string): number => scenario.steps.findIndex((step) => step.op === 'call' && step.call === call && step.result === 'Ok');
  const touched = new Set([first('vote'), first('adjust_senate')]);
  const steps = scenario.steps.map((step, i) => (touched.has(i) && step.op === 'call' ? { ...step, diff: step.diff.map(([key, value]) => [key, value === null ? null : `${value.slice(0, -2)}ff`]) } : step)) as ScenarioFile['steps'];
  const { mismatches } = replayScenario({ ...scenario, steps }, runtime);
  expect([...touched].filter((i) => !mismatches.some(({ step }) => step === i))).toEqual([]);
});
