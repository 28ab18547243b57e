/** What pallet SubtensorModule does by itself. source: pallets/subtensor/src/macros/hooks.rs @ 14bc6f9 */

import type { Ctx, StateCtx } from '@taonet/frame';
import { saturatingAddU64 } from '@taonet/primitives';
import { blockStep } from './coinbase/blockStep.ts';
import { C, S } from './pallet.ts';
import { getAllSubnetNetuids } from './subnets/subnetwork.ts';

/** source: on_initialize */
export function onInitialize(ctx: Ctx, blockNumber: number): void {
  cleanUpHotkeySwapRecords(ctx, BigInt(blockNumber));
  blockStep(ctx);
}

/**
 * Forgets hotkey swaps older than the interval, on the subnets whose turn it is: each once per interval.
 *
 * source: clean_up_hotkey_swap_records
 */
function cleanUpHotkeySwapRecords(ctx: StateCtx, block: bigint): void {
  const interval = C.HotkeySwapOnSubnetInterval(ctx);
  for (const netuid of getAllSubnetNetuids(ctx)) {
    if (BigInt(netuid) % interval !== block % interval) continue;
    for (const [[, coldkey], swappedAt] of S.LastHotkeySwapOnNetuid.entries(ctx, netuid)) {
      if (saturatingAddU64(swappedAt, interval) < block) S.LastHotkeySwapOnNetuid.remove(ctx, netuid, coldkey);
    }
  }
}
