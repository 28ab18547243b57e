/** Pools of concentrated liquidity as a client sees them, and prices as ticks. */

import { checkedSqrt, RAO_PER_TAO, U64F64 } from '@taonet/primitives';
import { computeInitialization, limitPriceOfRao, sqrtPriceToTickBounded, tickToSqrtPriceBounded, type ConcentratedPool, type Position, type Tick } from '@taonet/pools';
import type { Reads } from '@taonet/sdk';
import { ValidationError } from '../../failure.ts';

/** Kind of pool of the chain; refuses: ValidationError where there is but one */
export async function poolKindOf(reads: Reads): Promise<string> {
  ensureChoice(reads);
  return (await reads.query.Rules.Active()).pool;
}

/** refuses: ValidationError on chains whose rules cannot be chosen; on others the chain itself refuses while its pools hold no positions */
export function ensureChoice({ runtime }: Reads): void {
  if (!runtime.palletNames.includes('Rules')) throw new ValidationError('This chain\'s pools hold no positions.', 'They do on a network of your own, once root says so: docs/guides/liquidity.md');
}

/** The pool as it is now; of its ticks only those that were asked for. A pool that has not begun is shown as it would begin. */
export async function readPool(reads: Reads, netuid: number, ticks: readonly number[]): Promise<ConcentratedPool> {
  const { Swap, SubtensorModule } = reads.query;
  const indices = [...new Set(ticks)];
  const [tao, taoProvided, alpha, alphaProvided, initialized, sqrtPrice, currentTick, liquidity, feeGlobalTao, feeGlobalAlpha, feeRateU16, found] = await Promise.all([
    SubtensorModule.SubnetTAO(netuid), SubtensorModule.SubnetTaoProvided(netuid), SubtensorModule.SubnetAlphaIn(netuid), SubtensorModule.SubnetAlphaInProvided(netuid),
    Swap.SwapV3Initialized(netuid), Swap.AlphaSqrtPrice(netuid), Swap.CurrentTick(netuid), Swap.CurrentLiquidity(netuid), Swap.FeeGlobalTao(netuid), Swap.FeeGlobalAlpha(netuid), Swap.FeeRate(netuid),
    Swap.Ticks.many(indices.map((index) => [netuid, index])),
  ]);
  const known = new Map<number, Tick>(found.flatMap((tick, i) => (tick === undefined ? [] : [[indices[i]!, {
    liquidityNet: tick.liquidity_net, liquidityGross: tick.liquidity_gross, feesOutTao: tick.fees_out_tao, feesOutAlpha: tick.fees_out_alpha,
  }] as const])));
  const pool: ConcentratedPool = {
    taoReserveRao: tao + taoProvided, alphaReserveRao: alpha + alphaProvided, initialized, sqrtPrice, currentTick, liquidity, feeGlobalTao, feeGlobalAlpha, feeRateU16,
    reserveMinRao: reads.constants.Swap.MinimumReserve, book: { tick: (index) => known.get(index), word: () => 0n },
  };
  return initialized || pool.alphaReserveRao === 0n ? pool : { ...pool, ...begun(pool) };
}

function begun(pool: ConcentratedPool): Partial<ConcentratedPool> {
  const { sqrtPrice, currentTick, liquidity } = computeInitialization(pool, undefined);
  return { sqrtPrice: sqrtPrice!, currentTick: currentTick!, liquidity: liquidity! };
}

export const positionOf = (stored: { readonly tick_low: number; readonly tick_high: number; readonly liquidity: bigint; readonly fees_tao: Position['feesTao']; readonly fees_alpha: Position['feesAlpha'] }): Position =>
  ({ tickLow: stored.tick_low, tickHigh: stored.tick_high, liquidity: stored.liquidity, feesTao: stored.fees_tao, feesAlpha: stored.fees_alpha });

/** Rao per whole alpha, rounded down. */
export const priceRaoOf = (sqrtPrice: U64F64): bigint => U64F64.saturatingToU64(U64F64.saturatingMulInt(U64F64.saturatingMul(sqrtPrice, sqrtPrice), RAO_PER_TAO));
export const tickPriceRao = (tick: number): bigint => priceRaoOf(tickToSqrtPriceBounded(tick));

const SQRT_EPSILON = U64F64.fromLiteral('0.000000000001');

/** The tick whose interval holds the price. */
export const tickOfPriceRao = (priceRao: bigint): number => sqrtPriceToTickBounded(checkedSqrt(U64F64, limitPriceOfRao(priceRao), SQRT_EPSILON)!);
