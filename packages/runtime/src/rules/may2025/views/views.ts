/** How the rules of May 2025 are shown on the wire of June 2026. source: pallets/subtensor/src/rpc_info @ 1b0c63a */

import type { StateCtx } from '@taonet/frame';
import type { SwapDirection } from '@taonet/pools';
import { compareText, computeShareValueU64F64, saturatingSubU64, type NetUid } from '@taonet/primitives';
import type { Quote, Views } from '../../../apis/views.ts';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { ifSubnetExist } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { blocksUntilNextEpoch } from '../coinbase/epochSchedule.ts';
import { S } from '../pallet.ts';
import { getNetworkLockCost } from '../registration/lockCost.ts';
import { simSwapAlphaForTao, simSwapTaoForAlpha } from '../staking/poolSwaps.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet } from '../staking/sharePools.ts';
import { STAKING_FEE_RAO } from '../staking/stakeAmounts.ts';
import { calculateStakingFee, leastStakingFee } from '../staking/stakingFee.ts';
import { FIELDS_OF_MAY_2025 } from './fields.ts';
import { hyperparamsOfMay2025 } from './hyperparams.ts';

const NOTHING: Quote = { paidIn: 0n, paidOut: 0n, taoFee: 0n, alphaFee: 0n };

/**
 * A stake order's worth: pools had no fee of their own, so the staking fee is told as theirs. Of a sale it is what a hotkey without dividends would
 * pay: nobody says which one it is.
 */
function quote(ctx: StateCtx, netuid: NetUid, direction: SwapDirection, amountIn: bigint): Quote | undefined {
  if (!ifSubnetExist(ctx, netuid)) return NOTHING;
  if (direction === 'buy') {
    const paidIn = saturatingSubU64(amountIn, STAKING_FEE_RAO);
    const paidOut = simSwapTaoForAlpha(ctx, netuid, paidIn);
    return paidOut === undefined ? undefined : { paidIn, paidOut, taoFee: amountIn - paidIn, alphaFee: 0n };
  }
  const tao = simSwapAlphaForTao(ctx, netuid, amountIn);
  if (tao === undefined) return undefined;
  const paidOut = saturatingSubU64(tao, leastStakingFee(ctx, netuid, amountIn));
  return { paidIn: amountIn, paidOut, taoFee: tao - paidOut, alphaFee: 0n };
}

/** The epoch of the present block is over. */
function nextEpochStartBlock(ctx: StateCtx, netuid: NetUid): bigint | undefined {
  const tempo = S.Tempo.get(ctx, netuid);
  const next = getCurrentBlockAsU64(ctx) + 1n;
  return tempo === 0 ? undefined : next + blocksUntilNextEpoch(netuid, tempo, next);
}

export const viewsOfMay2025: Views = {
  fields: FIELDS_OF_MAY_2025,
  hyperparams: hyperparamsOfMay2025,
  networkModality: (ctx, netuid) => S.NetworkModality.get(ctx, netuid),
  neuronScores: (ctx, netuid) => ({ rank: S.Rank.get(ctx, netuid), trust: S.Trust.get(ctx, netuid), pruning: S.PruningScores.get(ctx, netuid) }),
  stakeOf: getStakeForHotkeyAndColdkeyOnSubnet,
  taoDividends: (ctx, netuid, hotkey) => S.TaoDividendsPerSubnet.get(ctx, netuid, hotkey),
  holdingsOn: (ctx, hotkey) => S.Alpha.entries(ctx, hotkey)
    .filter(([, share]) => share !== 0n)
    // The sort is stable: of one coldkey by subnet, in the order of keys.
    .sort(([[, a]], [[, b]]) => compareText(a, b))
    .map(([[, coldkey, netuid], share]) => ({
      coldkey,
      netuid,
      valueIn: (pool) => computeShareValueU64F64({ sharedValue: S.TotalHotkeyAlpha.get(ctx, hotkey, pool), denominator: S.TotalHotkeyShares.get(ctx, hotkey, pool), share }),
    })),
  subnetsHeld: (ctx, hotkey, coldkey) => S.Alpha.keys(ctx, hotkey, coldkey).map(([, , netuid]) => netuid),
  stakeFee: (ctx, origin, destination, amount) =>
    (origin === undefined ? STAKING_FEE_RAO : calculateStakingFee(ctx, { hotkey: origin[0], netuid: origin[1] }, destination?.[1], amount)),
  quote,
  nextEpochStartBlock,
  networkLockCost: getNetworkLockCost,
  // Subnets were not pruned to make room.
  networkToPrune: () => undefined,
};
