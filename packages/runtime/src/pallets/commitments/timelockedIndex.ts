/** Whose commitments hold something sealed: (netuid, account), in ascending order. */

import type { StateCtx } from '@taonet/frame';
import type { AccountId, NetUid } from '@taonet/primitives';
import { S } from './pallet.ts';

export function putInIndex(ctx: StateCtx, netuid: NetUid, who: AccountId): void {
  S.TimelockedIndex.mutate(ctx, (index) => [...index, [netuid, who]]);
}

/** Writes the index even when the pair is not in it, as upstream's mutate does. */
export function dropFromIndex(ctx: StateCtx, netuid: NetUid, who: AccountId): void {
  S.TimelockedIndex.mutate(ctx, (index) => index.filter(([of, account]) => of !== netuid || account !== who));
}
