/**
 * The difficulty of registering by work under the rules of June 2026: it moves by the rule of May 2025. Today's code counts registrations
 * by block alone, so the counters of the interval are kept here, before it clears that of the block. source: ours, docs/adr/0015
 */

import type { Ctx } from '@taonet/frame';
import { saturatingAddU16, saturatingSubU16, saturatingSubU64, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../pallets/subtensor/currentBlock.ts';
import { S } from '../../pallets/subtensor/pallet.ts';
import { getAllSubnetNetuids, ROOT_NETUID } from '../../pallets/subtensor/subnets/subnetwork.ts';
import { activeRules } from '../activeRules.ts';
import { adjustDifficulty, termsThatMove } from '../may2025/registration/adjustment.ts';

/** First step of every block: the last block's registrations come into the interval's counters, difficulties whose interval is over move. */
export function settleRegistrations(ctx: Ctx): void {
  if (!activeRules(ctx).pow_registration) return;
  const block = getCurrentBlockAsU64(ctx);
  for (const netuid of getAllSubnetNetuids(ctx)) {
    if (netuid === ROOT_NETUID) continue;
    countLastBlock(ctx, netuid);
    const passed = saturatingSubU64(block, S.LastAdjustmentBlock.get(ctx, netuid));
    if (passed >= BigInt(S.AdjustmentInterval.get(ctx, netuid))) endInterval(ctx, netuid, block);
  }
}

/** What was not by work was bought. */
function countLastBlock(ctx: Ctx, netuid: NetUid): void {
  const lastBlock = S.RegistrationsThisBlock.get(ctx, netuid);
  if (lastBlock === 0) return;
  const all = saturatingAddU16(S.RegistrationsThisInterval.get(ctx, netuid), lastBlock);
  S.RegistrationsThisInterval.set(ctx, netuid, all);
  S.BurnRegistrationsThisInterval.set(ctx, netuid, saturatingSubU16(all, S.POWRegistrationsThisInterval.get(ctx, netuid)));
}

/** The price of buying moves by today's rule, not here. */
function endInterval(ctx: Ctx, netuid: NetUid, block: bigint): void {
  const all = S.RegistrationsThisInterval.get(ctx, netuid);
  const target = S.TargetRegistrationsPerInterval.get(ctx, netuid);
  const byWork = S.POWRegistrationsThisInterval.get(ctx, netuid);
  const byBurn = S.BurnRegistrationsThisInterval.get(ctx, netuid);
  if (termsThatMove({ all, target, byWork, byBurn }).difficulty) adjustDifficulty(ctx, netuid, all, target);
  S.LastAdjustmentBlock.set(ctx, netuid, block);
  for (const counter of [S.RegistrationsThisInterval, S.POWRegistrationsThisInterval, S.BurnRegistrationsThisInterval]) {
    if (counter.get(ctx, netuid) !== 0) counter.set(ctx, netuid, 0);
  }
}
