/** A validator reveals weights it committed to; they are set at once. */

import { ensureSigned, type Ctx, type Origin } from '@taonet/frame';
import { ensure, refuse, type AccountId, type Hash, type MechId, type NetUid } from '@taonet/primitives';
import { mechanismStorageIndex } from '@taonet/yuma';
import { E, Ev, S } from '../pallet.ts';
import { MAIN_MECHANISM } from '../subnets/mechanismIndex.ts';
import { ensureRevealBlockRange, isCommitExpired } from './commitEpochs.ts';
import { getCommitHash, type RevealedWeights } from './commitHash.ts';
import { doSetMechanismWeights, type WeightsOrder } from './setWeights.ts';

/** hash, epoch of the commit, its block, 0. */
type Commit = NonNullable<ReturnType<typeof S.WeightCommits.get>>[number];

interface Queue {
  readonly live: Commit[];
  /** Hashes dropped from the head because their time is over. */
  readonly expired: readonly Hash[];
}

/** What differs between the rules of two dates; `since` is the second field of a commit. */
export interface RevealRules {
  isEnabled(ctx: Ctx, netuid: NetUid): boolean;
  isCommitExpired(ctx: Ctx, netuid: NetUid, since: bigint): boolean;
  ensureRevealBlockRange(ctx: Ctx, netuid: NetUid, since: bigint): void;
  setWeights(ctx: Ctx, origin: Origin, order: WeightsOrder): void;
}

const JUNE_2026: RevealRules = {
  isEnabled: (ctx, netuid) => S.CommitRevealWeightsEnabled.get(ctx, netuid),
  isCommitExpired,
  ensureRevealBlockRange,
  setWeights: doSetMechanismWeights,
};

/** refuses NoWeightsCommitFound */
function loadQueue(ctx: Ctx, { netuid, netuidIndex, hotkey }: { netuid: NetUid; netuidIndex: number; hotkey: AccountId }, rules: RevealRules): Queue {
  const commits = S.WeightCommits.get(ctx, netuidIndex, hotkey) ?? refuse(E.NoWeightsCommitFound, { netuid, netuidIndex, hotkey });
  const firstLive = commits.findIndex(([, epoch]) => !rules.isCommitExpired(ctx, netuid, epoch));
  const expiredCount = firstLive < 0 ? commits.length : firstLive;
  return { live: commits.slice(expiredCount), expired: commits.slice(0, expiredCount).map(([hash]) => hash) };
}

function storeQueue(ctx: Ctx, netuidIndex: number, hotkey: AccountId, live: Commit[]): void {
  if (live.length === 0) S.WeightCommits.remove(ctx, netuidIndex, hotkey);
  else S.WeightCommits.set(ctx, netuidIndex, hotkey, live);
}

/**
 * Sets the revealed weights; their commit and all older ones are used up.
 *
 * refuses CommitRevealDisabled, NoWeightsCommitFound, ExpiredWeightCommit, InvalidRevealCommitHashNotMatch, RevealTooEarly and what `doSetMechanismWeights` refuses
 * source: pallets/subtensor/src/subnets/weights.rs, internal_reveal_weights @ 14bc6f9
 */
export function doRevealMechanismWeights(ctx: Ctx, origin: Origin, { netuid, mechid }: { netuid: NetUid; mechid: MechId }, revealed: RevealedWeights, rules = JUNE_2026): void {
  const index = mechanismStorageIndex(netuid, mechid);
  const hotkey = ensureSigned(origin);
  ensure(rules.isEnabled(ctx, netuid), E.CommitRevealDisabled, { netuid });
  const { live, expired } = loadQueue(ctx, { netuid, netuidIndex: index, hotkey }, rules);
  const hash = getCommitHash(ctx, hotkey, index, revealed);
  const position = live.findIndex(([committed]) => committed === hash);
  if (position < 0) {
    if (expired.includes(hash)) refuse(E.ExpiredWeightCommit, { netuid, hotkey, hash });
    refuse(live.length === 0 ? E.NoWeightsCommitFound : E.InvalidRevealCommitHashNotMatch, { netuid, hotkey, hash, waiting: live.length });
  }
  rules.ensureRevealBlockRange(ctx, netuid, live[position]![1]);
  storeQueue(ctx, index, hotkey, live.slice(position + 1));
  rules.setWeights(ctx, origin, { netuid, mechid, uids: revealed.uids, values: revealed.values, versionKey: revealed.versionKey });
  ctx.deposit(Ev.WeightsRevealed([hotkey, index, hash]));
}

/**
 * Reveals several commits for the main mechanism, all or none; the last one stands. Only the revealed commits are used up.
 *
 * refuses InputLengthsUnequal, CommitRevealDisabled, NoWeightsCommitFound, ExpiredWeightCommit, InvalidRevealCommitHashNotMatch, RevealTooEarly and what `doSetMechanismWeights` refuses
 * source: pallets/subtensor/src/subnets/weights.rs, do_batch_reveal_weights @ 14bc6f9
 */
export function doBatchRevealWeights(ctx: Ctx, origin: Origin, netuid: NetUid, reveals: readonly RevealedWeights[], rules = JUNE_2026): void {
  const index = mechanismStorageIndex(netuid, MAIN_MECHANISM);
  const hotkey = ensureSigned(origin);
  ensure(rules.isEnabled(ctx, netuid), E.CommitRevealDisabled, { netuid });
  const { live, expired } = loadQueue(ctx, { netuid, netuidIndex: index, hotkey }, rules);
  const hashes = reveals.map((revealed) => getCommitHash(ctx, hotkey, index, revealed));
  for (const hash of hashes) {
    const commit = live.find(([committed]) => committed === hash) ?? refuseUnknown({ netuid, hotkey, hash }, expired);
    rules.ensureRevealBlockRange(ctx, netuid, commit[1]);
  }
  reveals.forEach(({ uids, values, versionKey }, i) => {
    const position = live.findIndex(([committed]) => committed === hashes[i]);
    if (position < 0) refuseUnknown({ netuid, hotkey, hash: hashes[i]! }, expired);
    live.splice(position, 1);
    rules.setWeights(ctx, origin, { netuid, mechid: MAIN_MECHANISM, uids, values, versionKey });
  });
  storeQueue(ctx, index, hotkey, live);
  ctx.deposit(Ev.WeightsBatchRevealed([hotkey, netuid, hashes]));
}

function refuseUnknown(commit: { readonly netuid: NetUid; readonly hotkey: AccountId; readonly hash: Hash }, expired: readonly Hash[]): never {
  return refuse(expired.includes(commit.hash) ? E.ExpiredWeightCommit : E.InvalidRevealCommitHashNotMatch, commit);
}
