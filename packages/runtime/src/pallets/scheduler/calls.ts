import { scheduler } from '@taonet/abi';
import { bindCalls, ensureRoot, type CallCtx } from '@taonet/frame';
import { bytesToHex, refuse, U32_MAX } from '@taonet/primitives';
import { S as System } from '../system/pallet.ts';
import { takeTask, taskAt, type TaskAddress } from './agenda.ts';
import { E, Ev, S } from './pallet.ts';
import { schedule } from './schedule.ts';

/** Only root schedules on this chain, so every task is root's and root may cancel all. source: pallet-scheduler 42.0.0, lib.rs */
export const calls = bindCalls(scheduler, {
  schedule(ctx, origin, args) {
    ensureRoot(origin);
    schedule(ctx, args);
  },

  cancel(ctx, origin, { when, index }) {
    ensureRoot(origin);
    cancel(ctx, [when, index]);
  },

  schedule_named(ctx, origin, args) {
    ensureRoot(origin);
    schedule(ctx, args);
  },

  cancel_named(ctx, origin, { id }) {
    ensureRoot(origin);
    const [when, index] = addressOf(ctx, id);
    takeTask(ctx, [when, index]);
    S.Lookup.remove(ctx, id);
  },

  schedule_after(ctx, origin, { after, ...args }) {
    ensureRoot(origin);
    schedule(ctx, { ...args, when: blockAfter(ctx, after) });
  },

  schedule_named_after(ctx, origin, { after, ...args }) {
    ensureRoot(origin);
    schedule(ctx, { ...args, when: blockAfter(ctx, after) });
  },

  set_retry(ctx, origin, { task, retries, period }) {
    ensureRoot(origin);
    setRetry(ctx, task, { retries, period });
  },

  set_retry_named(ctx, origin, { id, retries, period }) {
    ensureRoot(origin);
    setRetry(ctx, addressOf(ctx, id), { retries, period, id });
  },

  cancel_retry(ctx, origin, { task }) {
    ensureRoot(origin);
    cancelRetry(ctx, task);
  },

  cancel_retry_named(ctx, origin, { id }) {
    ensureRoot(origin);
    cancelRetry(ctx, addressOf(ctx, id), id);
  },
});

/** This block's tasks are done already: the next block is the first one after `after` = 0. */
function blockAfter(ctx: CallCtx, after: number): number {
  const when = System.Number.get(ctx) + after + 1;
  return when > U32_MAX ? U32_MAX : when;
}

function cancel(ctx: CallCtx, address: TaskAddress): void {
  const { maybe_id } = taskAt(ctx, address);
  takeTask(ctx, address);
  if (maybe_id !== undefined) S.Lookup.remove(ctx, maybe_id);
}

function addressOf(ctx: CallCtx, id: Uint8Array): TaskAddress {
  return S.Lookup.get(ctx, id) ?? refuse(E.NotFound, { id: bytesToHex(id) });
}

function setRetry(ctx: CallCtx, task: TaskAddress, { retries, period, id }: { readonly retries: number; readonly period: number; readonly id?: Uint8Array }): void {
  taskAt(ctx, task);
  S.Retries.set(ctx, task, { total_retries: retries, remaining: retries, period });
  ctx.deposit(Ev.RetrySet({ task, id, period, retries }));
}

function cancelRetry(ctx: CallCtx, task: TaskAddress, id?: Uint8Array): void {
  taskAt(ctx, task);
  S.Retries.remove(ctx, task);
  ctx.deposit(Ev.RetryCancelled({ task, id }));
}
