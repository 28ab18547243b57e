/** Weights that are committed first and revealed later. */

import { ROOT, type BlockCtx } from '@taonet/frame';
import { createCrypto } from '@taonet/crypto';
import { S as Drand } from '../../../src/pallets/drand/pallet.ts';
import { S } from '../../../src/pallets/subtensor/pallet.ts';
import { getCommitHash } from '../../../src/pallets/subtensor/weights/commitHash.ts';
import type { Provocation } from '../provoke.ts';
import { all, HOTKEY, hotkey, NETUID, NOWHERE, subtensor, unguarded } from './scenery.ts';
import { admin, neuron, row, subnets } from './stage.ts';

const HASH = 'ab'.repeat(32);
const reveal = { uids: [0], values: [1], salt: [7], version_key: 0n };
const batch = { netuid: NETUID, uids_list: [[0]], values_list: [[1]], salts_list: [[7]], version_keys: [0n] };
const revealed = getCommitHash({ crypto: await createCrypto() }, HOTKEY, NETUID, { ...reveal, versionKey: 0n });
const timelocked = { netuid: NETUID, commit: new Uint8Array(8), reveal_round: 5n, commit_reveal_version: 4 };

const validator = all(subnets, neuron);
const byHotkey = { origin: hotkey, arrange: validator };

/** The present epoch is number 20; the hotkey committed in these. */
const committed = (...epochs: readonly bigint[]) => (ctx: BlockCtx): void => {
  validator(ctx);
  S.SubnetEpochIndex.set(ctx, NETUID, 20n);
  S.WeightCommits.set(ctx, NETUID, HOTKEY, epochs.map((epoch) => [revealed, epoch, 990n, 0n]));
};
const waiting = Array.from({ length: 10 }, () => 20n);

export const rows: readonly Provocation[] = [
  row('TooManyUnrevealedCommits', { netuid: NETUID, hotkey: HOTKEY, actual: 10, required: 9 }, 'commit_weights', { netuid: NETUID, commit_hash: HASH }, { ...byHotkey, because: 'by hash', arrange: committed(...waiting) }),
  row('TooManyUnrevealedCommits', { netuid: NETUID, hotkey: HOTKEY, actual: 10, required: 9 }, 'commit_timelocked_weights', timelocked, {
    ...byHotkey, because: 'time-locked',
    arrange: all(validator, (ctx) => S.TimelockedWeightCommits.set(ctx, NETUID, 0n, Array.from({ length: 10 }, () => [HOTKEY, 990n, new Uint8Array(8), 5n]))),
  }),
  row('RevealTooEarly', { netuid: NETUID, actual: 20n, required: 21n }, 'reveal_weights', { netuid: NETUID, ...reveal }, { ...byHotkey, because: 'the epoch is to come', arrange: committed(20n) }),
  row('RevealTooEarly', { netuid: NETUID, actual: 20n, required: 19n }, 'reveal_weights', { netuid: NETUID, ...reveal }, { ...byHotkey, because: 'the epoch is over: the guard comes before ExpiredWeightCommit', arrange: committed(18n) }),
  row('RevealTooEarly', { netuid: NETUID, actual: 20n, required: 19n }, 'batch_reveal_weights', batch, {
    ...byHotkey, because: 'the epoch of one of a batch is over', arrange: committed(18n),
  }),
  row('ExpiredWeightCommit', { netuid: NETUID, hotkey: HOTKEY, hash: revealed }, '', {}, { because: 'the pallet itself', arrange: committed(18n), ...unguarded(HOTKEY, subtensor('reveal_weights', { netuid: NETUID, ...reveal })) }),
  row('ExpiredWeightCommit', { netuid: NETUID, hotkey: HOTKEY, hash: revealed }, '', {}, { because: 'the pallet itself, in a batch', arrange: committed(18n), ...unguarded(HOTKEY, subtensor('batch_reveal_weights', batch)) }),
  row('RevealTooEarly', { netuid: NETUID, actual: 20n, required: 21n }, '', {}, { because: 'the pallet itself', arrange: committed(20n), ...unguarded(HOTKEY, subtensor('reveal_weights', { netuid: NETUID, ...reveal })) }),
  row('InputLengthsUnequal', { actual: 1, required: 2 }, '', {}, { because: 'the pallet itself, commits', ...unguarded(HOTKEY, subtensor('batch_commit_weights', { netuids: [1, 2], commit_hashes: [HASH] })) }),
  row('InputLengthsUnequal', { actual: 0, required: 1 }, '', {}, { because: 'the pallet itself, weights', ...unguarded(HOTKEY, subtensor('batch_set_weights', { netuids: [1], weights: [[]], version_keys: [] })) }),
  row('InputLengthsUnequal', { netuid: NETUID, actual: 2, required: 1 }, '', {}, { because: 'the pallet itself, reveals', ...unguarded(HOTKEY, subtensor('batch_reveal_weights', { ...batch, salts_list: [[7], [8]] })) }),
  row('InputLengthsUnequal', { call: 'batch_commit_weights', actual: 1, required: 2 }, 'batch_commit_weights', { netuids: [1, 2], commit_hashes: [HASH] }, { ...byHotkey, because: 'hashes' }),
  row('InputLengthsUnequal', { call: 'batch_set_weights', actual: 0, required: 1 }, 'batch_set_weights', { netuids: [1], weights: [[]], version_keys: [] }, { ...byHotkey, because: 'versions' }),
  row('InputLengthsUnequal', { call: 'batch_reveal_weights', actual: 2, required: 1 }, 'batch_reveal_weights', { ...batch, salts_list: [[7], [8]] }, { ...byHotkey, because: 'salts' }),
  row('CommittingWeightsTooFast', { actual: 1_000n, required: 1_011n }, 'commit_weights', { netuid: NETUID, commit_hash: HASH }, {
    ...byHotkey,
    arrange: all(validator, (ctx) => {
      S.WeightsSetRateLimit.set(ctx, NETUID, 50n);
      S.LastUpdate.set(ctx, NETUID, [961n]);
    }),
  }),
  row('IncorrectCommitRevealVersion', { netuid: NETUID, actual: 3, required: 4 }, 'commit_timelocked_weights', { ...timelocked, commit_reveal_version: 3 }, byHotkey),
  row('InvalidRevealRound', { netuid: NETUID, actual: 5n, required: 6n }, 'commit_timelocked_weights', timelocked, { ...byHotkey, arrange: all(validator, (ctx) => Drand.LastStoredRound.set(ctx, 6n)) }),
  row('RevealPeriodTooLarge', { netuid: NETUID, actual: 101n, required: 100n }, '', {}, { origin: ROOT, arrange: subnets, call: admin('sudo_set_commit_reveal_weights_interval', { netuid: NETUID, interval: 101n }) }),
  row('RevealPeriodTooSmall', { netuid: NETUID, actual: 0n, required: 1n }, '', {}, { origin: ROOT, arrange: subnets, call: admin('sudo_set_commit_reveal_weights_interval', { netuid: NETUID, interval: 0n }) }),
  row('MechanismDoesNotExist', { netuid: NOWHERE }, 'commit_weights', { netuid: NOWHERE, commit_hash: HASH }, { ...byHotkey, because: 'no such subnet' }),
  row('MechanismDoesNotExist', { netuid: NETUID, mechid: 1, actual: 1, required: 2 }, 'commit_mechanism_weights', { netuid: NETUID, mecid: 1, commit_hash: HASH }, { origin: hotkey, because: 'no such mechanism', arrange: subnets }),
];
