/** One more epoch for every subnet, due or not: before other rules take over. source: ours, docs/adr/0014 */

import type { Ctx } from '@taonet/frame';
import { computeEpoch } from '@taonet/yuma';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { S } from '../pallet.ts';
import { getAllSubnetNetuids, ROOT_NETUID } from '../subnets/subnetwork.ts';
import { distributeEmission } from './distributeEmission.ts';
import { drainSubnet } from './drainPending.ts';

export function settlePending(ctx: Ctx): void {
  const block = getCurrentBlockAsU64(ctx);
  for (const netuid of getAllSubnetNetuids(ctx)) {
    if (netuid === ROOT_NETUID) continue;
    distributeEmission(ctx, drainSubnet(ctx, netuid), computeEpoch);
    S.LastMechansimStepBlock.set(ctx, netuid, block);
  }
}
