/** Records of hotkeys that were swapped on one subnet; they limit how often that may be done. */

import { forBuild, prodOrFast } from '@taonet/codec';
import { weightOf, type Ctx, type Weight } from '@taonet/frame';
import { U64_MAX } from '@taonet/primitives';
import { READ_REF_TIME, WRITE_REF_TIME } from '../../weights/weightRow.ts';
import { S } from './pallet.ts';
import { getAllSubnetNetuids } from './subnets/subnetwork.ts';

/** HotkeySwapOnSubnetInterval: blocks between two swaps, one day. */
const INTERVAL_BLOCKS = prodOrFast(7200, 1);

/**
 * Removes records that are out of date, of one residue class of subnets in each block.
 *
 * returns: what it cost · source: pallets/subtensor/src/macros/hooks.rs, clean_up_hotkey_swap_records @ 14bc6f9
 */
export function cleanUpHotkeySwapRecords(ctx: Ctx, block: number): Weight {
  const interval = forBuild(INTERVAL_BLOCKS, ctx.build);
  const netuids = getAllSubnetNetuids(ctx);
  let reads = 2n + BigInt(netuids.length);
  let writes = 0n;
  for (const netuid of netuids) {
    if (netuid % interval !== block % interval) continue;
    for (const [[, coldkey], swappedAt] of S.LastHotkeySwapOnNetuid.entries(ctx, netuid)) {
      reads += 1n;
      const until = swappedAt + BigInt(interval);
      if ((until > U64_MAX ? U64_MAX : until) >= BigInt(block)) continue;
      S.LastHotkeySwapOnNetuid.remove(ctx, netuid, coldkey);
      writes += 1n;
    }
  }
  return weightOf(reads * READ_REF_TIME + writes * WRITE_REF_TIME, 0n);
}
