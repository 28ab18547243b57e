/** Epochs counted by the block number alone, and when a commit made in one of them may be revealed. source: pallets/subtensor/src/subnets/weights.rs @ 1b0c63a */

import type { StateCtx } from '@taonet/frame';
import { ensure, saturatingAddU64, saturatingMulU64, saturatingSubU64, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { E, S } from '../pallet.ts';

const cycleBlocks = (ctx: StateCtx, netuid: NetUid): bigint => BigInt(S.Tempo.get(ctx, netuid)) + 1n;
/** How far a subnet's cycle is ahead of the block number. */
const aheadBlocks = (netuid: NetUid): bigint => BigInt(netuid) + 1n;

/** Number of the epoch the block lies in; a change of tempo changes it. source: get_epoch_index */
export function getEpochIndex(ctx: StateCtx, netuid: NetUid, block: bigint): bigint {
  return saturatingAddU64(block, aheadBlocks(netuid)) / cycleBlocks(ctx, netuid);
}

function currentEpoch(ctx: StateCtx, netuid: NetUid): bigint {
  return getEpochIndex(ctx, netuid, getCurrentBlockAsU64(ctx));
}

/** The one epoch in which a commit of that block may be revealed. */
function revealEpoch(ctx: StateCtx, netuid: NetUid, commitBlock: bigint): bigint {
  return saturatingAddU64(getEpochIndex(ctx, netuid, commitBlock), S.RevealPeriodEpochs.get(ctx, netuid));
}

/** source: is_commit_expired */
export function isCommitExpired(ctx: StateCtx, netuid: NetUid, commitBlock: bigint): boolean {
  return currentEpoch(ctx, netuid) > revealEpoch(ctx, netuid, commitBlock);
}

/** refuses RevealTooEarly · source: is_reveal_block_range */
export function ensureRevealBlockRange(ctx: StateCtx, netuid: NetUid, commitBlock: bigint): void {
  const epoch = currentEpoch(ctx, netuid);
  const required = revealEpoch(ctx, netuid, commitBlock);
  ensure(epoch === required, E.RevealTooEarly, { netuid, actual: epoch, required });
}

/** First and last block in which a commit of that block may be revealed, as they are stored with it. source: get_reveal_blocks */
export function getRevealBlocks(ctx: StateCtx, netuid: NetUid, commitBlock: bigint): readonly [first: bigint, last: bigint] {
  const cycle = cycleBlocks(ctx, netuid);
  const first = saturatingSubU64(saturatingMulU64(revealEpoch(ctx, netuid, commitBlock), cycle), aheadBlocks(netuid));
  return [first, saturatingAddU64(first, cycle - 1n)];
}
