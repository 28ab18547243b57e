/** A validator commits to weights it will reveal later, by hash or time-locked. */

import { ensureSigned, type Ctx, type Origin } from '@taonet/frame';
import { bytesToHex, ensure, type AccountId, type Hash, type MechId, type NetUid, type Uid } from '@taonet/primitives';
import { mechanismStorageIndex } from '@taonet/yuma';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { E, Ev, S } from '../pallet.ts';
import { ensureMechanismExists, MAIN_MECHANISM } from '../subnets/mechanismIndex.ts';
import { getUidForNetAndHotkey, setLastUpdateForUid } from '../subnets/uids.ts';
import { ensureRateLimit } from './checks.ts';
import { currentEpochWithLookahead, isCommitExpired } from './commitEpochs.ts';
import { runBatch } from './setWeights.ts';

/** A hotkey may have this many commits that still wait to be revealed. */
const UNREVEALED_COMMITS_MAX = 10;

interface Committer {
  readonly hotkey: AccountId;
  readonly uid: Uid;
  readonly index: number;
  readonly block: bigint;
}

/** What both kinds of commit ask of the signer; `check` runs where the kinds differ. */
function ensureMayCommit(ctx: Ctx, origin: Origin, { netuid, mechid }: { netuid: NetUid; mechid: MechId }, check?: () => void): Committer {
  ensureMechanismExists(ctx, netuid, mechid);
  const index = mechanismStorageIndex(netuid, mechid);
  const hotkey = ensureSigned(origin);
  ensure(S.CommitRevealWeightsEnabled.get(ctx, netuid), E.CommitRevealDisabled, { netuid });
  check?.();
  const uid = getUidForNetAndHotkey(ctx, netuid, hotkey);
  const block = getCurrentBlockAsU64(ctx);
  ensureRateLimit(ctx, index, uid, E.CommittingWeightsTooFast);
  return { hotkey, uid, index, block };
}

/**
 * Stores a hash of weights; commits that can no longer be revealed are dropped from the head of the queue.
 *
 * refuses MechanismDoesNotExist, CommitRevealDisabled, HotKeyNotRegisteredInSubNet, CommittingWeightsTooFast, TooManyUnrevealedCommits
 * source: pallets/subtensor/src/subnets/weights.rs, internal_commit_weights @ 14bc6f9
 */
export function doCommitMechanismWeights(ctx: Ctx, origin: Origin, place: { netuid: NetUid; mechid: MechId }, commitHash: Hash): void {
  const { hotkey, uid, index, block } = ensureMayCommit(ctx, origin, place);
  const epoch = currentEpochWithLookahead(ctx, place.netuid);
  const commits = S.WeightCommits.get(ctx, index, hotkey) ?? [];
  const firstLive = commits.findIndex(([, commitEpoch]) => !isCommitExpired(ctx, place.netuid, commitEpoch));
  const live = firstLive < 0 ? [] : commits.slice(firstLive);
  ensure(live.length < UNREVEALED_COMMITS_MAX, E.TooManyUnrevealedCommits, { netuid: place.netuid, hotkey, actual: live.length, required: UNREVEALED_COMMITS_MAX - 1 });
  S.WeightCommits.set(ctx, index, hotkey, [...live, [commitHash, epoch, block, 0n]]);
  ctx.deposit(Ev.WeightsCommitted([hotkey, index, commitHash]));
  setLastUpdateForUid(ctx, index, uid, block);
}

/**
 * One hash for the main mechanism of each of several subnets. A refused one is reported by event, the others stand.
 *
 * refuses InputLengthsUnequal
 * source: pallets/subtensor/src/subnets/weights.rs, do_batch_commit_weights @ 14bc6f9
 */
export function doBatchCommitWeights(ctx: Ctx, origin: Origin, netuids: readonly NetUid[], commitHashes: readonly Hash[]): void {
  const hotkey = ensureSigned(origin);
  ensure(netuids.length === commitHashes.length, E.InputLengthsUnequal, { actual: commitHashes.length, required: netuids.length });
  runBatch(ctx, hotkey, netuids, (netuid, i) => doCommitMechanismWeights(ctx, origin, { netuid, mechid: MAIN_MECHANISM }, commitHashes[i]!));
}

export interface TimelockedCommit {
  readonly commit: Uint8Array;
  /** Drand round whose signature opens it. */
  readonly revealRound: bigint;
  readonly version: number;
}

/**
 * Stores time-locked weights under the running epoch; the chain opens them itself once the round's signature is known.
 *
 * refuses MechanismDoesNotExist, CommitRevealDisabled, IncorrectCommitRevealVersion, HotKeyNotRegisteredInSubNet,
 *   CommittingWeightsTooFast, TooManyUnrevealedCommits
 * source: pallets/subtensor/src/subnets/weights.rs, internal_commit_timelocked_weights @ 14bc6f9
 */
export function doCommitTimelockedMechanismWeights(ctx: Ctx, origin: Origin, place: { netuid: NetUid; mechid: MechId }, order: TimelockedCommit): void {
  const { commit, revealRound, version } = order;
  const { hotkey, uid, index, block } = ensureMayCommit(ctx, origin, place, () => {
    const needed = S.CommitRevealWeightsVersion.get(ctx);
    ensure(version === needed, E.IncorrectCommitRevealVersion, { netuid: place.netuid, actual: version, required: needed });
  });
  const epoch = currentEpochWithLookahead(ctx, place.netuid);
  const commits = S.TimelockedWeightCommits.get(ctx, index, epoch);
  const waiting = commits.filter(([account]) => account === hotkey).length;
  ensure(waiting < UNREVEALED_COMMITS_MAX, E.TooManyUnrevealedCommits, { netuid: place.netuid, hotkey, actual: waiting, required: UNREVEALED_COMMITS_MAX - 1 });
  S.TimelockedWeightCommits.set(ctx, index, epoch, [...commits, [hotkey, block, commit, revealRound]]);
  ctx.deposit(Ev.TimelockedWeightsCommitted([hotkey, index, bytesToHex(ctx.crypto.blake2b256(commit)), revealRound]));
  setLastUpdateForUid(ctx, index, uid, block);
}
