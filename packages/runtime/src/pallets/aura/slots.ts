/** Slots of time and who may make the block of a slot. source: pallet-aura 40.0.0, lib.rs; runtime/src/lib.rs @ 14bc6f9 */

import { decode, u64, type Build } from '@taonet/codec';
import { preRuntimePayload, type StateCtx } from '@taonet/frame';
import { defect, type AccountId } from '@taonet/primitives';
import { S as System } from '../system/pallet.ts';
import { S } from './pallet.ts';

const ENGINE = 'aura';
const SLOT_MS = 12_000n;
const FAST_SLOT_MS = 250n;

/** Length of a slot in milliseconds. */
export function slotMs({ build }: { readonly build: Build }): bigint {
  return build.fast ? FAST_SLOT_MS : SLOT_MS;
}

/** The slot that the block's digest names; undefined outside of blocks, while transactions are validated. */
export function slotOfDigest(ctx: StateCtx): bigint | undefined {
  const payload = preRuntimePayload(System.Digest.get(ctx).logs, ENGINE);
  return payload === undefined ? undefined : decode(u64, payload);
}

/** The authority whose turn `slot` is. */
export function authorityOfSlot(ctx: StateCtx, slot: bigint): AccountId | undefined {
  const authorities = S.Authorities.get(ctx);
  if (authorities.length === 0) return undefined;
  return authorities[Number(slot % BigInt(authorities.length))];
}

/** Who makes the present block: gets its fees. Undefined while transactions are validated. */
export function getBlockAuthor(ctx: StateCtx): AccountId | undefined {
  const slot = slotOfDigest(ctx);
  return slot === undefined ? undefined : authorityOfSlot(ctx, slot);
}

/** Makes the block invalid unless its time lies in its slot. */
export function ensureSlotOfTime(ctx: StateCtx, timeMs: bigint): void {
  const slot = timeMs / slotMs(ctx);
  const current = S.CurrentSlot.get(ctx);
  if (slot !== current) throw defect('TimestampNotInSlot', { slot, current });
}
