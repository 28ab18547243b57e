/** What a list of weights and the neuron that sets it must satisfy. */

import type { StateCtx } from '@taonet/frame';
import { I64F64, saturatingSubU64, type AccountId, type NetUid, type Uid } from '@taonet/primitives';
import { S } from '../pallet.ts';
import { getStakeWeightForHotkeyOnSubnet } from '../staking/stakeWeights.ts';
import { tryNetuidAndMechid } from '../subnets/mechanismIndex.ts';
import { getOwnerUid, isUidExistOnNetwork } from '../subnets/uids.ts';

/**
 * Whether the hotkey has enough stake to set weights; the subnet owner's hotkey always has.
 *
 * source: pallets/subtensor/src/lib.rs, check_weights_min_stake @ 14bc6f9
 */
export function checkWeightsMinStake(ctx: StateCtx, hotkey: AccountId, netuid: NetUid): boolean {
  const ownerUid = getOwnerUid(ctx, netuid);
  if (ownerUid !== undefined && S.Uids.get(ctx, netuid, hotkey) === ownerUid) return true;
  return getStakeWeightForHotkeyOnSubnet(ctx, hotkey, netuid) >= asComparedBits(S.StakeThreshold.get(ctx));
}

/**
 * The threshold as upstream's fixed-point crate compares it with an I64F64: from 2^63 on its top bit is taken for a sign, so
 * that such a threshold lets everybody pass.
 *
 * source: crate substrate-fixed 0.6.0, src/cmp.rs, src/int_helper.rs (overflow does not count the sign bit)
 */
const asComparedBits = (threshold: bigint): bigint => BigInt.asIntN(I64F64.int + I64F64.frac, threshold << BigInt(I64F64.frac));

/**
 * Whether validator code of this version may set weights; a subnet's key of 0 lets all.
 *
 * source: pallets/subtensor/src/subnets/weights.rs, check_version_key @ 14bc6f9
 */
export function checkVersionKey(ctx: StateCtx, netuid: NetUid, versionKey: bigint): boolean {
  const needed = S.WeightsVersionKey.get(ctx, netuid);
  return needed === 0n || versionKey >= needed;
}

/**
 * Whether the neuron's last update lies far enough back; false where subnet, mechanism or neuron do not exist.
 *
 * source: pallets/subtensor/src/subnets/weights.rs, check_rate_limit @ 14bc6f9
 */
export function checkRateLimit(ctx: StateCtx, netuidIndex: number, uid: Uid, block: bigint): boolean {
  const found = tryNetuidAndMechid(ctx, netuidIndex);
  if (found === undefined || !isUidExistOnNetwork(ctx, found.netuid, uid)) return false;
  const lastUpdate = S.LastUpdate.get(ctx, netuidIndex)[uid] ?? 0n;
  return lastUpdate === 0n || saturatingSubU64(block, lastUpdate) >= S.WeightsSetRateLimit.get(ctx, found.netuid);
}

/**
 * Exactly one weight, on the neuron itself.
 *
 * source: pallets/subtensor/src/subnets/weights.rs, is_self_weight @ 14bc6f9
 */
export function isSelfWeight(uid: Uid, uids: readonly Uid[]): boolean {
  return uids.length === 1 && uids[0] === uid;
}

/**
 * Whether the neuron may set these weights: a self weight, the owner's neuron, or a validator permit.
 *
 * source: pallets/subtensor/src/subnets/weights.rs, check_validator_permit @ 14bc6f9
 */
export function checkValidatorPermit(ctx: StateCtx, netuid: NetUid, uid: Uid, uids: readonly Uid[]): boolean {
  return isSelfWeight(uid, uids) || getOwnerUid(ctx, netuid) === uid || (S.ValidatorPermit.get(ctx, netuid)[uid] ?? false);
}

/**
 * Whether there are enough weights: MinAllowedWeights or the number of neurons, whichever is smaller; a self weight is enough.
 *
 * source: pallets/subtensor/src/subnets/weights.rs, check_length @ 14bc6f9
 */
export function checkLength(ctx: StateCtx, netuid: NetUid, uid: Uid, uids: readonly Uid[]): boolean {
  return isSelfWeight(uid, uids) || uids.length >= minAllowedWeights(ctx, netuid);
}

export function minAllowedWeights(ctx: StateCtx, netuid: NetUid): number {
  return Math.min(S.MinAllowedWeights.get(ctx, netuid), S.SubnetworkN.get(ctx, netuid));
}
