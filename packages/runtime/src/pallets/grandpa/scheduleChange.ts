/** Who finalizes blocks, from a later block on. */

import type { StateCtx } from '@taonet/frame';
import { ensure } from '@taonet/primitives';
import { S as System } from '../system/pallet.ts';
import { E, S } from './pallet.ts';

type PendingChange = NonNullable<ReturnType<typeof S.PendingChange.get>>;

/**
 * Schedules a change of the voters' set, to be announced at the end of this block and enacted `inBlocks` later. `forced`:
 * the last finalized block as the caller knows it, when finality has stalled; the next forced change must wait two
 * delays.
 *
 * refuses ChangePending, TooSoon
 * source: pallet-grandpa 41.0.0, lib.rs, schedule_change
 */
export function scheduleChange(
  ctx: StateCtx,
  { nextAuthorities, inBlocks, forced }: { nextAuthorities: PendingChange['next_authorities']; inBlocks: number; forced: number | undefined },
): void {
  const scheduledAt = System.Number.get(ctx);
  ensure(!S.PendingChange.has(ctx), E.ChangePending, { block: scheduledAt });
  if (forced !== undefined) {
    const nextForced = S.NextForced.get(ctx);
    ensure(nextForced === undefined || nextForced <= scheduledAt, E.TooSoon, { actual: scheduledAt, required: nextForced });
    // u32 arithmetic without overflow checks, as in upstream's release builds.
    S.NextForced.set(ctx, (scheduledAt + inBlocks * 2) >>> 0);
  }
  S.PendingChange.set(ctx, { delay: inBlocks, scheduled_at: scheduledAt, next_authorities: nextAuthorities, forced });
}
