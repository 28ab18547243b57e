/** That validators' rows of weights are there: set, revealed, on others than themselves. */

import { shown } from '../../names.ts';
import { at, type Check } from '../check.ts';
import type { Commit, CommitFacts } from '../facts/commitFacts.ts';
import { advice, keyName, wait } from '../fix.ts';
import { majority, setWeights } from '../setWeights.ts';
import type { OnEpoch } from './onEpoch.ts';

type Rows = 'weightsNotSelf' | 'weightsNotOutdated' | 'weightsNotCommitted' | 'weights';

/** Validators that vote and give `to` more than 0 at this step of the epoch. */
export function entriesOn({ epoch }: OnEpoch, stage: Rows, to: number): number[] {
  const rows = epoch.stages[stage] ?? epoch.stages.weightsNotOutdated;
  return epoch.voters.filter((uid) => rows[uid]!.uids.some((one, k) => one === to && rows[uid]!.values[k]! > 0n));
}

/** Whose rows: one validator's, or those of all that vote. */
export interface Scope<Facts> {
  readonly uids: (facts: Facts) => readonly number[];
  readonly who: string;
  /** Who has to set weights when none of them are there. */
  readonly fixers: (facts: Facts) => readonly number[];
}
export const VOTERS: Scope<OnEpoch> = { uids: ({ epoch }) => epoch.voters, who: 'a validator that votes', fixers: (facts) => majority(facts) };

/** In the order of weights' life. */
export function weightsOf<Facts extends OnEpoch>({ uids, who, fixers }: Scope<Facts>): readonly Check<Facts>[] {
  const rowReads = (facts: Facts) => uids(facts).map((uid) => at('Weights', facts.epoch.index, uid));
  const hasRow = (facts: Facts): boolean => uids(facts).some((uid) => (facts.epoch.input.weights[uid] ?? []).some(([, value]) => value > 0));
  const commitsOf = (facts: Facts): Commit[] => facts.epoch.commits.list.filter(({ hotkey }) => uids(facts).some((uid) => facts.epoch.hotkeys[uid] === hotkey));
  const pending = (facts: Facts): Commit | undefined => commitsOf(facts).find(({ isExpired }) => !isExpired);
  const commitReads = ({ epoch }: Facts) => epoch.commits.read;

  const pulse: Check<Facts> = {
    cause: 'beacon-round-missing', says: 'the beacon\'s rounds that open commits come in time',
    read: commitReads,
    holds: (facts) => hasRow(facts) || late(facts, pending(facts)) === undefined,
    actual: ({ epoch }) => epoch.commits.lastRound, required: (facts) => late(facts, pending(facts))?.round ?? 'no commit waits for one',
    fix: () => advice('The commit cannot be opened while it stands: the chain lacks the round, or it comes too late. Commit again, for a round just before the reveal, as taonet weights set does.'),
  };
  const revealed: Check<Facts> = {
    cause: 'commit-not-revealed', says: 'what was committed has been revealed',
    read: commitReads,
    holds: (facts) => hasRow(facts) || pending(facts) === undefined,
    actual: (facts) => describe(pending(facts)), required: () => 'no commit that waits',
    fix: (facts) => revealFix(facts, pending(facts)!),
  };
  const notExpired: Check<Facts> = {
    cause: 'commit-expired', says: 'commits were revealed in time',
    read: commitReads,
    holds: (facts) => hasRow(facts) || commitsOf(facts).every(({ isExpired }) => !isExpired),
    actual: (facts) => describe(commitsOf(facts).find(({ isExpired }) => isExpired)), required: ({ epoch }) => `revealed ${epoch.commits.revealPeriod} epochs after the commit's, exactly`,
    fix: (facts) => setWeights(facts, fixers(facts), 'It cannot be revealed any more. Commit again, and reveal in time:'),
  };
  const set: Check<Facts> = {
    cause: 'no-weights-set', says: `${who} has set weights`,
    read: rowReads,
    holds: hasRow,
    actual: (facts) => uids(facts).filter((uid) => (facts.epoch.input.weights[uid] ?? []).length > 0).length, required: () => 1,
    fix: (facts) => setWeights(facts, fixers(facts), facts.epoch.commits.isOn ? 'Commit-reveal is on; weights go in as commits:' : 'Set some:'),
  };
  const onOthers: Check<Facts> = {
    cause: 'only-self-weights', says: `${who} gives weight to others than itself`,
    read: rowReads,
    holds: (facts) => uids(facts).some((uid) => (facts.epoch.input.weights[uid] ?? []).some(([to, value]) => value > 0 && (to !== uid || uid === facts.epoch.input.ownerUid))),
    actual: (facts) => uids(facts).filter((uid) => (facts.epoch.input.weights[uid] ?? []).some(([to]) => to !== uid)).length, required: () => 1,
    fix: (facts) => setWeights(facts, fixers(facts), 'Weight on oneself does not count. Set weights on miners:'),
  };
  return [pulse, revealed, notExpired, set, onOthers];
}

/** A time-locked commit whose round is out but not here, or comes when the commit has expired. */
function late({ subnet, epoch: { commits } }: OnEpoch, commit: Commit | undefined): Commit | undefined {
  if (commit?.round === undefined || commit.round <= commits.lastRound) return undefined;
  const left = Number(commit.epoch + commits.revealPeriod - commits.currentEpoch);
  const expires = subnet.clock.nextEpochBlock! + Math.max(0, left) * subnet.clock.period;
  const isOut = left <= 0 && blocksUntil(subnet.block, commits, commit.round) <= 0;
  return isOut || blockOf(subnet.block, commits, commit.round) > expires ? commit : undefined;
}

/** In which block the chain can have a round of the beacon. */
const blockOf = (block: number, commits: CommitFacts, round: bigint): number => block + 1 + Math.max(0, blocksUntil(block, commits, round));

/** A beacon without a period is the chain's own: its rounds are block numbers. */
const blocksUntil = (block: number, { beacon }: CommitFacts, round: bigint): number =>
  (beacon.period === 0 ? Number(round) - block - 1 : Math.ceil((beacon.untilFirst + (Number(round) - 1) * beacon.period) / beacon.block));

function describe(commit: Commit | undefined): string {
  if (commit === undefined) return 'none';
  return `${commit.kind === 'hash' ? 'hash' : `sealed until round ${String(commit.round)}`} of ${shown(commit.hotkey)}${commit.block === undefined ? '' : `, block ${String(commit.block)}`}, epoch ${String(commit.epoch)}`;
}

function revealFix({ subnet, epoch }: OnEpoch, commit: Commit) {
  const { currentEpoch, revealPeriod } = epoch.commits;
  const left = commit.epoch + revealPeriod - currentEpoch;
  const due = subnet.clock.nextEpochBlock! + Math.max(0, Number(left) - 1) * subnet.clock.period;
  if (commit.kind === 'timelock') return wait('The chain opens it by itself, when its epoch and its round of the beacon have come.', Math.max(due, blockOf(subnet.block, epoch.commits, commit.round ?? 0n)), subnet.block);
  if (left <= 0n) return { text: 'It may be revealed now, in this epoch only; what was committed is kept by whoever committed:', commands: [`taonet weights reveal ${subnet.netuid} --hotkey ${keyName(commit.hotkey)}`] };
  return wait(`It may be revealed after the next epochs, with exactly what was committed: taonet weights reveal ${subnet.netuid}`, due, subnet.block);
}

