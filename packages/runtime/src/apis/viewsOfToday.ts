/** How the rules of June 2026 are shown. source: pallets/subtensor/src/rpc_info @ 14bc6f9 */

import type { StateCtx } from '@taonet/frame';
import { computeShareValue, safeFloatFromU64F64, safeFloatIsZero, type AccountId, type NetUid, type SafeFloat } from '@taonet/primitives';
import { getNextEpochStartBlock } from '../pallets/subtensor/coinbase/epochSchedule.ts';
import { S } from '../pallets/subtensor/pallet.ts';
import { alphaEntriesOfHotkey, alphaEntriesOfPair } from '../pallets/subtensor/staking/alphaEntries.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet } from '../pallets/subtensor/staking/stakeShares.ts';
import { getNetworkLockCost } from '../pallets/subtensor/subnets/lockCost.ts';
import { getNetworkToPrune } from '../pallets/subtensor/subnets/networkToPrune.ts';
import { ROOT_NETUID } from '../pallets/subtensor/subnets/subnetwork.ts';
import { approxFeeAmount, trySimSwap } from '../pallets/swap/swap.ts';
import { hyperparamsOfToday } from './hyperparamsOfToday.ts';
import { METAGRAPH_FIELDS } from './metagraphFields.ts';
import type { Place, Views } from './views.ts';

/** Alpha that a share of the hotkey's pool is worth. */
function valueOfShare(ctx: StateCtx, hotkey: AccountId, netuid: NetUid, share: SafeFloat): bigint {
  const legacy = S.TotalHotkeyShares.tryGet(ctx, hotkey, netuid);
  const denominator = legacy === undefined ? S.TotalHotkeySharesV2.get(ctx, hotkey, netuid) : safeFloatFromU64F64(legacy);
  return computeShareValue({ sharedValue: S.TotalHotkeyAlpha.get(ctx, hotkey, netuid), denominator, share });
}

function samePlace(a: Place | undefined, b: Place | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}

export const viewsOfToday: Views = {
  fields: METAGRAPH_FIELDS,
  hyperparams: hyperparamsOfToday,
  networkModality: () => 0,
  neuronScores: () => ({ rank: [], trust: [], pruning: [] }),
  stakeOf: getStakeForHotkeyAndColdkeyOnSubnet,
  taoDividends: () => 0n,
  holdingsOn: (ctx, hotkey) => alphaEntriesOfHotkey(ctx, hotkey)
    .filter(({ share }) => !safeFloatIsZero(share))
    .map(({ coldkey, netuid, share }) => ({ coldkey, netuid, valueIn: (pool) => valueOfShare(ctx, hotkey, pool, share) })),
  subnetsHeld: (ctx, hotkey, coldkey) => alphaEntriesOfPair(ctx, hotkey, coldkey).map(({ netuid }) => netuid),
  // Fee of a swap on the destination's subnet, or the origin's; a move from a place to itself costs none.
  stakeFee: (ctx, origin, destination, amount) => (samePlace(origin, destination) ? 0n : approxFeeAmount(ctx, (destination ?? origin)?.[1] ?? ROOT_NETUID, amount)),
  quote(ctx, netuid, direction, amountIn) {
    const outcome = trySimSwap(ctx, netuid, direction, amountIn);
    if (!outcome.ok) return undefined;
    const { amountPaidIn: paidIn, amountPaidOut: paidOut, feePaid } = outcome;
    return direction === 'buy' ? { paidIn, paidOut, taoFee: feePaid, alphaFee: 0n } : { paidIn, paidOut, taoFee: 0n, alphaFee: feePaid };
  },
  nextEpochStartBlock: getNextEpochStartBlock,
  networkLockCost: getNetworkLockCost,
  networkToPrune: getNetworkToPrune,
};
