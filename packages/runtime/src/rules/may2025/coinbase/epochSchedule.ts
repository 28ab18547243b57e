/**
 * When a subnet's epoch is due: once in tempo + 1 blocks, at a place in the cycle that its number gives.
 *
 * source: pallets/subtensor/src/coinbase/run_coinbase.rs @ 1b0c63a
 */

import type { StateCtx } from '@taonet/frame';
import { saturatingSubU64, U64_MAX, type NetUid } from '@taonet/primitives';
import { S } from '../pallet.ts';

/** Blocks until the epoch, 0 when it is due; 2⁶⁴ − 1 when tempo is 0. source: blocks_until_next_epoch */
export function blocksUntilNextEpoch(netuid: NetUid, tempo: number, block: bigint): bigint {
  if (tempo === 0) return U64_MAX;
  const place = BigInt.asUintN(64, block + BigInt(netuid) + 1n) % (BigInt(tempo) + 1n);
  return saturatingSubU64(BigInt(tempo), place);
}

/** source: should_run_epoch */
export function shouldRunEpoch(ctx: StateCtx, netuid: NetUid, block: bigint): boolean {
  return blocksUntilNextEpoch(netuid, S.Tempo.get(ctx, netuid), block) === 0n;
}
