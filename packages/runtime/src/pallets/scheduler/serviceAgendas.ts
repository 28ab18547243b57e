/**
 * Does what is due: the agendas of all blocks up to this one that were not finished, by priority, as far as the weight goes.
 *
 * source: pallet-scheduler 42.0.0, lib.rs, service_agendas
 */

import type { ScheduledCall } from '@taonet/abi';
import { addWeight, exceeds, inLayer, ZERO_WEIGHT, type BlockCtx, type Weight } from '@taonet/frame';
import { U32_MAX, type DispatchError } from '@taonet/primitives';
import { dropCall, lookupLength, peekCall } from '../preimage/boundedCall.ts';
import { placeTask, type TaskAddress } from './agenda.ts';
import { originOfCaller } from './origins.ts';
import { C, Ev, S } from './pallet.ts';
import { AGENDAS_BASE, agendaWeight, dispatchWeight, SCHEDULE_RETRY, taskWeight } from './taskWeights.ts';

/** Weight used, up to a limit. */
class Meter {
  used = ZERO_WEIGHT;
  readonly #limit: Weight;
  constructor(limit: Weight) {
    this.#limit = limit;
  }
  can(weight: Weight): boolean {
    return !exceeds(addWeight(this.used, weight), this.#limit);
  }
  /** Uses weight if there is room for it. */
  try(weight: Weight): boolean {
    if (!this.can(weight)) return false;
    this.used = addWeight(this.used, weight);
    return true;
  }
}

type Serviced = 'done' | 'unavailable' | 'overweight';

interface Run {
  readonly ctx: BlockCtx;
  readonly meter: Meter;
  readonly now: number;
  executed: number;
}

/** returns: weight used */
export function serviceAgendas(ctx: BlockCtx, now: number): Weight {
  const { ref_time, proof_size } = C.MaximumWeight(ctx);
  const run: Run = { ctx, meter: new Meter({ refTime: ref_time, proofSize: proof_size }), now, executed: 0 };
  if (!run.meter.try(AGENDAS_BASE)) return run.meter.used;
  let incompleteSince = now + 1;
  let when = S.IncompleteSince.take(ctx) ?? now;
  const fullAgenda = agendaWeight(C.MaxScheduledPerBlock(ctx));
  for (; when <= now && run.meter.can(fullAgenda); when++) {
    if (!serviceAgenda(run, when) && when < incompleteSince) incompleteSince = when;
  }
  if (when < incompleteSince) incompleteSince = when;
  if (incompleteSince <= now) {
    ctx.deposit(Ev.AgendaIncomplete({ when: incompleteSince }));
    S.IncompleteSince.set(ctx, incompleteSince);
  }
  return run.meter.used;
}

/** Returns false when something had to be put off. */
function serviceAgenda(run: Run, when: number): boolean {
  const { ctx, meter } = run;
  const agenda = [...S.Agenda.get(ctx, when)];
  const order = agenda.flatMap((task, index) => (task === undefined ? [] : [{ task, index }])).sort((a, b) => a.task.priority - b.task.priority);
  meter.try(agendaWeight(order.length));
  let postponed = false;
  let dropped = false;
  for (const { task, index } of order) {
    if (!meter.can(weightOfTask(task, lookupLength(task.call)))) {
      postponed = true;
      break;
    }
    const outcome = serviceTask(run, [when, index], task);
    if (outcome === 'done') {
      run.executed += 1;
      agenda[index] = undefined;
    } else if (outcome === 'unavailable') dropped = true;
    else postponed = true;
  }
  if (postponed || dropped) S.Agenda.set(ctx, when, agenda);
  else S.Agenda.remove(ctx, when);
  return !postponed;
}

function weightOfTask(task: ScheduledCall, length: number | undefined): Weight {
  return taskWeight({ length, named: task.maybe_id !== undefined, periodic: task.maybe_periodic !== undefined });
}

function serviceTask(run: Run, address: TaskAddress, task: ScheduledCall): Serviced {
  const { ctx, meter } = run;
  const id = task.maybe_id;
  if (id !== undefined) S.Lookup.remove(ctx, id);
  const peeked = inLayer(ctx, () => peekCall(ctx, task.call));
  if (!('ok' in peeked)) {
    ctx.deposit(Ev.CallUnavailable({ task: address, id }));
    dropCall(ctx, task.call);
    meter.try(weightOfTask(task, lookupLength(task.call)));
    return 'unavailable';
  }
  meter.try(weightOfTask(task, peeked.ok.length));
  const dispatched = execute(run, task, peeked.ok.call);
  if (dispatched === 'overweight') {
    if (run.executed > 0) return 'overweight';
    dropCall(ctx, task.call);
    ctx.deposit(Ev.PermanentlyOverweight({ task: address, id }));
    return 'unavailable';
  }
  afterDispatch(run, address, task, dispatched.error);
  return 'done';
}

function execute({ ctx, meter }: Run, task: ScheduledCall, call: Parameters<BlockCtx['dispatch']>[0]): 'overweight' | { readonly error: DispatchError | undefined } {
  const origin = originOfCaller(task.origin) ?? { kind: 'none' };
  const base = dispatchWeight(origin);
  const announced = ctx.dispatchInfo(call).weight;
  if (!meter.can(addWeight(base, announced))) return 'overweight';
  const result = ctx.dispatch(call, origin);
  meter.try(base);
  meter.try(result.post.actualWeight ?? announced);
  return { error: result.ok ? undefined : result.error };
}

function afterDispatch(run: Run, address: TaskAddress, task: ScheduledCall, error: DispatchError | undefined): void {
  const { ctx, now } = run;
  const id = task.maybe_id;
  const retry = S.Retries.take(ctx, address);
  ctx.deposit(Ev.Dispatched({ task: address, id, result: error === undefined ? { type: 'Ok' } : { type: 'Err', value: error } }));
  if (retry !== undefined && error !== undefined) scheduleRetry(run, address, task, retry);
  if (task.maybe_periodic === undefined) return dropCall(ctx, task.call);
  const [period, count] = task.maybe_periodic;
  const again = { ...task, maybe_periodic: count > 1 ? ([period, count - 1] as [number, number]) : undefined };
  const placed = inLayer(ctx, () => placeTask(ctx, blockAfter(now, period), again));
  if ('ok' in placed) {
    if (retry !== undefined) S.Retries.set(ctx, placed.ok, retry);
    return;
  }
  dropCall(ctx, task.call);
  ctx.deposit(Ev.PeriodicFailed({ task: address, id }));
}

const blockAfter = (now: number, period: number): number => (now + period > U32_MAX ? U32_MAX : now + period);

type Retry = NonNullable<ReturnType<typeof S.Retries.get>>;

function scheduleRetry({ ctx, meter, now }: Run, address: TaskAddress, task: ScheduledCall, { total_retries, remaining, period }: Retry): void {
  if (!meter.try(SCHEDULE_RETRY)) return ctx.deposit(Ev.RetryFailed({ task: address, id: task.maybe_id }));
  if (remaining === 0) return;
  const once = { ...task, maybe_id: undefined, maybe_periodic: undefined };
  const placed = inLayer(ctx, () => placeTask(ctx, blockAfter(now, period), once));
  if ('ok' in placed) return S.Retries.set(ctx, placed.ok, { total_retries, remaining: remaining - 1, period });
  dropCall(ctx, task.call);
  // The event names the second try, which has no name.
  ctx.deposit(Ev.RetryFailed({ task: address, id: undefined }));
}
