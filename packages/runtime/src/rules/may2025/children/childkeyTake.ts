/** The share of its parents' dividends that a childkey keeps, in 65535ths. Subnets have no minimum of their own. */

import type { Ctx } from '@taonet/frame';
import { ensure, type AccountId, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { ensurePassesRateLimitOnSubnet, setLastBlockOnSubnet } from '../../../pallets/subtensor/rateLimits.ts';
import { ensureColdkeyOwnsHotkey } from '../../../pallets/subtensor/staking/accounts.ts';
import { E, Ev, S } from '../pallet.ts';

/**
 * Sets a hotkey's childkey take; only raising it is rate limited. There is no lower bound.
 *
 * refuses NonAssociatedColdKey, InvalidChildkeyTake, TxChildkeyTakeRateLimitExceeded
 * source: pallets/subtensor/src/staking/set_children.rs, do_set_childkey_take @ 1b0c63a
 */
export function doSetChildkeyTake(ctx: Ctx, coldkey: AccountId, { hotkey, netuid, take }: { hotkey: AccountId; netuid: NetUid; take: number }): void {
  ensureColdkeyOwnsHotkey(ctx, coldkey, hotkey);
  const max = S.MaxChildkeyTake.get(ctx);
  ensure(take <= max, E.InvalidChildkeyTake, { netuid, hotkey, actual: take, required: max });
  if (take > S.ChildkeyTake.get(ctx, hotkey, netuid)) ensurePassesRateLimitOnSubnet(ctx, 'SetChildkeyTake', { key: hotkey, netuid }, E.TxChildkeyTakeRateLimitExceeded);
  setLastBlockOnSubnet(ctx, 'SetChildkeyTake', hotkey, netuid, getCurrentBlockAsU64(ctx));
  S.ChildkeyTake.set(ctx, hotkey, netuid, take);
  ctx.deposit(Ev.ChildKeyTakeSet([hotkey, take]));
}
