import type { Ctx, StateCtx } from '@taonet/frame';
import { saturatingAddU64, saturatingSubU64, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { Ev, S } from '../../../pallets/subtensor/pallet.ts';
import { swapTaoForAlpha } from './poolSwaps.ts';
import { increaseStakeForHotkeyAndColdkeyOnSubnet, type StakeKey } from './sharePools.ts';

/** A fee stays in the pool of the subnet: nobody is paid, the price rises. */
export function donateFee(ctx: StateCtx, netuid: NetUid, fee: bigint): void {
  S.SubnetTAO.mutate(ctx, netuid, (total) => saturatingAddU64(total, fee));
  S.TotalStake.mutate(ctx, (total) => saturatingAddU64(total, fee));
}

/**
 * TAO, taken from the coldkey before, becomes alpha staked on the hotkey; `fee` rao of it go to the pool. What a pool that is
 * too small refuses to swap is lost. Event StakeAdded.
 *
 * returns: alpha staked
 * source: pallets/subtensor/src/staking/stake_utils.rs, stake_into_subnet @ 1b0c63a
 */
export function stakeIntoSubnet(ctx: Ctx, key: StakeKey, tao: bigint, fee: bigint): bigint {
  const { coldkey, hotkey, netuid } = key;
  const staked = saturatingSubU64(tao, fee);
  const paidFee = tao - staked;
  const bought = swapTaoForAlpha(ctx, netuid, staked);
  const alpha = staked > 0n && bought > 0n ? increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, key, bought) : 0n;
  donateFee(ctx, netuid, paidFee);
  S.LastColdkeyHotkeyStakeBlock.set(ctx, coldkey, hotkey, getCurrentBlockAsU64(ctx));
  ctx.deposit(Ev.StakeAdded([coldkey, hotkey, staked, alpha, netuid, paidFee]));
  return alpha;
}
