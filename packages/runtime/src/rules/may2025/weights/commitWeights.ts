/** A validator commits to weights it will reveal later, by hash or time-locked. */

import { ensureSigned, type Ctx, type Origin } from '@taonet/frame';
import { bytesToHex, ensure, type AccountId, type Hash, type NetUid, type Uid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { getUidForNetAndHotkey, setLastUpdateForUid } from '../../../pallets/subtensor/subnets/uids.ts';
import { ensureNeuronRateLimit } from '../../../pallets/subtensor/weights/checks.ts';
import { runBatch } from '../../../pallets/subtensor/weights/setWeights.ts';
import { shouldRunEpoch } from '../coinbase/epochSchedule.ts';
import { E, Ev, S } from '../pallet.ts';
import { getEpochIndex, getRevealBlocks, isCommitExpired } from './commitEpochs.ts';

/** A hotkey may have this many commits that still wait to be revealed. */
const UNREVEALED_COMMITS_MAX = 10;

interface Committer {
  readonly hotkey: AccountId;
  readonly uid: Uid;
  readonly block: bigint;
}

/** What both kinds of commit ask of the signer. */
function ensureMayCommit(ctx: Ctx, origin: Origin, netuid: NetUid): Committer {
  const hotkey = ensureSigned(origin);
  ensure(S.CommitRevealWeightsEnabled.get(ctx, netuid), E.CommitRevealDisabled, { netuid });
  const uid = getUidForNetAndHotkey(ctx, netuid, hotkey);
  ensureNeuronRateLimit(ctx, { netuid, netuidIndex: netuid, uid }, E.CommittingWeightsTooFast);
  return { hotkey, uid, block: getCurrentBlockAsU64(ctx) };
}

function ensureRoom(netuid: NetUid, hotkey: AccountId, waiting: number): void {
  ensure(waiting < UNREVEALED_COMMITS_MAX, E.TooManyUnrevealedCommits, { netuid, hotkey, actual: waiting, required: UNREVEALED_COMMITS_MAX - 1 });
}

/**
 * Stores a hash of weights with the blocks between which it may be revealed; commits that can no longer be revealed are dropped
 * from the head of the queue.
 *
 * refuses CommitRevealDisabled, HotKeyNotRegisteredInSubNet, CommittingWeightsTooFast, TooManyUnrevealedCommits
 * source: pallets/subtensor/src/subnets/weights.rs, do_commit_weights @ 1b0c63a
 */
export function doCommitWeights(ctx: Ctx, origin: Origin, netuid: NetUid, commitHash: Hash): void {
  const { hotkey, uid, block } = ensureMayCommit(ctx, origin, netuid);
  const commits = S.WeightCommits.get(ctx, netuid, hotkey) ?? [];
  const firstLive = commits.findIndex(([, commitBlock]) => !isCommitExpired(ctx, netuid, commitBlock));
  const live = firstLive < 0 ? [] : commits.slice(firstLive);
  ensureRoom(netuid, hotkey, live.length);
  S.WeightCommits.set(ctx, netuid, hotkey, [...live, [commitHash, block, ...getRevealBlocks(ctx, netuid, block)]]);
  ctx.deposit(Ev.WeightsCommitted([hotkey, netuid, commitHash]));
  setLastUpdateForUid(ctx, netuid, uid, block);
}

/**
 * One hash for each of several subnets. A refused one is reported by event, the others stand.
 *
 * refuses InputLengthsUnequal
 * source: pallets/subtensor/src/subnets/weights.rs, do_batch_commit_weights @ 1b0c63a
 */
export function doBatchCommitWeights(ctx: Ctx, origin: Origin, netuids: readonly NetUid[], commitHashes: readonly Hash[]): void {
  const hotkey = ensureSigned(origin);
  ensure(netuids.length === commitHashes.length, E.InputLengthsUnequal, { actual: commitHashes.length, required: netuids.length });
  runBatch(ctx, hotkey, netuids, (netuid, i) => doCommitWeights(ctx, origin, netuid, commitHashes[i]!));
}

/**
 * Stores time-locked weights under the running epoch (the next one in a block whose epoch was run); the chain opens them itself
 * once the round's signature is known.
 *
 * refuses CommitRevealDisabled, HotKeyNotRegisteredInSubNet, CommittingWeightsTooFast, TooManyUnrevealedCommits
 * source: pallets/subtensor/src/subnets/weights.rs, do_commit_crv3_weights @ 1b0c63a
 */
export function doCommitCrv3Weights(ctx: Ctx, origin: Origin, netuid: NetUid, { commit, revealRound }: { commit: Uint8Array; revealRound: bigint }): void {
  const { hotkey, uid, block } = ensureMayCommit(ctx, origin, netuid);
  const epoch = getEpochIndex(ctx, netuid, block) + (shouldRunEpoch(ctx, netuid, block) ? 1n : 0n);
  const commits = S.CRV3WeightCommits.get(ctx, netuid, epoch);
  ensureRoom(netuid, hotkey, commits.filter(([account]) => account === hotkey).length);
  S.CRV3WeightCommits.set(ctx, netuid, epoch, [...commits, [hotkey, commit, revealRound]]);
  ctx.deposit(Ev.CRV3WeightsCommitted([hotkey, netuid, bytesToHex(ctx.crypto.blake2b256(commit))]));
  setLastUpdateForUid(ctx, netuid, uid, block);
}
