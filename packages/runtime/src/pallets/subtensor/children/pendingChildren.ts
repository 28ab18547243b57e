/** Ordered children take effect once their cooldown is over. */

import type { Ctx } from '@taonet/frame';
import type { NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { S } from '../pallet.ts';
import { applyChildren } from './setChildren.ts';

/**
 * At an epoch: applies the orders whose cooldown is over, or all of them while the subnet has not been started.
 *
 * source: pallets/subtensor/src/staking/set_children.rs, do_set_pending_children @ 14bc6f9
 */
export function doSetPendingChildren(ctx: Ctx, netuid: NetUid): void {
  const block = getCurrentBlockAsU64(ctx);
  const started = S.SubtokenEnabled.get(ctx, netuid);
  const due = S.PendingChildKeys.entries(ctx, netuid).filter(([, [, cooldownBlock]]) => cooldownBlock < block || !started);
  for (const [[, hotkey], [children]] of due) applyChildren(ctx, { hotkey, netuid, children });
  for (const [[, hotkey]] of due) S.PendingChildKeys.remove(ctx, netuid, hotkey);
}
