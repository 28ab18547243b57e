/** The heart of the weighted pool: scale · base^exponent. */

import { powRatioScaled, powRatioScaledOracle } from '@taonet/primitives';
import { createNumbers } from '@taonet/testkit';
import { medianNs, type Benchmark, type Figure } from './harness.ts';

const QUESTIONS = 200;
const WHOLE = 1_000_000_000_000_000_000n;

/** Swaps of up to a thousandth of a pool whose weights are near a half, as pools' weights are. */
function questions(precision: number, most: number) {
  const next = createNumbers(precision);
  return Array.from({ length: QUESTIONS }, () => {
    const reserve = BigInt(1 + next(2 ** 31)) * 1_000_000n;
    const baseWeight = WHOLE / 2n + BigInt(next(2 ** 31)) * 20_000_000n + 1n;
    return {
      baseNum: reserve, baseDen: reserve + (reserve * BigInt(1 + next(most))) / 1_000_000n,
      expNum: baseWeight, expDen: WHOLE - baseWeight, precision, scale: WHOLE,
    };
  });
}

function run(): Figure[] {
  const figures: Figure[] = [];
  for (const { precision, most, native } of [{ precision: 256, most: 1000, native: 0.28 }, { precision: 1024, most: 500_000, native: 1.87 }]) {
    const asked = questions(precision, most);
    const { ns, n } = medianNs(QUESTIONS, () => { for (const one of asked) powRatioScaled(one); });
    figures.push({ name: `pow_ratio_scaled, precision ${precision}`, value: ns / 1e6, unit: 'ms', n, goal: 0.05, anchor: `native ${native} ms` });
    const exact = medianNs(20, () => { for (const one of asked.slice(0, 20)) powRatioScaledOracle(one); }, { warmUp: 1, rounds: 3 });
    figures.push({ name: `pow_ratio_scaled, precision ${precision}, exact form`, value: exact.ns / 1e6, unit: 'ms', n: exact.n, anchor: `native ${native} ms` });
  }
  return figures;
}

export const pow: Benchmark = { name: 'pow', what: 'pow_ratio_scaled with pool-like arguments', run };
