/** Putting a call into the agenda, in root's name. source: pallet-scheduler 42.0.0, lib.rs, do_schedule, do_schedule_named */

import type { CallCtx, RuntimeCall } from '@taonet/frame';
import { bytesToHex, ensure, refuse } from '@taonet/primitives';
import { boundCall, lookupHash } from '../preimage/boundedCall.ts';
import { requestPreimage } from '../preimage/note.ts';
import { S as System } from '../system/pallet.ts';
import { placeTask } from './agenda.ts';
import { ROOT_CALLER } from './origins.ts';
import { E, S } from './pallet.ts';

/** What is to be called when. */
export interface Order {
  readonly when: number;
  readonly id?: Uint8Array | undefined;
  readonly maybe_periodic: readonly [period: number, times: number] | undefined;
  readonly priority: number;
  readonly call: RuntimeCall;
}

/** Event Scheduled. refuses FailedToSchedule (the name is taken), TargetBlockNumberInPast, Exhausted */
export function schedule(ctx: CallCtx, { when, id, maybe_periodic, priority, call }: Order): void {
  const bounded = boundCall(ctx, call);
  if (id !== undefined && S.Lookup.has(ctx, id)) refuse(E.FailedToSchedule, { when, id: bytesToHex(id) });
  const now = System.Number.get(ctx);
  ensure(when > now, E.TargetBlockNumberInPast, { actual: when, required: now + 1 });
  // One of the repetitions is the one scheduled here.
  const repeats = maybe_periodic !== undefined && maybe_periodic[1] > 1 && maybe_periodic[0] > 0;
  placeTask(ctx, when, {
    maybe_id: id, priority, call: bounded, maybe_periodic: repeats ? [maybe_periodic[0], maybe_periodic[1] - 1] : undefined, origin: ROOT_CALLER,
  });
  const hash = lookupHash(bounded);
  if (hash !== undefined) requestPreimage(ctx, hash);
}
