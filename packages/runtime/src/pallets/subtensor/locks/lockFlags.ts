/** Whether an account takes alpha that is locked. source: pallets/subtensor/src/staking/lock.rs @ 14bc6f9 */

import type { StateCtx } from '@taonet/frame';
import { ensure, type AccountId } from '@taonet/primitives';
import { E, S } from '../pallet.ts';

const ACCEPT_LOCKED_ALPHA = 1n;

/** True unless the account asked for locked alpha. source: account_rejects_locked_alpha */
export function accountRejectsLockedAlpha(ctx: StateCtx, coldkey: AccountId): boolean {
  return (S.AccountFlags.get(ctx, coldkey) & ACCEPT_LOCKED_ALPHA) === 0n;
}

/** source: set_accept_locked_alpha */
export function setAcceptLockedAlpha(ctx: StateCtx, coldkey: AccountId, enabled: boolean): void {
  const before = S.AccountFlags.get(ctx, coldkey);
  const flags = enabled ? before | ACCEPT_LOCKED_ALPHA : before & ~ACCEPT_LOCKED_ALPHA;
  if (flags === 0n) S.AccountFlags.remove(ctx, coldkey);
  else S.AccountFlags.set(ctx, coldkey, flags);
}

/**
 * refuses AccountRejectsLockedAlpha
 * source: ensure_can_receive_locked_alpha
 */
export function ensureCanReceiveLockedAlpha(ctx: StateCtx, coldkey: AccountId, alpha: bigint): void {
  ensure(alpha === 0n || !accountRejectsLockedAlpha(ctx, coldkey), E.AccountRejectsLockedAlpha, { coldkey, actual: alpha, required: 0n });
}
