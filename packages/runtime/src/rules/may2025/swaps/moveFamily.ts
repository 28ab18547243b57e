/** A hotkey's children and parents on a subnet pass to another. source: pallets/subtensor/src/swap/swap_hotkey.rs, perform_hotkey_swap (12, 13) @ 1b0c63a */

import type { Ctx } from '@taonet/frame';
import type { Edge } from '../../../pallets/subtensor/children/relations.ts';
import type { HotkeyPlaces } from '../../../pallets/subtensor/children/swapHotkey.ts';
import type { StorageTally } from '../../../pallets/subtensor/storageTally.ts';
import { S } from '../pallet.ts';

/** The new hotkey's own children and parents are lost, on its side only. Empty lists are stored as such. */
export function moveFamily(ctx: Ctx, { oldHotkey, newHotkey, netuid }: HotkeyPlaces, tally: StorageTally): void {
  const renamed = (edges: readonly Edge[]): Edge[] => edges.map(([proportion, hotkey]) => [proportion, hotkey === oldHotkey ? newHotkey : hotkey]);
  for (const [own, others] of [[S.ChildKeys, S.ParentKeys], [S.ParentKeys, S.ChildKeys]] as const) {
    const edges = own.take(ctx, oldHotkey, netuid);
    own.set(ctx, newHotkey, netuid, edges);
    for (const [, relative] of edges) others.mutate(ctx, relative, netuid, renamed);
    tally.add(1, 2);
    tally.add(1, 1, edges.length);
  }
}
