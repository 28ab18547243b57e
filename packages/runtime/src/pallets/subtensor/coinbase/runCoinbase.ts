/** The emission of a block, from TAO just made to stakes paid. The order of steps is the protocol. */

import type { Ctx } from '@taonet/frame';
import { compareNumbers, U96F32, type NetUid } from '@taonet/primitives';
import type { EpochKernel } from '@taonet/yuma';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { S } from '../pallet.ts';
import { ROOT_NETUID } from '../subnets/subnetwork.ts';
import { distributeEmission } from './distributeEmission.ts';
import { drainPending } from './drainPending.ts';
import { emitToSubnets } from './emitToSubnets.ts';
import { getNetworkRootSellFlag, getSubnetBlockEmissions, getSubnetsToEmitTo } from './subnetEmissions.ts';

interface CoinbaseRun {
  readonly credit: bigint;
  readonly allNetuids: readonly NetUid[];
  readonly kernel: EpochKernel;
}

/**
 * credit: TAO made for this block, rao · allNetuids: every subnet in the order of NetworksAdded, root included ·
 * kernel: what computes epochs
 * source: pallets/subtensor/src/coinbase/run_coinbase.rs, run_coinbase, distribute_emissions_to_subnets @ 14bc6f9
 */
export function runCoinbase(ctx: Ctx, { credit, allNetuids, kernel }: CoinbaseRun): void {
  const block = getCurrentBlockAsU64(ctx);
  // Root sells come after the coinbase; the figures of the last block have been seen by now.
  S.SubnetRootSellTao.clearPrefix(ctx);

  const subnets = allNetuids.filter((netuid) => netuid !== ROOT_NETUID);
  const netuids = getSubnetsToEmitTo(ctx, subnets);
  const emissions = getSubnetBlockEmissions(ctx, netuids, U96F32.fromInt(credit));
  const rootSellFlag = getNetworkRootSellFlag(ctx, netuids);
  emitToSubnets(ctx, { netuids, emissions, credit, rootSellFlag });

  const drained = drainPending(ctx, subnets, block);
  for (const emission of [...drained].sort((a, b) => compareNumbers(a.netuid, b.netuid))) {
    distributeEmission(ctx, emission, kernel);
    S.LastMechansimStepBlock.set(ctx, emission.netuid, block);
  }
}
