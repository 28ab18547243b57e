import type { StateCtx } from '@taonet/frame';
import { U96F32, type AccountId, type NetUid } from '@taonet/primitives';
import { S } from '../../../pallets/subtensor/pallet.ts';
import { isStable, simSwapAlphaForTao } from './poolSwaps.ts';
import { STAKING_FEE_RAO } from './stakeAmounts.ts';

/** Upstream's "20 % a year": 0.00005 of what is moved, one epoch's part. */
const APR_20_PERCENT = U96F32.fromLiteral('0.00005');

export interface StakeOrigin {
  readonly hotkey: AccountId;
  readonly netuid: NetUid;
}

const part = (tao: U96F32, share: U96F32): bigint => U96F32.saturatingToU64(U96F32.saturatingMul(tao, share));

/**
 * What taking `alpha` from a hotkey costs: as much as one epoch pays on it, at least 0.00005 of its worth and 50,000 rao. The flat
 * 50,000 on stable subnets and within one subnet (`destinationNetuid`; undefined when the TAO goes to a balance).
 *
 * returns: rao, to be left in the pools · rounding: the rate and each product cut to 2⁻³², fees floored
 * source: pallets/subtensor/src/staking/stake_utils.rs, calculate_staking_fee @ 1b0c63a
 */
export function calculateStakingFee(ctx: StateCtx, { hotkey, netuid }: StakeOrigin, destinationNetuid: NetUid | undefined, alpha: bigint): bigint {
  if (destinationNetuid === netuid || isStable(ctx, netuid)) return STAKING_FEE_RAO;
  const dividends = U96F32.fromInt(S.AlphaDividendsPerSubnet.get(ctx, netuid, hotkey));
  const rate = U96F32.safeDiv(dividends, U96F32.fromInt(S.TotalHotkeyAlphaLastEpoch.get(ctx, hotkey, netuid)));
  const [least, ofEpoch] = [leastStakingFee(ctx, netuid, alpha), part(worth(ctx, netuid, alpha), rate)];
  return ofEpoch > least ? ofEpoch : least;
}

/** The same where the hotkey earned nothing. */
export function leastStakingFee(ctx: StateCtx, netuid: NetUid, alpha: bigint): bigint {
  if (isStable(ctx, netuid)) return STAKING_FEE_RAO;
  const ofWorth = part(worth(ctx, netuid, alpha), APR_20_PERCENT);
  return ofWorth > STAKING_FEE_RAO ? ofWorth : STAKING_FEE_RAO;
}

const worth = (ctx: StateCtx, netuid: NetUid, alpha: bigint): U96F32 => U96F32.fromInt(simSwapAlphaForTao(ctx, netuid, alpha) ?? 0n);
