import type { Uid } from './bits.ts';

/** A commit's epoch (by `SubnetEpochIndex`) and the block it was made in. */
export interface PendingCommit {
  readonly epoch: bigint;
  readonly block: bigint;
}

export interface PendingCommits {
  readonly neuronCount: number;
  /** `SubnetEpochIndex`, plus 1 when an epoch is due in this block. */
  readonly currentEpoch: bigint;
  readonly revealPeriodEpochs: bigint;
  /** `WeightCommits` of this mechanism: each committer's queue, front first; uid `undefined` when no longer a member. */
  readonly hashCommits: readonly { readonly uid: Uid | undefined; readonly queue: readonly PendingCommit[] }[];
  /** `TimelockedWeightCommits` of this mechanism, all epochs, in any order. */
  readonly timelockedCommits: readonly ({ readonly uid: Uid | undefined } & PendingCommit)[];
}

const U64_MAX = (1n << 64n) - 1n;

/**
 * The block of every neuron's oldest commit that may still be revealed; `undefined` where there is none.
 * Of a hash queue only the first live commit counts, of time-locked ones the earliest.
 *
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch_mechanism @ 14bc6f9
 */
export function computeCommitBlocks(pending: PendingCommits): (bigint | undefined)[] {
  const blocks = new Array<bigint | undefined>(pending.neuronCount).fill(undefined);
  const isLive = (commit: PendingCommit): boolean => !isCommitExpired({ ...pending, commitEpoch: commit.epoch });
  for (const { uid, queue } of pending.hashCommits) keepEarlier(blocks, uid, queue.find(isLive)?.block);
  for (const commit of pending.timelockedCommits.filter(isLive)) keepEarlier(blocks, commit.uid, commit.block);
  return blocks;
}

/**
 * True once the epoch in which a commit could be revealed has passed.
 *
 * source: pallets/subtensor/src/subnets/weights.rs, is_commit_expired @ 14bc6f9
 */
export function isCommitExpired(clock: { currentEpoch: bigint; commitEpoch: bigint; revealPeriodEpochs: bigint }): boolean {
  const lastEpoch = clock.commitEpoch + clock.revealPeriodEpochs;
  return clock.currentEpoch > (lastEpoch > U64_MAX ? U64_MAX : lastEpoch);
}

function keepEarlier(blocks: (bigint | undefined)[], uid: Uid | undefined, block: bigint | undefined): void {
  if (uid === undefined || block === undefined || uid >= blocks.length) return;
  const known = blocks[uid];
  if (known === undefined || block < known) blocks[uid] = block;
}
