/** The weight that the block has used so far, per class. source: frame-system 41.0.0, lib.rs and extensions/check_weight.rs */

import {
  addWeight, CLASS_FIELD, exceeds, invalid, subWeight, totalWeight, weightOf,
  type ConsumedWeight, type DispatchClass, type DispatchInfo, type StateCtx, type Weight,
} from '@taonet/frame';
import { U64_MAX } from '@taonet/primitives';
import { BLOCK_LIMITS } from '../../limits.ts';
import { S } from './pallet.ts';
import { fromStored, toStored } from './storedWeight.ts';

export function getBlockWeight(ctx: StateCtx): ConsumedWeight {
  const { normal, operational, mandatory } = S.BlockWeight.get(ctx);
  return { normal: fromStored(normal), operational: fromStored(operational), mandatory: fromStored(mandatory) };
}

function setBlockWeight(ctx: StateCtx, { normal, operational, mandatory }: ConsumedWeight): void {
  S.BlockWeight.set(ctx, { normal: toStored(normal), operational: toStored(operational), mandatory: toStored(mandatory) });
}

/** Adds weight without looking at limits. */
export function registerExtraWeight(ctx: StateCtx, weight: Weight, dispatchClass: DispatchClass): void {
  const used = getBlockWeight(ctx);
  const field = CLASS_FIELD[dispatchClass];
  setBlockWeight(ctx, { ...used, [field]: addWeight(used[field], weight) });
}

/** Weight for which the block still has room. */
export function remainingWeight(ctx: StateCtx): Weight {
  return subWeight(BLOCK_LIMITS.maxBlock, totalWeight(getBlockWeight(ctx)));
}

/**
 * Adds an extrinsic's weight, its base weight and (as proof) its length. Throws ExhaustsResources when the class or the
 * block has no room for it.
 */
export function consumeExtrinsicWeight(ctx: StateCtx, info: DispatchInfo, lengthBytes: number): void {
  const limits = BLOCK_LIMITS.classes[info.class];
  const field = CLASS_FIELD[info.class];
  const added = addWeight(addWeight(info.weight, limits.baseExtrinsic), weightOf(0n, BigInt(lengthBytes)));
  const before = getBlockWeight(ctx);
  const unlimited = limits.maxTotal === undefined && limits.reserved === undefined;
  if (!unlimited && overflows(before[field], added)) invalid('ExhaustsResources', { class: info.class, actual: added.refTime, required: U64_MAX });
  const used = { ...before, [field]: addWeight(before[field], added) };
  if (limits.maxTotal !== undefined && exceeds(used[field], limits.maxTotal)) {
    invalid('ExhaustsResources', { class: info.class, actual: used[field].refTime, required: limits.maxTotal.refTime });
  }
  if (exceeds(totalWeight(used), BLOCK_LIMITS.maxBlock) && limits.reserved !== undefined && exceeds(used[field], limits.reserved)) {
    invalid('ExhaustsResources', { class: info.class, actual: used[field].refTime, required: limits.reserved.refTime });
  }
  setBlockWeight(ctx, used);
}

const overflows = (a: Weight, b: Weight): boolean => a.refTime + b.refTime > U64_MAX || a.proofSize + b.proofSize > U64_MAX;

/** Gives back weight that a call announced and did not use; never more than once. */
export function reclaimWeight(ctx: StateCtx, unspent: Weight, dispatchClass: DispatchClass): void {
  const reclaimed = fromStored(S.ExtrinsicWeightReclaimed.get(ctx));
  const goal = { refTime: larger(reclaimed.refTime, unspent.refTime), proofSize: larger(reclaimed.proofSize, unspent.proofSize) };
  const more = subWeight(goal, reclaimed);
  if (more.refTime === 0n && more.proofSize === 0n) return;
  const used = getBlockWeight(ctx);
  const field = CLASS_FIELD[dispatchClass];
  setBlockWeight(ctx, { ...used, [field]: subWeight(used[field], more) });
  S.ExtrinsicWeightReclaimed.set(ctx, toStored(goal));
}

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
