/** Blocks, epochs, weights and children under the rules of May 2025, against upstream of that time: results, events and storage, step by step. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createCrypto } from '@taonet/crypto';
import { describe, expect, it } from 'vitest';
import { replayMath, type MathFile } from './math.ts';
import { oracleRuntime2025 } from './scenario/oracleRuntime.ts';
import { replayScenario, type ScenarioFile } from './scenario.ts';

const folder = new URL('../../../../fixtures/oracle-2025/', import.meta.url);
const read = (name: string): unknown => JSON.parse(gunzipSync(readFileSync(new URL(`${name}.json.gz`, folder))).toString());

/** Calls of weights, children and commitments. */
const CALLS = /weights|set_children|set_childkey_take|set_commitment/;

describe('what the chain of May 2025 did by itself, and calls on weights and children', () => {
  it.each([
    ['emission-1', 38, 0, 28], ['emission-2', 38, 0, 34], ['emission-3', 38, 0, 30],
    ['epoch-1', 26, 26, 58], ['epoch-2', 26, 26, 68],
    ['weights-1', 27, 0, 98], ['weights-2', 27, 0, 105],
    ['crv3-1', 28, 0, 48],
  ] as const)('%s', async (name, blocks, epochs, calls) => {
    const file = read(name) as ScenarioFile;
    const runtime = oracleRuntime2025(await createCrypto());
    const count = { block: 0, epoch: 0, call: 0 };
    const report = replayScenario(file, runtime, (step) => {
      const isOurs = step.op === 'block' || step.op === 'epoch' || (step.op === 'call' && CALLS.test(step.call));
      if (isOurs) count[step.op] += 1;
      return isOurs;
    });
    expect(report.mismatches).toEqual([]);
    expect(report.unsupported).toEqual({});
    expect(report.passed).toBe(count.block + count.epoch + count.call);
    expect(count).toEqual({ block: blocks, epoch: epochs, call: calls });
  });
});

describe('figures of May 2025', () => {
  const json = read('epochMath-1') as MathFile;
  for (const [section, figures] of [['moving_price', 120], ['epoch_math', 420], ['block_emission', 413], ['transcendental_I32F32', 1200]] as const) {
    it(section, () => {
      const outcomes = replayMath({ spec: json['spec'], [section]: json[section] });
      expect(outcomes).toHaveLength(figures);
      expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    });
  }
});
