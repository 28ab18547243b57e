/** The running block number in the width the pallet counts with. */

import type { StateCtx } from '@taonet/frame';
import { S as System } from '../system/pallet.ts';

/**
 * Number of the block being executed, as u64.
 *
 * source: pallets/subtensor/src/utils/misc.rs, get_current_block_as_u64 @ 14bc6f9
 */
export function getCurrentBlockAsU64(ctx: StateCtx): bigint {
  return BigInt(System.Number.get(ctx));
}
