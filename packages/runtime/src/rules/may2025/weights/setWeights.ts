/** A validator says how much each miner is worth. */

import { ensureSigned, type Ctx, type Origin } from '@taonet/frame';
import { ensure, refuse, type AccountId, type NetUid, type Uid } from '@taonet/primitives';
import { checkVecMaxLimited, vecU16MaxUpscaleToU16 } from '@taonet/yuma';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { ifSubnetExist, ROOT_NETUID } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { getUidForNetAndHotkey, isHotkeyRegisteredOnNetwork, setLastUpdateForUid } from '../../../pallets/subtensor/subnets/uids.ts';
import { ensureLength, ensureNeuronRateLimit, ensureStakeWeight, ensureVersionKey, isSelfWeight } from '../../../pallets/subtensor/weights/checks.ts';
import { batchSetWeights, ensureKnownUids, type WeightsBatch, type WeightsOrder as MechanismOrder } from '../../../pallets/subtensor/weights/setWeights.ts';
import { E, Ev, S } from '../pallet.ts';

/** One list of weights: `values[i]` for neuron `uids[i]`. */
export type WeightsOrder = Omit<MechanismOrder, 'mechid'>;

const U16_MAX = 65_535;

/**
 * Stores the weights, scaled so that the largest is 65535. Under commit-reveal the last update stays that of the commit, and there
 * is no rate limit here. The subnet's owner has no privilege.
 *
 * refuses CanNotSetRootNetworkWeights, WeightVecNotEqualSize, SubNetworkDoesNotExist, UidsLengthExceedUidsInSubNet,
 *   HotKeyNotRegisteredInSubNet, NotEnoughStakeToSetWeights, IncorrectWeightVersionKey, SettingWeightsTooFast,
 *   NeuronNoValidatorPermit, DuplicateUids, UidVecContainInvalidOne, WeightVecLengthIsLow, MaxWeightExceeded
 * source: pallets/subtensor/src/subnets/weights.rs, do_set_weights @ 1b0c63a
 */
export function doSetWeights(ctx: Ctx, origin: Origin, order: WeightsOrder): void {
  const { netuid, uids, values } = order;
  const hotkey = ensureSigned(origin);
  ensure(netuid !== ROOT_NETUID, E.CanNotSetRootNetworkWeights, { netuid });
  ensure(uids.length === values.length, E.WeightVecNotEqualSize, { netuid, actual: values.length, required: uids.length });
  ensure(ifSubnetExist(ctx, netuid), E.SubNetworkDoesNotExist, { netuid });
  const isCommitReveal = S.CommitRevealWeightsEnabled.get(ctx, netuid);

  const uid = ensureMaySet(ctx, hotkey, order);
  if (!isCommitReveal) ensureNeuronRateLimit(ctx, { netuid, netuidIndex: netuid, uid }, E.SettingWeightsTooFast);
  const hasPermit = S.ValidatorPermit.get(ctx, netuid)[uid] ?? false;
  ensure(isSelfWeight(uid, uids) || hasPermit, E.NeuronNoValidatorPermit, { netuid, uid });
  ensureKnownUids(ctx, netuid, uids);
  ensureLength(ctx, netuid, uid, uids);
  const scaled = vecU16MaxUpscaleToU16(values);
  ensureMaxWeightLimited(ctx, netuid, { uid, uids, scaled });

  S.Weights.set(ctx, netuid, uid, uids.map((to, i) => [to, scaled[i]!]));
  if (!isCommitReveal) setLastUpdateForUid(ctx, netuid, uid, getCurrentBlockAsU64(ctx));
  ctx.deposit(Ev.WeightsSet([netuid, uid]));
}

/** The signer's side. */
function ensureMaySet(ctx: Ctx, hotkey: AccountId, { netuid, uids, versionKey }: WeightsOrder): Uid {
  const neuronCount = S.SubnetworkN.get(ctx, netuid);
  ensure(uids.length <= neuronCount, E.UidsLengthExceedUidsInSubNet, { netuid, actual: uids.length, required: neuronCount });
  ensure(isHotkeyRegisteredOnNetwork(ctx, netuid, hotkey), E.HotKeyNotRegisteredInSubNet, { netuid, hotkey });
  ensureStakeWeight(ctx, hotkey, netuid);
  ensureVersionKey(ctx, netuid, versionKey);
  return getUidForNetAndHotkey(ctx, netuid, hotkey);
}

/**
 * No weight but one to itself may be a greater part of all than the limit.
 *
 * refuses MaxWeightExceeded
 * source: pallets/subtensor/src/subnets/weights.rs, max_weight_limited @ 1b0c63a
 */
function ensureMaxWeightLimited(ctx: Ctx, netuid: NetUid, { uid, uids, scaled }: { uid: Uid; uids: readonly Uid[]; scaled: readonly number[] }): void {
  const limit = S.MaxWeightsLimit.get(ctx, netuid);
  if (isSelfWeight(uid, uids) || limit === U16_MAX) return;
  ensure(checkVecMaxLimited(scaled, limit), E.MaxWeightExceeded, { netuid, uid, required: limit });
}

/**
 * Weights are set openly only where they need not be committed first.
 *
 * refuses CommitRevealEnabled and what `doSetWeights` refuses
 * source: pallets/subtensor/src/macros/dispatches.rs, set_weights @ 1b0c63a
 */
export function setOpenWeights(ctx: Ctx, origin: Origin, order: WeightsOrder): void {
  if (S.CommitRevealWeightsEnabled.get(ctx, order.netuid)) refuse(E.CommitRevealEnabled, { netuid: order.netuid });
  doSetWeights(ctx, origin, order);
}

/**
 * Weights for several subnets. A refused one is reported by event, the others stand.
 *
 * refuses InputLengthsUnequal
 * source: pallets/subtensor/src/subnets/weights.rs, do_batch_set_weights @ 1b0c63a
 */
export function doBatchSetWeights(ctx: Ctx, origin: Origin, netuids: readonly NetUid[], batch: WeightsBatch): void {
  batchSetWeights(ctx, origin, netuids, batch, (order) => setOpenWeights(ctx, origin, order));
}
