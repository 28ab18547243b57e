/** What is committed to a subnet goes with it. */

import type { StateCtx } from '@taonet/frame';
import type { NetUid } from '@taonet/primitives';
import { S } from './pallet.ts';

/** source: pallets/commitments/src/lib.rs, purge_netuid @ 14bc6f9 */
export function purgeNetuid(ctx: StateCtx, netuid: NetUid): void {
  S.CommitmentOf.clearPrefix(ctx, netuid);
  S.LastCommitment.clearPrefix(ctx, netuid);
  S.LastBondsReset.clearPrefix(ctx, netuid);
  S.RevealedCommitments.clearPrefix(ctx, netuid);
  S.UsedSpaceOf.clearPrefix(ctx, netuid);
  S.TimelockedIndex.mutate(ctx, (index) => index.filter(([of]) => of !== netuid));
}
