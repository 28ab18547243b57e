/** Ordered children take effect once their cooldown is over. */

import type { Ctx } from '@taonet/frame';
import type { NetUid } from '@taonet/primitives';
import { removeEdge, type Edge } from '../../../pallets/subtensor/children/relations.ts';
import type { ChildrenOrder } from '../../../pallets/subtensor/children/setChildren.ts';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { Ev, S } from '../pallet.ts';

/**
 * At an epoch: the orders whose cooldown is over, in the order of their keys.
 *
 * source: pallets/subtensor/src/staking/set_children.rs, do_set_pending_children @ 1b0c63a
 */
export function doSetPendingChildren(ctx: Ctx, netuid: NetUid): void {
  const block = getCurrentBlockAsU64(ctx);
  for (const [[, hotkey], [children, cooldownBlock]] of S.PendingChildKeys.entries(ctx, netuid)) {
    if (cooldownBlock >= block) continue;
    applyChildren(ctx, { hotkey, netuid, children });
    S.PendingChildKeys.remove(ctx, netuid, hotkey);
  }
}

/** Takes the hotkey out of its children's parents, then adds it to those of the new ones, at the end. Empty lists are stored as such. */
function applyChildren(ctx: Ctx, { hotkey, netuid, children }: ChildrenOrder): void {
  for (const [, child] of S.ChildKeys.get(ctx, hotkey, netuid)) {
    S.ParentKeys.set(ctx, child, netuid, removeEdge(S.ParentKeys.get(ctx, child, netuid), hotkey));
  }
  S.ChildKeys.set(ctx, hotkey, netuid, children);
  for (const [proportion, child] of children) {
    S.ParentKeys.mutate(ctx, child, netuid, (parents): Edge[] => [...parents, [proportion, hotkey]]);
  }
  ctx.deposit(Ev.SetChildren([hotkey, netuid, children]));
}
