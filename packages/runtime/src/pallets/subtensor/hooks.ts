/** What pallet SubtensorModule does by itself. source: pallets/subtensor/src/macros/hooks.rs @ 14bc6f9 */

import { addWeight, type Ctx, type StateCtx, type Weight } from '@taonet/frame';
import { saturatingAddU64 } from '@taonet/primitives';
import { computeEpoch, type EpochKernel } from '@taonet/yuma';
import { measured } from '../../weights/weightRow.ts';
import { blockStep } from './coinbase/blockStep.ts';
import { C, S } from './pallet.ts';
import { getAllSubnetNetuids } from './subnets/subnetwork.ts';

/** What the block step counts as, whatever it does. */
export const BLOCK_STEP_WEIGHT = measured(110_634_229_000, 0, 8_304, 110);

/** kernel: what computes epochs · source: on_initialize */
export function onInitialize(ctx: Ctx, blockNumber: number, kernel: EpochKernel = computeEpoch): Weight {
  const cleanUp = cleanUpHotkeySwapRecords(ctx, BigInt(blockNumber));
  blockStep(ctx, kernel);
  return addWeight(BLOCK_STEP_WEIGHT, cleanUp);
}

/**
 * Forgets hotkey swaps older than the interval, on the subnets whose turn it is: each once per interval.
 *
 * source: clean_up_hotkey_swap_records
 */
function cleanUpHotkeySwapRecords(ctx: StateCtx, block: bigint): Weight {
  const interval = C.HotkeySwapOnSubnetInterval(ctx);
  const netuids = getAllSubnetNetuids(ctx);
  let reads = 2 + netuids.length;
  let writes = 0;
  for (const netuid of netuids) {
    if (BigInt(netuid) % interval !== block % interval) continue;
    for (const [[, coldkey], swappedAt] of S.LastHotkeySwapOnNetuid.entries(ctx, netuid)) {
      reads += 1;
      if (saturatingAddU64(swappedAt, interval) >= block) continue;
      S.LastHotkeySwapOnNetuid.remove(ctx, netuid, coldkey);
      writes += 1;
    }
  }
  return measured(0, 0, reads, writes);
}
