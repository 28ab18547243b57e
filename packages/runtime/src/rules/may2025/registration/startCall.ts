/** The owner starts its subnet a week after its birth: emission from the next block, staking into it open. */

import { forBuild, prodOrFast } from '@taonet/codec';
import type { CallCtx, Origin } from '@taonet/frame';
import { ensure, saturatingAddU64, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { ensureSubnetOwner } from '../../../pallets/subtensor/ownerAccess.ts';
import { ifSubnetExist } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { E, Ev, S } from '../pallet.ts';

/** Blocks from birth to start, where the item StartCallDelay of today says nothing else. source: runtime/src/lib.rs, DurationOfStartCall @ 1b0c63a */
const START_CALL_BLOCKS = prodOrFast(50_400n, 10n);

/**
 * refuses SubNetworkDoesNotExist, BadOrigin, FirstEmissionBlockNumberAlreadySet, NeedWaitingMoreBlocksToStarCall
 * source: pallets/subtensor/src/subnets/subnet.rs, do_start_call @ 1b0c63a
 */
export function doStartCall(ctx: CallCtx, origin: Origin, netuid: NetUid): void {
  ensure(ifSubnetExist(ctx, netuid), E.SubNetworkDoesNotExist, { netuid });
  ensureSubnetOwner(ctx, origin, netuid);
  const first = S.FirstEmissionBlockNumber.get(ctx, netuid);
  ensure(first === undefined, E.FirstEmissionBlockNumberAlreadySet, { netuid, actual: first, required: 'none' });
  const block = getCurrentBlockAsU64(ctx);
  const delay = S.StartCallDelay.tryGet(ctx) ?? forBuild(START_CALL_BLOCKS, ctx.build);
  const earliest = saturatingAddU64(S.NetworkRegisteredAt.get(ctx, netuid), delay);
  ensure(block >= earliest, E.NeedWaitingMoreBlocksToStarCall, { netuid, actual: block, required: earliest });
  const next = saturatingAddU64(block, 1n);
  S.FirstEmissionBlockNumber.set(ctx, netuid, next);
  S.SubtokenEnabled.set(ctx, netuid, true);
  ctx.deposit(Ev.FirstEmissionBlockNumberSet([netuid, next]));
}
