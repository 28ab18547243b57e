/** The owner starts its subnet a week after its birth: emission from the next block, staking into it open. */

import type { CallCtx, Origin } from '@taonet/frame';
import { ensure, saturatingAddU64, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { ensureSubnetOwner } from '../../../pallets/subtensor/ownerAccess.ts';
import { ifSubnetExist } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { E, Ev, S } from '../pallet.ts';

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
  const earliest = saturatingAddU64(S.NetworkRegisteredAt.get(ctx, netuid), S.StartCallDelay.get(ctx));
  ensure(block >= earliest, E.NeedWaitingMoreBlocksToStarCall, { netuid, actual: block, required: earliest });
  const next = saturatingAddU64(block, 1n);
  S.FirstEmissionBlockNumber.set(ctx, netuid, next);
  S.SubtokenEnabled.set(ctx, netuid, true);
  ctx.deposit(Ev.FirstEmissionBlockNumberSet([netuid, next]));
}
