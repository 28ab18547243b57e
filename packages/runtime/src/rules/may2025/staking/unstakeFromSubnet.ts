import type { Ctx } from '@taonet/frame';
import { saturatingSubU64 } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { Ev, S } from '../../../pallets/subtensor/pallet.ts';
import { swapAlphaForTao } from './poolSwaps.ts';
import { decreaseStakeForHotkeyAndColdkeyOnSubnet, type StakeKey } from './sharePools.ts';
import { donateFee } from './stakeIntoSubnet.ts';

/**
 * Staked alpha is sold; `fee` rao of the TAO go back to the pool. The caller gives the rest to somebody. Event StakeRemoved.
 *
 * returns: rao after the fee
 * source: pallets/subtensor/src/staking/stake_utils.rs, unstake_from_subnet @ 1b0c63a
 */
export function unstakeFromSubnet(ctx: Ctx, key: StakeKey, alpha: bigint, fee: bigint): bigint {
  const { coldkey, hotkey, netuid } = key;
  const sold = decreaseStakeForHotkeyAndColdkeyOnSubnet(ctx, key, alpha);
  const tao = swapAlphaForTao(ctx, netuid, sold);
  const unstaked = saturatingSubU64(tao, fee);
  const paidFee = tao - unstaked;
  donateFee(ctx, netuid, paidFee);
  S.LastColdkeyHotkeyStakeBlock.set(ctx, coldkey, hotkey, getCurrentBlockAsU64(ctx));
  ctx.deposit(Ev.StakeRemoved([coldkey, hotkey, unstaked, sold, netuid, paidFee]));
  return unstaked;
}
