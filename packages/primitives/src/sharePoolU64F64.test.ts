import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { U64F64 } from './fixed/formats.ts';
import { computeUpdateForAll } from './sharePool.ts';
import { computeShareValueU64F64, computeUpdateForOneU64F64, simUpdateForOneU64F64 } from './sharePoolU64F64.ts';

type Step = readonly [op: 'one' | 'all', key: number, update: string, sim: boolean, actual: string | null, value: string, denominator: string, share: string | null, values: readonly string[]];

const file = new URL('../../../fixtures/oracle-2025/pools-1.json.gz', import.meta.url);
const { share_pool: section } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as { share_pool: { cases: readonly (readonly Step[])[] } };

/** Every figure of one sequence on an empty pool of five keys. */
function replay(steps: readonly Step[]): unknown[] {
  const shares = Array.from({ length: 5 }, () => U64F64.zero);
  let pool = { sharedValue: 0n, denominator: U64F64.zero };
  return steps.map(([op, key, text]) => {
    const update = BigInt(text);
    const sim = simUpdateForOneU64F64(pool, update);
    let actual: bigint | null = null;
    if (op === 'all') {
      pool = { ...pool, sharedValue: computeUpdateForAll(pool.sharedValue, update) };
    } else {
      const { share, actualUpdate, ...rest } = computeUpdateForOneU64F64({ ...pool, share: shares[key]! }, update);
      [pool, actual, shares[key]] = [rest, actualUpdate, share];
    }
    const values = shares.map((share) => computeShareValueU64F64({ ...pool, share }).toString());
    const share = shares[key] === 0n ? null : String(shares[key]);
    return [op, key, text, sim, actual === null ? null : String(actual), String(U64F64.fromInt(pool.sharedValue)), String(pool.denominator), share, values];
  });
}

describe('share pool of May 2025, computed by upstream of that time', () => {
  it.each(section.cases.map((steps, i) => [i, steps] as const))('sequence %s', (_, steps) => expect(replay(steps)).toEqual(steps));
});
