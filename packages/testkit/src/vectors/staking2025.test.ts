/** Stake calls under the rules of May 2025, against upstream of that time: results, events and storage, call by call. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createCrypto } from '@taonet/crypto';
import { describe, expect, it } from 'vitest';
import { oracleRuntime2025 } from './scenario/oracleRuntime.ts';
import { replayScenario, type ScenarioFile } from './scenario.ts';

const folder = new URL('../../../../fixtures/oracle-2025/', import.meta.url);
const read = (name: string): ScenarioFile => JSON.parse(gunzipSync(readFileSync(new URL(name, folder))).toString()) as ScenarioFile;

describe('stake calls of May 2025', () => {
  it.each(['staking-1.json.gz', 'staking-2.json.gz'])('%s', async (name) => {
    const runtime = oracleRuntime2025(await createCrypto());
    const report = replayScenario(read(name), runtime, (step) => step.op === 'call');
    expect(report.mismatches).toEqual([]);
    expect([report.passed, report.unsupported]).toEqual([190, {}]);
  });
});
