/** A quote is what the trade then does, to the rao: random trades over many pools of both kinds, in the state of a chain. */

import fc from 'fast-check';
import { inLayer } from '@taonet/frame';
import { computeAddLiquidity, type SwapDirection } from '@taonet/pools';
import { bytesToHex } from '@taonet/primitives';
import { describe, expect, it } from 'vitest';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { swapAlphaForTao, swapTaoForAlpha } from '../../src/pallets/subtensor/staking/poolSwaps.ts';
import { S as Rules } from '../../src/pallets/rules/pallet.ts';
import { S as Swap } from '../../src/pallets/swap/pallet.ts';
import { getConcentratedPool, newPositionId, writeChange, writePosition } from '../../src/pallets/swap/pools/concentratedState.ts';
import { currentAlphaPrice } from '../../src/pallets/swap/price.ts';
import { simSwapToLimit, type SwapRequest } from '../../src/pallets/swap/swap.ts';
import { RULES_OF_JUNE_2026 } from '../../src/rules/activeRules.ts';
import { account, createTestCtx, type TestCtx } from '../createTestCtx.ts';

const POOLS = 64;
const TRADES_PER_POOL = 80;

const sized = (low: number, high: number) => fc.integer({ min: low, max: high }).chain((n) => fc.bigInt({ min: 1n << BigInt(low), max: (1n << BigInt(n)) + (1n << BigInt(low)) }));
/** Empty and nearly empty sides now and then. */
const reserve = fc.oneof({ weight: 9, arbitrary: sized(24, 50) }, { weight: 1, arbitrary: fc.constantFrom(0n, 1n, 999_999n, 1_000_000n) });
const range = fc.record({ offset: fc.integer({ min: -2_000, max: 2_000 }), width: fc.integer({ min: 1, max: 5_000 }), liquidity: sized(12, 42) });
const poolOf = fc.record({ tao: reserve, alpha: reserve, feeRate: fc.oneof(fc.constantFrom(0, 33), fc.integer({ min: 0, max: 10_000 })), ranges: fc.array(range, { maxLength: 3 }) });
const trade = fc.record({
  direction: fc.constantFrom<SwapDirection>('buy', 'sell'), amountIn: fc.oneof({ weight: 20, arbitrary: sized(0, 50) }, { weight: 1, arbitrary: fc.constantFrom(0n, (1n << 64n) - 1n) }),
  /** Millionths of the price by which it may move; undefined for any price. */
  limit: fc.option(fc.integer({ min: -100, max: 200_000 }), { nil: undefined }), dropFees: fc.boolean(),
});
type Pool = typeof poolOf extends fc.Arbitrary<infer P> ? P : never;
type Trade = typeof trade extends fc.Arbitrary<infer T> ? T : never;

function limitRao(ctx: TestCtx, netuid: number, { direction, limit }: Trade): bigint {
  if (limit === undefined) return direction === 'buy' ? 10n ** 15n : 1_000n;
  const rao = (currentAlphaPrice(ctx, netuid) * 1_000_000_000n) >> 64n;
  return (rao * BigInt(1_000_000 + (direction === 'buy' ? limit : -limit))) / 1_000_000n;
}

function arrange(ctx: TestCtx, netuid: number, { tao, alpha, feeRate, ranges }: Pool, concentrated: boolean): void {
  S.NetworksAdded.set(ctx, netuid, true);
  S.SubnetMechanism.set(ctx, netuid, 1);
  S.SubnetTAO.set(ctx, netuid, tao);
  S.SubnetAlphaIn.set(ctx, netuid, alpha);
  Swap.FeeRate.set(ctx, netuid, feeRate);
  if (!concentrated || tao === 0n || alpha === 0n) return;
  for (const { offset, width, liquidity } of ranges) {
    const pool = getConcentratedPool(ctx, netuid);
    const tickLow = (pool.initialized ? pool.currentTick : 0) + offset;
    const added = computeAddLiquidity(pool, { tickLow, tickHigh: tickLow + width, liquidity });
    if (!added.ok) continue;
    writeChange(ctx, netuid, added.change);
    writePosition(ctx, netuid, account(7), newPositionId(ctx), added.position);
    S.SubnetTaoProvided.mutate(ctx, netuid, (total) => total + added.tao);
    S.SubnetAlphaInProvided.mutate(ctx, netuid, (total) => total + added.alpha);
  }
}

const reserves = (ctx: TestCtx, netuid: number) => ({
  tao: S.SubnetTAO.get(ctx, netuid) + S.SubnetTaoProvided.get(ctx, netuid), alpha: S.SubnetAlphaIn.get(ctx, netuid) + S.SubnetAlphaInProvided.get(ctx, netuid),
});

/** Quotes, then trades; tells whether the trade was made. */
function tradeAsQuoted(ctx: TestCtx, netuid: number, one: Trade): boolean {
  const request: SwapRequest = { direction: one.direction, amountIn: one.amountIn, limitRao: limitRao(ctx, netuid, one), dropFees: one.dropFees };
  const stateOf = () => [...ctx.state.changes()].reduce((size, [key, value]) => size + key.length + (value === null ? 0 : bytesToHex(value).length), 0);
  const size = stateOf();
  const quote = inLayer(ctx, () => simSwapToLimit(ctx, netuid, request));
  if (stateOf() !== size) throw new TypeError('a quote wrote');
  const before = reserves(ctx, netuid);
  const buys = one.direction === 'buy';
  const made = inLayer(ctx, () => (buys ? swapTaoForAlpha : swapAlphaForTao)(ctx, netuid, one.amountIn, { limitRao: request.limitRao, dropFees: one.dropFees }));
  if ('refusal' in quote) {
    expect('refusal' in made && made.refusal.name).toBe(quote.refusal.name);
    return false;
  }
  const { amountPaidIn, amountPaidOut, feePaid } = quote.ok;
  const [into, out] = buys ? [before.tao, before.alpha] : [before.alpha, before.tao];
  if (amountPaidOut > out) {
    expect('refusal' in made && made.refusal.name).toBe('Swap.InsufficientLiquidity');
    return false;
  }
  if ('refusal' in made) throw new TypeError(`quoted, refused: ${made.refusal.name}`);
  const after = reserves(ctx, netuid);
  const [intoAfter, outAfter] = buys ? [after.tao, after.alpha] : [after.alpha, after.tao];
  expect([made.ok.amountPaidIn, made.ok.amountPaidOut, made.ok.feePaid, intoAfter - into, out - outAfter]).toEqual([amountPaidIn, amountPaidOut, feePaid, amountPaidIn, amountPaidOut]);
  return true;
}

describe.each(['Weighted', 'Concentrated'] as const)('%s pools', (kind) => {
  it(`a quote equals its execution, ${POOLS * TRADES_PER_POOL} trades over ${POOLS} pools`, () => {
    let made = 0;
    fc.assert(fc.property(poolOf, fc.array(trade, { minLength: TRADES_PER_POOL, maxLength: TRADES_PER_POOL }), (pool, trades) => {
      const ctx = createTestCtx({ build: { fast: false, powFaucet: false, extended: true } });
      Rules.Active.set(ctx, { ...RULES_OF_JUNE_2026, pool: kind });
      arrange(ctx, 1, pool, kind === 'Concentrated');
      for (const one of trades) if (tradeAsQuoted(ctx, 1, one)) made += 1;
    }), { numRuns: POOLS });
    expect(made).toBeGreaterThan((POOLS * TRADES_PER_POOL) / 4);
  });
});
