/**
 * When a subnet's epoch is due: `Tempo` blocks after the last slot, earlier when its owner asked for one.
 *
 * source: pallets/subtensor/src/coinbase/run_coinbase.rs @ 14bc6f9
 */

import type { StateCtx } from '@taonet/frame';
import { saturatingAddU64, saturatingSubU64, U64_MAX, type NetUid } from '@taonet/primitives';
import { S } from '../pallet.ts';

/** Bounds of what an owner may set as tempo, blocks; a subnet that had no epoch for longer than the upper one is due anyway. */
export const MIN_TEMPO = 360;
export const MAX_TEMPO = 50_400;

/** source: should_run_epoch */
export function shouldRunEpoch(ctx: StateCtx, netuid: NetUid, block: bigint): boolean {
  const tempo = S.Tempo.get(ctx, netuid);
  if (tempo === 0) return false;
  const pendingAt = S.PendingEpochAt.get(ctx, netuid);
  if (pendingAt > 0n && block >= pendingAt) return true;
  if (S.BlocksSinceLastStep.get(ctx, netuid) > BigInt(MAX_TEMPO)) return true;
  return saturatingSubU64(block, S.LastEpochBlock.get(ctx, netuid)) >= BigInt(tempo);
}

/**
 * Blocks until the clock alone makes an epoch due; 2⁶⁴ − 1 when tempo is 0. Owners' requests and deferrals are not counted.
 *
 * source: blocks_until_next_auto_epoch
 */
export function blocksUntilNextAutoEpoch(ctx: StateCtx, netuid: NetUid, tempo: number, block: bigint): bigint {
  if (tempo === 0) return U64_MAX;
  return saturatingSubU64(saturatingAddU64(S.LastEpochBlock.get(ctx, netuid), BigInt(tempo)), block);
}

/** The block of the next epoch, an owner's request included; undefined when tempo is 0. source: get_next_epoch_start_block */
export function getNextEpochStartBlock(ctx: StateCtx, netuid: NetUid): bigint | undefined {
  const tempo = S.Tempo.get(ctx, netuid);
  if (tempo === 0) return undefined;
  const auto = saturatingAddU64(S.LastEpochBlock.get(ctx, netuid), BigInt(tempo));
  const pendingAt = S.PendingEpochAt.get(ctx, netuid);
  return pendingAt > 0n && pendingAt < auto ? pendingAt : auto;
}

/**
 * False when a hotkey stands twice in a subnet's Keys: its epoch is then skipped.
 *
 * source: pallets/subtensor/src/epoch/run_epoch.rs, is_epoch_input_state_consistent @ 14bc6f9
 */
export function isEpochInputStateConsistent(ctx: StateCtx, netuid: NetUid): boolean {
  const hotkeys = S.Keys.entries(ctx, netuid).map(([, hotkey]) => hotkey);
  return new Set(hotkeys).size === hotkeys.length;
}

/**
 * Subnets that are due in this block and will be put off because as many epochs run as a block may have.
 *
 * source: epochs_deferred_this_block
 */
export function epochsDeferredThisBlock(ctx: StateCtx, netuids: readonly NetUid[], block: bigint): ReadonlySet<NetUid> {
  const cap = S.MaxEpochsPerBlock.get(ctx);
  const deferred = new Set<NetUid>();
  let run = 0;
  for (const netuid of netuids) {
    if (!shouldRunEpoch(ctx, netuid, block)) continue;
    if (run >= cap) deferred.add(netuid);
    else if (isEpochInputStateConsistent(ctx, netuid)) run += 1;
  }
  return deferred;
}
