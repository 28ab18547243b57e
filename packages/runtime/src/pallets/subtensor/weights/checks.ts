/** What a list of weights and the neuron that sets it must satisfy. */

import type { StateCtx } from '@taonet/frame';
import { ensure, I64F64, refuse, saturatingSubU64, type AccountId, type NetUid, type Refusal, type Uid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { E, S } from '../pallet.ts';
import { getStakeWeightForHotkeyOnSubnet } from '../staking/stakeWeights.ts';
import { tryNetuidAndMechid } from '../subnets/mechanismIndex.ts';
import { getOwnerUid, isUidExistOnNetwork } from '../subnets/uids.ts';

/**
 * Refuses unless the hotkey has enough stake to set weights; the subnet owner's hotkey always has.
 *
 * refuses NotEnoughStakeToSetWeights
 * source: pallets/subtensor/src/lib.rs, check_weights_min_stake @ 14bc6f9
 */
export function ensureWeightsMinStake(ctx: StateCtx, hotkey: AccountId, netuid: NetUid): void {
  const ownerUid = getOwnerUid(ctx, netuid);
  if (ownerUid !== undefined && S.Uids.get(ctx, netuid, hotkey) === ownerUid) return;
  ensureStakeWeight(ctx, hotkey, netuid);
}

/**
 * The same without regard to who owns the subnet.
 *
 * refuses NotEnoughStakeToSetWeights
 * source: pallets/subtensor/src/lib.rs, check_weights_min_stake @ 1b0c63a
 */
export function ensureStakeWeight(ctx: StateCtx, hotkey: AccountId, netuid: NetUid): void {
  const stakeWeight = getStakeWeightForHotkeyOnSubnet(ctx, hotkey, netuid);
  const threshold = S.StakeThreshold.get(ctx);
  if (stakeWeight >= asComparedBits(threshold)) return;
  refuse(E.NotEnoughStakeToSetWeights, { netuid, hotkey, actual: I64F64.saturatingToU64(stakeWeight), required: threshold });
}

/**
 * The threshold as upstream's fixed-point crate compares it with an I64F64: from 2^63 on its top bit is taken for a sign, so
 * that such a threshold lets everybody pass.
 *
 * source: crate substrate-fixed 0.6.0, src/cmp.rs, src/int_helper.rs (overflow does not count the sign bit)
 */
const asComparedBits = (threshold: bigint): bigint => BigInt.asIntN(I64F64.int + I64F64.frac, threshold << BigInt(I64F64.frac));

/**
 * Refuses unless validator code of this version may set weights; a subnet's key of 0 lets all.
 *
 * refuses IncorrectWeightVersionKey
 * source: pallets/subtensor/src/subnets/weights.rs, check_version_key @ 14bc6f9
 */
export function ensureVersionKey(ctx: StateCtx, netuid: NetUid, versionKey: bigint): void {
  const needed = S.WeightsVersionKey.get(ctx, netuid);
  ensure(needed === 0n || versionKey >= needed, E.IncorrectWeightVersionKey, { netuid, actual: versionKey, required: needed });
}

/**
 * Refuses with `refusal` unless the neuron's last update lies far enough back; also where subnet, mechanism or neuron do not exist.
 *
 * source: pallets/subtensor/src/subnets/weights.rs, check_rate_limit @ 14bc6f9
 */
export function ensureRateLimit(ctx: StateCtx, netuidIndex: number, uid: Uid, refusal: Refusal): void {
  const found = tryNetuidAndMechid(ctx, netuidIndex) ?? refuse(refusal, { netuidIndex, actual: 'no such mechanism' });
  ensureNeuronRateLimit(ctx, { netuid: found.netuid, netuidIndex, uid }, refusal);
}

/**
 * The same where the mechanism is known to exist.
 *
 * source: pallets/subtensor/src/subnets/weights.rs, check_rate_limit @ 14bc6f9, @ 1b0c63a
 */
export function ensureNeuronRateLimit(ctx: StateCtx, { netuid, netuidIndex, uid }: { readonly netuid: NetUid; readonly netuidIndex: number; readonly uid: Uid }, refusal: Refusal): void {
  ensure(isUidExistOnNetwork(ctx, netuid, uid), refusal, { netuid, uid, actual: 'no such neuron' });
  const lastUpdate = S.LastUpdate.get(ctx, netuidIndex)[uid] ?? 0n;
  if (lastUpdate === 0n) return;
  const block = getCurrentBlockAsU64(ctx);
  const limit = S.WeightsSetRateLimit.get(ctx, netuid);
  ensure(saturatingSubU64(block, lastUpdate) >= limit, refusal, { netuid, uid, actual: block, required: lastUpdate + limit });
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
 * Refuses unless there are enough weights: MinAllowedWeights or the number of neurons, whichever is smaller; a self weight is enough.
 *
 * refuses WeightVecLengthIsLow
 * source: pallets/subtensor/src/subnets/weights.rs, check_length @ 14bc6f9
 */
export function ensureLength(ctx: StateCtx, netuid: NetUid, uid: Uid, uids: readonly Uid[]): void {
  if (isSelfWeight(uid, uids)) return;
  const min = Math.min(S.MinAllowedWeights.get(ctx, netuid), S.SubnetworkN.get(ctx, netuid));
  ensure(uids.length >= min, E.WeightVecLengthIsLow, { netuid, actual: uids.length, required: min });
}
