/** A coldkey orders its own swap for later. source: pallets/subtensor/src/macros/dispatches.rs, schedule_swap_coldkey @ 1b0c63a */

import { ensureSigned, inLayer, type CallCtx, type Origin } from '@taonet/frame';
import { ensure, refuse, saturatingAddU32, type AccountId } from '@taonet/primitives';
import { schedule } from '../../../pallets/scheduler/schedule.ts';
import { S as System } from '../../../pallets/system/pallet.ts';
import { C, E, Ev, S } from '../pallet.ts';
import { ensureCanPaySwap } from './swapColdkey.ts';

const PRIORITY = 63;

/**
 * Root will call `swap_coldkey` after ColdkeySwapScheduleDuration; it is paid then, at today's price. Anew only when so many blocks have gone by after
 * the time of the one before. Until then the coldkey's transfers, stakes and registrations are not valid as transactions.
 *
 * refuses BadOrigin, SwapAlreadyScheduled, NotEnoughBalanceToPaySwapColdKey, FailedToSchedule
 */
export function scheduleSwapColdkey(ctx: CallCtx, origin: Origin, newColdkey: AccountId): void {
  const who = ensureSigned(origin);
  const block = System.Number.get(ctx);
  const scheduled = S.ColdkeySwapScheduled.tryGet(ctx, who);
  if (scheduled !== undefined) {
    const earliest = saturatingAddU32(scheduled[0], S.ColdkeySwapRescheduleDuration.get(ctx));
    ensure(earliest <= block, E.SwapAlreadyScheduled, { who, actual: block, required: earliest });
  }
  const cost = C.KeySwapCost(ctx);
  ensureCanPaySwap(ctx, who, cost);
  const when = saturatingAddU32(block, S.ColdkeySwapScheduleDuration.get(ctx));
  const call = { type: 'SubtensorModule', value: { type: 'swap_coldkey', value: { old_coldkey: who, new_coldkey: newColdkey, swap_cost: cost } } };
  const placed = inLayer(ctx, () => schedule(ctx, { when, maybe_periodic: undefined, priority: PRIORITY, call }));
  if ('refusal' in placed) refuse(E.FailedToSchedule, { who, when, because: placed.refusal.name });
  S.ColdkeySwapScheduled.set(ctx, who, [when, newColdkey]);
  ctx.deposit(Ev.ColdkeySwapScheduled({ old_coldkey: who, new_coldkey: newColdkey, execution_block: when, swap_cost: cost }));
}
