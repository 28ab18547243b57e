/** Section `share_pool` of May 2025: shares in U64F64. */

import { computeShareValueU64F64, computeUpdateForAll, computeUpdateForOneU64F64, simUpdateForOneU64F64, U64F64, type SharePoolU64F64 } from '@taonet/primitives';
import { outcome, type MathOutcome } from './replay.ts';

const KEYS = 5;

type ShareStep = readonly [
  op: 'one' | 'all', key: number, update: string, sim: boolean, actual: string | null, value: string, denominator: string, share: string | null, values: readonly string[],
];

export function replaySharePoolU64F64(cases: readonly (readonly ShareStep[])[]): MathOutcome[] {
  return cases.flatMap((steps, i) => {
    const shares = Array.from({ length: KEYS }, () => U64F64.zero);
    let pool: SharePoolU64F64 = { sharedValue: 0n, denominator: U64F64.zero };
    return steps.map(([op, key, text, ...after], at) => {
      const update = BigInt(text);
      const simulated = simUpdateForOneU64F64(pool, update);
      let actual: bigint | undefined;
      if (op === 'all') {
        pool = { ...pool, sharedValue: computeUpdateForAll(pool.sharedValue, update) };
      } else {
        const { share, actualUpdate, ...rest } = computeUpdateForOneU64F64({ ...pool, share: shares[key]! }, update);
        [pool, actual, shares[key]] = [rest, actualUpdate, share];
      }
      const share = shares[key] === 0n ? undefined : shares[key];
      const values = shares.map((each) => computeShareValueU64F64({ ...pool, share: each }));
      const got = [simulated, actual ?? null, U64F64.fromInt(pool.sharedValue), pool.denominator, share ?? null, values];
      return outcome(`share_pool/${i}/${at}`, after, got);
    });
  });
}
