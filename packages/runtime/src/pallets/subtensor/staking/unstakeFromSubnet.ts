import type { Ctx } from '@taonet/frame';
import { saturatingAddU64, saturatingSubU64, type AccountId, type NetUid } from '@taonet/primitives';
import { getBlockAuthor } from '../../aura/blockAuthor.ts';
import { burnSubnetAlpha } from '../coinbase/alpha.ts';
import { recordTaoOutflow } from '../coinbase/flows.ts';
import { transferTaoFromSubnet } from '../coinbase/tao.ts';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { cleanupLockIfZero } from '../locks/lockStake.ts';
import { Ev, S } from '../pallet.ts';
import { ROOT_NETUID } from '../subnets/subnetwork.ts';
import { FEELESS_SALE, swapAlphaForTao, type SwapTerms } from './poolSwaps.ts';
import { removeStakeAdjustRootClaimed } from './rootClaim/adjustClaimed.ts';
import { coldkeyHasRootStake, maybeRemoveColdkeyIndex } from './rootClaim/coldkeyIndex.ts';
import { decreaseStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyAndColdkeyOnSubnet, type StakeKey } from './stakeShares.ts';

/**
 * Alpha becomes TAO on the beneficiary's account. What the price limit kept back is staked again. The alpha fee is sold for the
 * block's author. Event StakeRemoved.
 *
 * returns: rao paid to the beneficiary · refuses what a swap and a transfer refuse; also when a fee too small to sell is due
 * source: pallets/subtensor/src/staking/stake_utils.rs, unstake_from_subnet @ 14bc6f9
 */
export function unstakeFromSubnet(ctx: Ctx, key: StakeKey, beneficiary: AccountId, { alpha, ...terms }: SwapTerms & { readonly alpha: bigint }): bigint {
  const { coldkey, hotkey, netuid } = key;
  decreaseStakeForHotkeyAndColdkeyOnSubnet(ctx, key, alpha);
  const swapped = swapAlphaForTao(ctx, netuid, alpha, terms);
  const refund = saturatingSubU64(alpha, saturatingAddU64(swapped.amountPaidIn, swapped.feePaid));
  if (refund !== 0n) increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, key, refund);
  transferTaoFromSubnet(ctx, netuid, beneficiary, swapped.amountPaidOut);
  const feeOutflow = sellFeeForAuthor(ctx, netuid, swapped.feeToBlockAuthor);
  if (netuid === ROOT_NETUID) {
    removeStakeAdjustRootClaimed(ctx, hotkey, coldkey, alpha);
    if (!coldkeyHasRootStake(ctx, coldkey)) maybeRemoveColdkeyIndex(ctx, coldkey);
  }
  recordTaoOutflow(ctx, netuid, saturatingAddU64(swapped.amountPaidOut, feeOutflow));
  cleanupLockIfZero(ctx, coldkey, netuid);
  S.LastColdkeyHotkeyStakeBlock.set(ctx, coldkey, hotkey, getCurrentBlockAsU64(ctx));
  ctx.deposit(Ev.StakeRemoved([coldkey, hotkey, swapped.amountPaidOut, swapped.amountPaidIn, netuid, swapped.feePaid]));
  return swapped.amountPaidOut;
}

/** returns: rao the author got; without an author the alpha is burned */
function sellFeeForAuthor(ctx: Ctx, netuid: NetUid, alphaFee: bigint): bigint {
  const author = getBlockAuthor(ctx);
  if (author === undefined) {
    burnSubnetAlpha(ctx, netuid, alphaFee);
    return 0n;
  }
  const { amountPaidOut } = swapAlphaForTao(ctx, netuid, alphaFee, FEELESS_SALE);
  transferTaoFromSubnet(ctx, netuid, author, amountPaidOut);
  return amountPaidOut;
}
