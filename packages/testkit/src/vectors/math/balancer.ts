/** Section `balancer`: the weighted pool's formulas. */

import { computeAlphaNeededForTao, computeAmountInToPrice, computePrice, computeQuoteWeightForInjection, computeRemainingShare } from '@taonet/pools';
import { U64F64 } from '@taonet/primitives';
import { outcome, type MathOutcome } from './replay.ts';

type BalancerCase = Readonly<Record<string, string | boolean | null>>;

export function replayBalancer(cases: readonly BalancerCase[]): MathOutcome[] {
  return cases.flatMap((row, i) => Object.entries(figures(row)).map(([name, got]) => outcome(`balancer/${i}/${name}`, row[name], got)));
}

function figures(row: BalancerCase): Record<string, unknown> {
  const int = (name: string): bigint => BigInt(row[name] as string);
  const pool = { taoReserveRao: int('tao'), alphaReserveRao: int('alpha'), quoteWeight: int('quote') };
  const price = U64F64.fromBits(int('price'));
  const weight = computeQuoteWeightForInjection(pool, { taoDeltaRao: int('dtao'), alphaDeltaRao: int('dalpha') });
  return {
    price: computePrice(pool),
    'exp_base_quote(alpha,d)': computeRemainingShare(pool, 'sell', int('d')),
    'exp_quote_base(tao,d)': computeRemainingShare(pool, 'buy', int('d')),
    'base_needed_for_quote(tao,alpha,d)': computeAlphaNeededForTao(pool, int('d')),
    'quote_delta_in(price,up,tao)': computeAmountInToPrice(pool, 'buy', price, U64F64.fromBits(int('up'))),
    'base_delta_in(price,dn,alpha)': computeAmountInToPrice(pool, 'sell', price, U64F64.fromBits(int('dn'))),
    updated: weight !== undefined,
    newQuote: weight ?? pool.quoteWeight,
  };
}
