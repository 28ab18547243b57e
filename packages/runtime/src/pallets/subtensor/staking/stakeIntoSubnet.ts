import { inLayer, type Ctx } from '@taonet/frame';
import { ensure, type AccountId, type NetUid } from '@taonet/primitives';
import { getBlockAuthor } from '../../aura/blockAuthor.ts';
import { recordTaoInflow } from '../coinbase/flows.ts';
import { burnTao, transferTaoFromSubnet, transferTaoToSubnet } from '../coinbase/tao.ts';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { cleanupLockIfZero } from '../locks/lockStake.ts';
import { E, Ev, S } from '../pallet.ts';
import { getSubnetAccountId, ROOT_NETUID } from '../subnets/subnetwork.ts';
import { addStakingHotkey } from './accounts.ts';
import { swapTaoForAlpha, type SwapTerms } from './poolSwaps.ts';
import { addStakeAdjustRootClaimed } from './rootClaim/adjustClaimed.ts';
import { maybeAddColdkeyIndex } from './rootClaim/coldkeyIndex.ts';
import { increaseStakeForHotkeyAndColdkeyOnSubnet, tryIncreaseStakeForHotkeyOnSubnet, type StakeKey } from './stakeShares.ts';

/**
 * TAO of the coldkey becomes alpha staked on the hotkey. The swap fee goes to the block's author; TAO the pool did not take
 * stays on the subnet's account. Event StakeAdded.
 *
 * returns: alpha staked · refuses SubnetNotExists, InsufficientBalance, AmountTooLow, InsufficientLiquidity, and what a swap refuses
 * source: pallets/subtensor/src/staking/stake_utils.rs, stake_into_subnet @ 14bc6f9
 */
export function stakeIntoSubnet(ctx: Ctx, key: StakeKey, tao: bigint, terms: SwapTerms): bigint {
  const { coldkey, hotkey, netuid } = key;
  const staked = transferTaoToSubnet(ctx, netuid, coldkey, tao);
  const swapped = swapTaoForAlpha(ctx, netuid, staked, terms);
  const alpha = swapped.amountPaidOut;
  ensure(alpha !== 0n, E.AmountTooLow, { netuid, actual: alpha, required: 1n });
  ensure(tryIncreaseStakeForHotkeyOnSubnet(ctx, hotkey, netuid, alpha), E.InsufficientLiquidity, { netuid, hotkey, alpha, check: 'it buys a share' });
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, key, alpha);
  addStakingHotkey(ctx, coldkey, hotkey);
  payFeeToAuthor(ctx, netuid, swapped.feeToBlockAuthor);
  recordTaoInflow(ctx, netuid, swapped.amountPaidIn);
  cleanupLockIfZero(ctx, coldkey, netuid);
  S.LastColdkeyHotkeyStakeBlock.set(ctx, coldkey, hotkey, getCurrentBlockAsU64(ctx));
  if (netuid === ROOT_NETUID) {
    addStakeAdjustRootClaimed(ctx, hotkey, coldkey, alpha);
    maybeAddColdkeyIndex(ctx, coldkey);
  }
  ctx.deposit(Ev.StakeAdded([coldkey, hotkey, staked, alpha, netuid, swapped.feePaid]));
  return alpha;
}

function payFeeToAuthor(ctx: Ctx, netuid: NetUid, fee: bigint): void {
  const author = getBlockAuthor(ctx);
  if (author !== undefined) return transferTaoFromSubnet(ctx, netuid, author, fee);
  const account: AccountId | undefined = getSubnetAccountId(ctx, netuid);
  if (account !== undefined) inLayer(ctx, () => burnTao(ctx, account, fee));
}
