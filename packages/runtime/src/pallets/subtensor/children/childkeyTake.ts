/** The share of its parents' dividends that a childkey keeps, in 65535ths. */

import type { Ctx, StateCtx } from '@taonet/frame';
import { ensure, type AccountId, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { E, Ev, S } from '../pallet.ts';
import { ensurePassesRateLimitOnSubnet, setLastBlockOnSubnet } from '../rateLimits.ts';
import { ensureColdkeyOwnsHotkey } from '../staking/accounts.ts';

/** source: pallets/subtensor/src/utils/misc.rs, get_effective_min_childkey_take @ 14bc6f9 */
export function getEffectiveMinChildkeyTake(ctx: StateCtx, netuid: NetUid): number {
  return Math.max(S.MinChildkeyTake.get(ctx), S.MinChildkeyTakePerSubnet.get(ctx, netuid));
}

/**
 * Never below the subnet's minimum.
 *
 * source: pallets/subtensor/src/staking/set_children.rs, get_childkey_take @ 14bc6f9
 */
export function getChildkeyTake(ctx: StateCtx, hotkey: AccountId, netuid: NetUid): number {
  return Math.max(S.ChildkeyTake.get(ctx, hotkey, netuid), getEffectiveMinChildkeyTake(ctx, netuid));
}

/**
 * Sets a hotkey's childkey take; only raising it is rate limited.
 *
 * refuses NonAssociatedColdKey, InvalidChildkeyTake, TxChildkeyTakeRateLimitExceeded
 * source: pallets/subtensor/src/staking/set_children.rs, do_set_childkey_take @ 14bc6f9
 */
export function doSetChildkeyTake(ctx: Ctx, coldkey: AccountId, { hotkey, netuid, take }: { hotkey: AccountId; netuid: NetUid; take: number }): void {
  ensureColdkeyOwnsHotkey(ctx, coldkey, hotkey);
  const min = getEffectiveMinChildkeyTake(ctx, netuid);
  const max = S.MaxChildkeyTake.get(ctx);
  ensure(take >= min && take <= max, E.InvalidChildkeyTake, { netuid, hotkey, actual: take, required: take < min ? min : max });
  if (take > getChildkeyTake(ctx, hotkey, netuid)) ensurePassesRateLimitOnSubnet(ctx, 'SetChildkeyTake', { key: hotkey, netuid }, E.TxChildkeyTakeRateLimitExceeded);
  setLastBlockOnSubnet(ctx, 'SetChildkeyTake', hotkey, netuid, getCurrentBlockAsU64(ctx));
  S.ChildkeyTake.set(ctx, hotkey, netuid, take);
  ctx.deposit(Ev.ChildKeyTakeSet([hotkey, take]));
}
