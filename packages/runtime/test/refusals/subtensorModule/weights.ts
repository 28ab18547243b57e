import { signed, type BlockCtx } from '@taonet/frame';
import { S } from '../../../src/pallets/subtensor/pallet.ts';
import { getCommitHash } from '../../../src/pallets/subtensor/weights/commitHash.ts';
import type { Provocation } from '../provoke.ts';
import { all, HOTKEY, hotkey, NETUID, OTHER_COLDKEY, OTHER_HOTKEY, seats, subnet, subtensor, THIRD_HOTKEY, unguarded, type Step } from './scenery.ts';

/** A subnet of three neurons, the first of them a validator, which sets weights openly. */
const open: Step = all(subnet(), seats(NETUID, HOTKEY, OTHER_HOTKEY, THIRD_HOTKEY), (ctx) => {
  S.CommitRevealWeightsEnabled.set(ctx, NETUID, false);
  S.ValidatorPermit.set(ctx, NETUID, [true, false, false]);
  S.MinAllowedWeights.set(ctx, NETUID, 2);
});
const needsStake: Step = (ctx) => S.StakeThreshold.set(ctx, 1_000n);
const updated: Step = (ctx) => S.LastUpdate.set(ctx, NETUID, [950n, 0n, 0n]);
const noPermit: Step = (ctx) => S.ValidatorPermit.set(ctx, NETUID, [false, false, false]);
const openRoot: Step = (ctx) => S.CommitRevealWeightsEnabled.set(ctx, 0, false);

const weights = (dests: number[], more: object = {}) => subtensor('set_weights', { netuid: NETUID, dests, weights: dests.map(() => 1), version_key: 0n, ...more });
const WELL_FORMED = weights([1, 2]);

function sets(error: string, call: Provocation['call'], facts: Provocation['facts'], more: Partial<Provocation> = {}): Provocation {
  return { error: `SubtensorModule.${error}`, arrange: open, origin: hotkey, call, facts, ...more };
}

const setting: readonly Provocation[] = [
  sets('CanNotSetRootNetworkWeights', weights([1, 2], { netuid: 0 }), { netuid: 0 }, { arrange: openRoot }),
  sets('WeightVecNotEqualSize', weights([1, 2], { weights: [1] }), { netuid: NETUID, actual: 1, required: 2 }),
  sets('UidsLengthExceedUidsInSubNet', weights([0, 1, 2, 3]), { netuid: NETUID, actual: 4, required: 3 }),
  sets('HotKeyNotRegisteredInSubNet', WELL_FORMED, { netuid: NETUID, hotkey: OTHER_COLDKEY }, { because: 'set_weights', origin: signed(OTHER_COLDKEY) }),
  sets('NotEnoughStakeToSetWeights', WELL_FORMED, { netuid: NETUID, hotkey: HOTKEY, actual: 0n, required: 1_000n }, { because: 'before dispatch', arrange: all(open, needsStake) }),
  sets('NotEnoughStakeToSetWeights', WELL_FORMED, { netuid: NETUID, hotkey: HOTKEY, actual: 0n, required: 1_000n }, { because: 'at dispatch', arrange: all(open, needsStake), ...unguarded(HOTKEY, WELL_FORMED) }),
  sets('IncorrectWeightVersionKey', WELL_FORMED, { netuid: NETUID, actual: 0n, required: 5n }, { arrange: all(open, (ctx) => S.WeightsVersionKey.set(ctx, NETUID, 5n)) }),
  sets('SettingWeightsTooFast', WELL_FORMED, { netuid: NETUID, uid: 0, actual: 1_000n, required: 1_050n }, { because: 'before dispatch', arrange: all(open, updated) }),
  sets('SettingWeightsTooFast', WELL_FORMED, { netuid: NETUID, uid: 0, actual: 1_000n, required: 1_050n }, { because: 'at dispatch', arrange: all(open, updated), ...unguarded(HOTKEY, WELL_FORMED) }),
  sets('SettingWeightsTooFast', subtensor('set_mechanism_weights', { netuid: NETUID, mecid: 3, dests: [1, 2], weights: [1, 1], version_key: 0n }), { netuidIndex: 3 * 4_096 + NETUID, actual: 'no such mechanism' }, { because: 'a mechanism that does not exist' }),
  sets('NeuronNoValidatorPermit', WELL_FORMED, { netuid: NETUID, uid: 0 }, { arrange: all(open, noPermit) }),
  sets('DuplicateUids', weights([2, 1, 1]), { netuid: NETUID, uid: 1 }),
  sets('UidVecContainInvalidOne', weights([1, 3]), { netuid: NETUID, uid: 3 }),
  sets('WeightVecLengthIsLow', weights([1]), { netuid: NETUID, actual: 1, required: 2 }),
  sets('CommitRevealEnabled', WELL_FORMED, { netuid: NETUID }, { arrange: all(open, (ctx) => S.CommitRevealWeightsEnabled.set(ctx, NETUID, true)) }),
];

const REVEALED = { uids: [0], values: [1], salt: [7], versionKey: 0n };
const reveal = (salt: number[]) => subtensor('reveal_weights', { netuid: NETUID, uids: [0], values: [1], salt, version_key: 0n });
const RIGHT = reveal([7]);
const WRONG = reveal([8]);
const twice = subtensor('batch_reveal_weights', { netuid: NETUID, uids_list: [[0], [0]], values_list: [[1], [1]], salts_list: [[7], [7]], version_keys: [0n, 0n] });
const commit = subtensor('commit_weights', { netuid: NETUID, commit_hash: '00'.repeat(32) });

/** A subnet in epoch 5 where commits must be revealed in the epoch after theirs. */
const sealed: Step = all(subnet(), seats(NETUID, HOTKEY), (ctx) => S.SubnetEpochIndex.set(ctx, NETUID, 5n));
const hashOf = (ctx: BlockCtx) => getCommitHash(ctx, HOTKEY, NETUID, REVEALED);
const committed = (...epochs: readonly bigint[]): Step => (ctx) => S.WeightCommits.set(ctx, NETUID, HOTKEY, epochs.map((epoch) => [hashOf(ctx), epoch, 900n, 0n]));
const over: Step = (ctx) => S.WeightCommits.set(ctx, NETUID, HOTKEY, [['11'.repeat(32), 3n, 900n, 0n]]);

const committing: readonly Provocation[] = [
  sets('CommitRevealDisabled', commit, { netuid: NETUID }, { because: 'a commit' }),
  sets('CommitRevealDisabled', RIGHT, { netuid: NETUID }, { because: 'a reveal', arrange: all(sealed, committed(4n), (ctx) => S.CommitRevealWeightsEnabled.set(ctx, NETUID, false)) }),
  sets('HotKeyNotRegisteredInSubNet', commit, { netuid: NETUID, hotkey: OTHER_COLDKEY }, { because: 'commit_weights', arrange: sealed, origin: signed(OTHER_COLDKEY) }),
  sets('NoWeightsCommitFound', RIGHT, { netuid: NETUID, hotkey: HOTKEY }, { because: 'none at all, before dispatch', arrange: sealed }),
  sets('NoWeightsCommitFound', WRONG, { netuid: NETUID, hotkey: HOTKEY }, { because: 'not of these weights, before dispatch', arrange: all(sealed, committed(4n)) }),
  sets('NoWeightsCommitFound', RIGHT, { netuid: NETUID, hotkey: HOTKEY }, { because: 'none at all, at dispatch', arrange: sealed, ...unguarded(HOTKEY, RIGHT) }),
  sets('NoWeightsCommitFound', WRONG, { netuid: NETUID, hotkey: HOTKEY, waiting: 0 }, { because: 'all are over', arrange: all(sealed, over), ...unguarded(HOTKEY, WRONG) }),
  sets('InvalidRevealCommitHashNotMatch', WRONG, { netuid: NETUID, hotkey: HOTKEY, waiting: 1 }, { because: 'other weights', arrange: all(sealed, committed(4n)), ...unguarded(HOTKEY, WRONG) }),
  sets('InvalidRevealCommitHashNotMatch', twice, { netuid: NETUID, hotkey: HOTKEY }, { because: 'the same twice in a batch', arrange: all(sealed, committed(4n)) }),
];

export const rows: readonly Provocation[] = [...setting, ...committing];
