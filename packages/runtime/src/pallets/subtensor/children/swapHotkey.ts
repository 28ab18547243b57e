/** A hotkey's parents, children and pending children pass to another hotkey. */

import type { Ctx } from '@taonet/frame';
import type { AccountId, NetUid } from '@taonet/primitives';
import { S } from '../pallet.ts';
import type { StorageTally } from '../storageTally.ts';
import { ensurePendingConsistency, loadRelations, persistRelations, rebindPivot, removeEdge, setParentkeys } from './relations.ts';

/** Which hotkey gives way to which, and where. */
export interface HotkeyPlaces {
  readonly oldHotkey: AccountId;
  readonly newHotkey: AccountId;
  readonly netuid: NetUid;
}

/**
 * Moves all edges and the pending order of `oldHotkey` to `newHotkey`. Lists that become empty on the way stay as empty entries, as upstream's do.
 *
 * refuses InvalidChild, TooManyChildren, ProportionOverflow, ChildParentInconsistency
 * source: pallets/subtensor/src/staking/set_children.rs, parent_child_swap_hotkey @ 14bc6f9
 */
export function parentChildSwapHotkey(ctx: Ctx, { oldHotkey, newHotkey, netuid }: HotkeyPlaces, tally: StorageTally): void {
  const relations = loadRelations(ctx, oldHotkey, netuid);
  for (const child of relations.children.keys()) {
    setParentkeys(ctx, child, netuid, removeEdge(S.ParentKeys.get(ctx, child, netuid), oldHotkey));
  }
  for (const parent of relations.parents.keys()) {
    S.ChildKeys.set(ctx, parent, netuid, removeEdge(S.ChildKeys.get(ctx, parent, netuid), oldHotkey));
  }
  S.ChildKeys.set(ctx, oldHotkey, netuid, []);
  setParentkeys(ctx, oldHotkey, netuid, []);
  tally.add(2, 2);
  tally.add(1, 1, relations.children.size + relations.parents.size);

  const moved = rebindPivot(relations, newHotkey);
  if (S.PendingChildKeys.has(ctx, netuid, oldHotkey)) {
    const pending = S.PendingChildKeys.take(ctx, netuid, oldHotkey);
    ensurePendingConsistency(moved, pending[0]);
    S.PendingChildKeys.set(ctx, netuid, newHotkey, pending);
    tally.add(1, 2);
  }
  const neighbours = persistRelations(ctx, moved, netuid);
  tally.add(1, 1, 1 + neighbours);
}

/**
 * In other hotkeys' pending orders on the subnet, `newHotkey` takes the place of `oldHotkey` (at the end of the list).
 *
 * source: pallets/subtensor/src/swap/swap_hotkey.rs, perform_hotkey_swap_on_one_subnet @ 14bc6f9
 */
export function swapHotkeyInPendingChildren(ctx: Ctx, { oldHotkey, newHotkey, netuid }: HotkeyPlaces, tally: StorageTally): void {
  for (const [[, parent], [children, cooldownBlock]] of S.PendingChildKeys.entries(ctx, netuid)) {
    tally.add(1, 0);
    const at = children.findIndex(([, child]) => child === oldHotkey);
    if (at < 0) continue;
    const others = children.filter((_, i) => i !== at);
    S.PendingChildKeys.set(ctx, netuid, parent, [[...others, [children[at]![0], newHotkey]], cooldownBlock]);
    tally.add(1, 2);
  }
}
