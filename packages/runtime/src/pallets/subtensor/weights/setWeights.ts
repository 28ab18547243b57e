/** A validator says how much each miner is worth. */

import { ensureSigned, inLayer, type Ctx, type Origin } from '@taonet/frame';
import { ensure, refuse, type AccountId, type MechId, type NetUid, type Refusal, type Uid } from '@taonet/primitives';
import { mechanismStorageIndex, vecU16MaxUpscaleToU16 } from '@taonet/yuma';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { E, Ev, S } from '../pallet.ts';
import { ensureMechanismExists, MAIN_MECHANISM } from '../subnets/mechanismIndex.ts';
import { ROOT_NETUID } from '../subnets/subnetwork.ts';
import { getUidForNetAndHotkey, isHotkeyRegisteredOnNetwork, isUidExistOnNetwork, setLastUpdateForUid } from '../subnets/uids.ts';
import { checkValidatorPermit, ensureLength, ensureRateLimit, ensureVersionKey, ensureWeightsMinStake } from './checks.ts';

/** One list of weights: `values[i]` for neuron `uids[i]`. */
export interface WeightsOrder {
  readonly netuid: NetUid;
  readonly mechid: MechId;
  readonly uids: readonly Uid[];
  readonly values: readonly number[];
  readonly versionKey: bigint;
}

/**
 * Stores the weights, scaled so that the largest is 65535. Under commit-reveal the last update stays that of the commit, and there is no rate limit here.
 *
 * refuses CanNotSetRootNetworkWeights, WeightVecNotEqualSize, MechanismDoesNotExist, UidsLengthExceedUidsInSubNet,
 *   HotKeyNotRegisteredInSubNet, NotEnoughStakeToSetWeights, IncorrectWeightVersionKey, SettingWeightsTooFast,
 *   NeuronNoValidatorPermit, DuplicateUids, UidVecContainInvalidOne, WeightVecLengthIsLow
 * source: pallets/subtensor/src/subnets/weights.rs, internal_set_weights @ 14bc6f9 (its limit of a single weight is 65535 and cannot be exceeded)
 */
export function doSetMechanismWeights(ctx: Ctx, origin: Origin, order: WeightsOrder): void {
  const { netuid, mechid, uids, values } = order;
  const hotkey = ensureSigned(origin);
  ensure(netuid !== ROOT_NETUID, E.CanNotSetRootNetworkWeights, { netuid });
  ensure(uids.length === values.length, E.WeightVecNotEqualSize, { netuid, actual: values.length, required: uids.length });
  ensureMechanismExists(ctx, netuid, mechid);
  const index = mechanismStorageIndex(netuid, mechid);
  const isCommitReveal = S.CommitRevealWeightsEnabled.get(ctx, netuid);
  const block = getCurrentBlockAsU64(ctx);

  const uid = ensureMaySet(ctx, hotkey, order);
  if (!isCommitReveal) ensureRateLimit(ctx, index, uid, E.SettingWeightsTooFast);
  ensureWellFormed(ctx, uid, order);

  const scaled = vecU16MaxUpscaleToU16(values);
  S.Weights.set(ctx, index, uid, uids.map((to, i) => [to, scaled[i]!]));
  if (!isCommitReveal) setLastUpdateForUid(ctx, index, uid, block);
  ctx.deposit(Ev.WeightsSet([index, uid]));
}

/** The signer's side. */
function ensureMaySet(ctx: Ctx, hotkey: AccountId, { netuid, uids, versionKey }: WeightsOrder): Uid {
  const neuronCount = S.SubnetworkN.get(ctx, netuid);
  ensure(uids.length <= neuronCount, E.UidsLengthExceedUidsInSubNet, { netuid, actual: uids.length, required: neuronCount });
  ensure(isHotkeyRegisteredOnNetwork(ctx, netuid, hotkey), E.HotKeyNotRegisteredInSubNet, { netuid, hotkey });
  ensureWeightsMinStake(ctx, hotkey, netuid);
  ensureVersionKey(ctx, netuid, versionKey);
  return getUidForNetAndHotkey(ctx, netuid, hotkey);
}

/** The list's side. */
function ensureWellFormed(ctx: Ctx, uid: Uid, { netuid, uids }: WeightsOrder): void {
  ensure(checkValidatorPermit(ctx, netuid, uid, uids), E.NeuronNoValidatorPermit, { netuid, uid });
  ensureKnownUids(ctx, netuid, uids);
  ensureLength(ctx, netuid, uid, uids);
}

/** refuses DuplicateUids, UidVecContainInvalidOne */
export function ensureKnownUids(ctx: Ctx, netuid: NetUid, uids: readonly Uid[]): void {
  if (new Set(uids).size !== uids.length) refuse(E.DuplicateUids, { netuid, uid: uids.find((to, i) => uids.indexOf(to) < i) });
  const unknown = uids.find((to) => !isUidExistOnNetwork(ctx, netuid, to));
  ensure(unknown === undefined, E.UidVecContainInvalidOne, { netuid, uid: unknown });
}

/**
 * Weights for the main mechanism of several subnets. A refused one is reported by event, the others stand.
 *
 * refuses InputLengthsUnequal
 * source: pallets/subtensor/src/subnets/weights.rs, do_batch_set_weights @ 14bc6f9
 */
export function doBatchSetWeights(ctx: Ctx, origin: Origin, netuids: readonly NetUid[], batch: WeightsBatch): void {
  batchSetWeights(ctx, origin, netuids, batch, (order) => {
    if (S.CommitRevealWeightsEnabled.get(ctx, order.netuid)) refuse(E.CommitRevealEnabled, { netuid: order.netuid });
    doSetMechanismWeights(ctx, origin, { ...order, mechid: MAIN_MECHANISM });
  });
}

/** For each subnet a row of (uid, weight) and a version key. */
export interface WeightsBatch {
  readonly weights: readonly (readonly (readonly [Uid, number])[])[];
  readonly versionKeys: readonly bigint[];
}

/** Hands each subnet's weights to `set`. refuses InputLengthsUnequal */
export function batchSetWeights(
  ctx: Ctx,
  origin: Origin,
  netuids: readonly NetUid[],
  { weights, versionKeys }: WeightsBatch,
  set: (order: Omit<WeightsOrder, 'mechid'>) => void,
): void {
  const hotkey = ensureSigned(origin);
  const odd = [weights, versionKeys].find(({ length }) => length !== netuids.length);
  ensure(odd === undefined, E.InputLengthsUnequal, { actual: odd?.length, required: netuids.length });
  runBatch(ctx, hotkey, netuids, (netuid, i) => {
    const row = weights[i]!;
    set({ netuid, uids: row.map(([uid]) => uid), values: row.map(([, value]) => value), versionKey: versionKeys[i]! });
  });
}

/**
 * Runs one item per subnet, each for itself; afterwards one event per refused item, and that all is done.
 *
 * source: pallets/subtensor/src/subnets/weights.rs, do_batch_set_weights, do_batch_commit_weights @ 14bc6f9
 */
export function runBatch(ctx: Ctx, hotkey: AccountId, netuids: readonly NetUid[], item: (netuid: NetUid, i: number) => void): void {
  const failed: [NetUid, Refusal][] = [];
  netuids.forEach((netuid, i) => {
    const outcome = inLayer(ctx, () => item(netuid, i));
    if ('refusal' in outcome) failed.push([netuid, outcome.refusal]);
  });
  if (failed.length > 0) ctx.deposit(Ev.BatchCompletedWithErrors());
  for (const [netuid, refusal] of failed) ctx.deposit(Ev.BatchWeightItemFailed([netuid, refusal.error]));
  ctx.deposit(Ev.BatchWeightsCompleted([[...netuids], hotkey]));
}
