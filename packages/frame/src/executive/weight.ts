/** Weights: sums that clamp at u64, and the limits of a block. source: sp-weights 32.0.0; frame-system 41.0.0, limits.rs */

import { U64_MAX } from '@taonet/primitives';
import type { DispatchClass, DispatchInfo, PostInfo, Weight } from '../call.ts';

export const ZERO_WEIGHT: Weight = { refTime: 0n, proofSize: 0n };

const clamp = (value: bigint): bigint => (value > U64_MAX ? U64_MAX : value);

export const weightOf = (refTime: bigint, proofSize: bigint): Weight => ({ refTime, proofSize });

export function addWeight(a: Weight, b: Weight): Weight {
  return { refTime: clamp(a.refTime + b.refTime), proofSize: clamp(a.proofSize + b.proofSize) };
}

/** Component by component, not below zero. */
export function subWeight(a: Weight, b: Weight): Weight {
  return { refTime: a.refTime > b.refTime ? a.refTime - b.refTime : 0n, proofSize: a.proofSize > b.proofSize ? a.proofSize - b.proofSize : 0n };
}

export function maxWeight(a: Weight, b: Weight): Weight {
  return { refTime: a.refTime > b.refTime ? a.refTime : b.refTime, proofSize: a.proofSize > b.proofSize ? a.proofSize : b.proofSize };
}

export function minWeight(a: Weight, b: Weight): Weight {
  return { refTime: a.refTime < b.refTime ? a.refTime : b.refTime, proofSize: a.proofSize < b.proofSize ? a.proofSize : b.proofSize };
}

export function timesWeight(a: Weight, n: bigint): Weight {
  return { refTime: clamp(a.refTime * n), proofSize: clamp(a.proofSize * n) };
}

/** True when either component is above its limit. */
export const exceeds = (a: Weight, limit: Weight): boolean => a.refTime > limit.refTime || a.proofSize > limit.proofSize;

/** Weight used so far, per class. */
export interface ConsumedWeight {
  readonly normal: Weight;
  readonly operational: Weight;
  readonly mandatory: Weight;
}

export const CLASS_FIELD = { Normal: 'normal', Operational: 'operational', Mandatory: 'mandatory' } as const satisfies Record<DispatchClass, keyof ConsumedWeight>;

export function totalWeight(consumed: ConsumedWeight): Weight {
  return addWeight(addWeight(consumed.normal, consumed.operational), consumed.mandatory);
}

/** What a class of extrinsics may use of a block; undefined = unlimited. */
export interface ClassLimits {
  readonly baseExtrinsic: Weight;
  readonly maxExtrinsic: Weight | undefined;
  readonly maxTotal: Weight | undefined;
  readonly reserved: Weight | undefined;
  readonly maxLengthBytes: number;
}

export interface BlockLimits {
  readonly baseBlock: Weight;
  readonly maxBlock: Weight;
  readonly classes: Readonly<Record<DispatchClass, ClassLimits>>;
}

/** The weight a call turned out to have, never above what was announced. */
export function actualWeight(info: DispatchInfo, post: PostInfo): Weight {
  return post.actualWeight === undefined ? info.weight : minWeight(post.actualWeight, info.weight);
}

/** A call that pays nothing stays free; one that pays may turn out free. */
export function actualPays(info: DispatchInfo, post: PostInfo): boolean {
  return info.paysFee && post.paysFee !== false;
}
