/** What creating a subnet costs: twice the last price, falling back over the reduction interval, never under the minimum. */

import type { Ctx, StateCtx } from '@taonet/frame';
import { I64F64, safeDivInt, saturatingMulU64, saturatingSubU64 } from '@taonet/primitives';
import { calculateBlockEmission } from '../coinbase/blockEmission.ts';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { Ev, S } from '../pallet.ts';

const RAO_PER_TAO = 1_000_000_000n;

/** source: pallets/subtensor/src/coinbase/root.rs, get_network_last_lock_block @ 14bc6f9 */
export function getNetworkLastLockBlock(ctx: StateCtx): bigint {
  return S.LastRateLimitedBlock.get(ctx, { type: 'NetworkLastRegistered' });
}

/** source: pallets/subtensor/src/coinbase/root.rs, set_network_last_lock_block @ 14bc6f9 */
export function setNetworkLastLockBlock(ctx: StateCtx, block: bigint): void {
  S.LastRateLimitedBlock.set(ctx, { type: 'NetworkLastRegistered' }, block);
}

/**
 * Blocks in which the price falls by the last price: the interval × block emission in TAO (so it halves with every halving), floored.
 *
 * source: pallets/subtensor/src/coinbase/root.rs, get_lock_reduction_interval @ 14bc6f9, the same @ 1b0c63a
 */
export function computeLockReductionInterval(intervalBlocks: bigint, blockEmissionRao: bigint): bigint {
  const emission = I64F64.fromInt(blockEmissionRao);
  const halving = I64F64.checkedDiv(emission, I64F64.fromInt(RAO_PER_TAO)) ?? I64F64.zero;
  return I64F64.saturatingToU64(I64F64.saturatingMul(I64F64.fromInt(intervalBlocks), halving));
}

/** `computeLockReductionInterval` of the stored interval at the present emission. */
export function getLockReductionInterval(ctx: StateCtx): bigint {
  return computeLockReductionInterval(S.NetworkLockReductionInterval.get(ctx), calculateBlockEmission(ctx));
}

export interface LockCostFacts {
  /** What the last subnet cost, rao, and the block it came in; 0 for never. */
  readonly lastLock: bigint;
  readonly lastBlock: bigint;
  readonly minLock: bigint;
  readonly reductionInterval: bigint;
  readonly block: bigint;
}

/**
 * Twice the last price, less the last price per reduction interval that passed; at least the minimum. In rao.
 *
 * rounding: last price ÷ interval floored, then times the blocks passed; an interval of 0 takes nothing off
 * source: pallets/subtensor/src/coinbase/root.rs, get_network_lock_cost @ 14bc6f9, the same @ 1b0c63a
 */
export function computeNetworkLockCost({ lastLock, lastBlock, minLock, reductionInterval, block }: LockCostFacts): bigint {
  const multiplier = lastBlock === 0n ? 1n : 2n;
  const fallen = saturatingMulU64(safeDivInt(lastLock, reductionInterval), saturatingSubU64(block, lastBlock));
  const cost = saturatingSubU64(saturatingMulU64(lastLock, multiplier), fallen);
  return cost < minLock ? minLock : cost;
}

/** The price of a new subnet now, in rao. */
export function getNetworkLockCost(ctx: StateCtx): bigint {
  return computeNetworkLockCost({
    lastLock: S.NetworkLastLockCost.get(ctx), lastBlock: getNetworkLastLockBlock(ctx), minLock: S.NetworkMinLockCost.get(ctx),
    reductionInterval: getLockReductionInterval(ctx), block: getCurrentBlockAsU64(ctx),
  });
}

/** source: pallets/subtensor/src/coinbase/root.rs, set_lock_reduction_interval @ 14bc6f9 */
export function setLockReductionInterval(ctx: Ctx, intervalBlocks: bigint): void {
  S.NetworkLockReductionInterval.set(ctx, intervalBlocks);
  ctx.deposit(Ev.NetworkLockCostReductionIntervalSet(intervalBlocks));
}

/** source: pallets/subtensor/src/coinbase/root.rs, set_network_min_lock @ 14bc6f9 */
export function setNetworkMinLock(ctx: Ctx, minLockRao: bigint): void {
  S.NetworkMinLockCost.set(ctx, minLockRao);
  ctx.deposit(Ev.NetworkMinLockCostSet(minLockRao));
}
