/** The accounts that stand for a lease. source: pallets/subtensor/src/subnets/leasing.rs, lease_coldkey, lease_hotkey @ 14bc6f9 */

import { encode, str, tuple, u32 } from '@taonet/codec';
import type { StateCtx } from '@taonet/frame';
import { bytesToHex, type AccountId } from '@taonet/primitives';

const seed = tuple(str, u32);

function derive(ctx: Pick<StateCtx, 'crypto'>, what: string, leaseId: number): AccountId {
  return bytesToHex(ctx.crypto.blake2b256(encode(seed, [what, leaseId])));
}

/** Owns the leased subnet and what it earns. */
export function leaseColdkey(ctx: Pick<StateCtx, 'crypto'>, leaseId: number): AccountId {
  return derive(ctx, 'leasing/coldkey', leaseId);
}

export function leaseHotkey(ctx: Pick<StateCtx, 'crypto'>, leaseId: number): AccountId {
  return derive(ctx, 'leasing/hotkey', leaseId);
}
