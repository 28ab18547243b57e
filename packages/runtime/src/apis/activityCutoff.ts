/** After how many blocks without weights a validator counts as inactive. */

import type { StateCtx } from '@taonet/frame';
import type { NetUid } from '@taonet/primitives';
import { S } from '../pallets/subtensor/pallet.ts';

const MILLI = 1_000n;

/**
 * Factor (in thousandths) times tempo, at least one block.
 *
 * rounding: floor
 * source: pallets/subtensor/src/utils/misc.rs, get_activity_cutoff_blocks @ 14bc6f9
 */
export function getActivityCutoffBlocks(ctx: StateCtx, netuid: NetUid): bigint {
  const blocks = (BigInt(S.ActivityCutoffFactorMilli.get(ctx, netuid)) * BigInt(S.Tempo.get(ctx, netuid))) / MILLI;
  return blocks > 0n ? blocks : 1n;
}
