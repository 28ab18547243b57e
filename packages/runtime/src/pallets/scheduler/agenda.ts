/** What is to be done in which block. source: pallet-scheduler 42.0.0, lib.rs */

import type { ScheduledCall } from '@taonet/abi';
import { EXHAUSTED, type Ctx } from '@taonet/frame';
import { refuse } from '@taonet/primitives';
import { dropCall } from '../preimage/boundedCall.ts';
import { C, E, Ev, S } from './pallet.ts';

/** Block and place in its agenda. */
export type TaskAddress = [when: number, index: number];

/** Puts a task into the agenda of block `when`, at its end or into a hole. Event Scheduled. refuses Exhausted */
export function placeTask(ctx: Ctx, when: number, task: ScheduledCall): TaskAddress {
  const agenda = S.Agenda.get(ctx, when);
  const index = agenda.length < C.MaxScheduledPerBlock(ctx) ? agenda.length : agenda.findIndex((one) => one === undefined);
  if (index < 0) refuse(EXHAUSTED, { when, actual: agenda.length, required: C.MaxScheduledPerBlock(ctx) - 1 });
  const next = [...agenda];
  next[index] = task;
  S.Agenda.set(ctx, when, next);
  if (task.maybe_id !== undefined) S.Lookup.set(ctx, task.maybe_id, [when, index]);
  ctx.deposit(Ev.Scheduled({ when, index }));
  return [when, index];
}

/** The task at this place. refuses NotFound */
export function taskAt(ctx: Ctx, [when, index]: TaskAddress): ScheduledCall {
  return S.Agenda.get(ctx, when)[index] ?? refuse(E.NotFound, { when, index });
}

/** Takes a task out. Event Canceled. */
export function takeTask(ctx: Ctx, [when, index]: TaskAddress): void {
  const agenda = [...S.Agenda.get(ctx, when)];
  const task = agenda[index];
  agenda[index] = undefined;
  let length = agenda.length;
  while (length > 0 && agenda[length - 1] === undefined) length -= 1;
  if (length === 0) S.Agenda.remove(ctx, when);
  else S.Agenda.set(ctx, when, agenda.slice(0, length));
  S.Retries.remove(ctx, [when, index]);
  if (task !== undefined) dropCall(ctx, task.call);
  ctx.deposit(Ev.Canceled({ when, index }));
}
