/** What the chain does by itself at the start of every block. */

import type { Ctx } from '@taonet/frame';
import type { NetUid } from '@taonet/primitives';
import { computeEpoch, type EpochKernel } from '@taonet/yuma';
import { S as System } from '../../system/pallet.ts';
import { doSetPendingChildren } from '../children/pendingChildren.ts';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { S } from '../pallet.ts';
import { runAutoClaimRootDivs } from '../staking/rootClaim/autoClaim.ts';
import { populateRootColdkeyStakingMaps } from '../staking/rootClaim/populateIndex.ts';
import { updateRegistrationPricesForNetworks } from '../subnets/registrationPrice.ts';
import { getAllSubnetNetuids } from '../subnets/subnetwork.ts';
import { revealCrv3Commits } from '../weights/revealCommits.ts';
import { getBlockEmission } from './blockEmission.ts';
import { updateMovingPrices } from './movingPrice.ts';
import { updateRootProp } from './rootProportion.ts';
import { runCoinbase } from './runCoinbase.ts';

/** kernel: what computes epochs · source: pallets/subtensor/src/coinbase/block_step.rs, block_step @ 14bc6f9 */
export function blockStep(ctx: Ctx, kernel: EpochKernel = computeEpoch): void {
  const block = getCurrentBlockAsU64(ctx);
  const netuids = getAllSubnetNetuids(ctx);
  updateRegistrationPricesForNetworks(ctx);
  const credit = getBlockEmission(ctx);
  revealCrv3Commits(ctx);
  runCoinbase(ctx, { credit, allNetuids: netuids, kernel });
  updateMovingPrices(ctx, netuids);
  updateRootProp(ctx, netuids);
  trySetPendingChildren(ctx, netuids, block);
  runAutoClaimRootDivs(ctx, System.ParentHash.get(ctx));
  populateRootColdkeyStakingMaps(ctx);
}

/** Subnets whose epoch slot was used in this block take over children whose cooldown is over. source: try_set_pending_children */
function trySetPendingChildren(ctx: Ctx, netuids: readonly NetUid[], block: bigint): void {
  for (const netuid of netuids) if (S.LastEpochBlock.get(ctx, netuid) === block) doSetPendingChildren(ctx, netuid);
}
