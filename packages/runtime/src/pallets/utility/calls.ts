/**
 * Calls of pallet Utility: several calls in one, calls under another origin, a call with a substitute.
 *
 * source: pallets/utility/src/lib.rs @ 14bc6f9
 */

import { utility } from '@taonet/abi';
import {
  actualWeight, addWeight, BAD_ORIGIN, bindCalls, ensureRoot, ensureSigned, ROOT, withFilter, withSigner, ZERO_WEIGHT,
  type CallCtx, type DispatchResult, type Origin, type RuntimeCall, type Weight,
} from '@taonet/frame';
import { ensure, refuse, type DispatchError } from '@taonet/primitives';
import { ruleSetOf } from '../../rules/ruleSetOf.ts';
import type { DoneWeights } from '../../weights/doneWeights.ts';
import { originOfCaller } from '../scheduler/origins.ts';
import { derivativeAccountId } from './derivativeAccount.ts';
import { C, E, Ev } from './pallet.ts';

/** A dispatched inner call and what it weighed. */
interface Done {
  readonly result: DispatchResult;
  readonly weight: Weight;
}

/** Root's calls pass no filter. */
function dispatchInner(ctx: CallCtx, call: RuntimeCall, origin: Origin): Done {
  const info = ctx.dispatchInfo(call);
  const result = origin.kind === 'root' ? ctx.dispatchBypassFilter(call, origin) : ctx.dispatch(call, origin);
  return { result, weight: actualWeight(info, result.post) };
}

/** What calls turned out to weigh, the calls inside left out. */
const weightsDone = (ctx: CallCtx): DoneWeights => ruleSetOf(ctx).weights.done;

function ensureSomebody(origin: Origin): void {
  ensure(origin.kind !== 'none', BAD_ORIGIN, { actual: origin.kind, required: 'signed or root' });
}

function ensureBatch(ctx: CallCtx, origin: Origin, calls: readonly RuntimeCall[]): void {
  ensureSomebody(origin);
  const max = C.batched_calls_limit(ctx);
  ensure(calls.length <= max, E.TooManyCalls, { actual: calls.length, required: max });
}

const isBatchAll = (call: RuntimeCall): boolean => call.type === 'Utility' && call.value.type === 'batch_all';

export const calls = bindCalls(utility, {
  /** One after another up to the first that is refused; what was done stays. refuses BadOrigin, TooManyCalls */
  batch(ctx, origin, { calls: items }) {
    ensureBatch(ctx, origin, items);
    let weight = ZERO_WEIGHT;
    for (let index = 0; index < items.length; index++) {
      const done = dispatchInner(ctx, items[index]!, origin);
      weight = addWeight(weight, done.weight);
      if (!done.result.ok) {
        ctx.deposit(Ev.BatchInterrupted({ index, error: done.result.error }));
        return { actualWeight: addWeight(weightsDone(ctx).batch('batch', items.slice(0, index + 1)), weight) };
      }
      ctx.deposit(Ev.ItemCompleted());
    }
    ctx.deposit(Ev.BatchCompleted());
    return { actualWeight: addWeight(weightsDone(ctx).batch('batch', items), weight) };
  },

  /** In the name of an account derived from the signer. refuses BadOrigin and what the call refuses */
  as_derivative(ctx, origin, { index, call }) {
    const who = ensureSigned(origin);
    const done = dispatchInner(ctx, call, withSigner(origin, derivativeAccountId(ctx, who, index)));
    const post = { actualWeight: addWeight(weightsDone(ctx).asDerivative(call), done.weight) };
    if (done.result.ok) return post;
    ctx.postInfoIfRefused(post);
    return refuse(done.result.refusal);
  },

  /** All or nothing; users cannot nest it. refuses BadOrigin, TooManyCalls and what the first refused call refuses */
  batch_all(ctx, origin, { calls: items }) {
    ensureBatch(ctx, origin, items);
    const inner = withFilter(origin, (call) => !isBatchAll(call));
    let weight = ZERO_WEIGHT;
    for (let index = 0; index < items.length; index++) {
      const done = dispatchInner(ctx, items[index]!, inner);
      weight = addWeight(weight, done.weight);
      if (!done.result.ok) {
        ctx.postInfoIfRefused({ actualWeight: addWeight(weightsDone(ctx).batch('batch_all', items.slice(0, index + 1)), weight) });
        return refuse(done.result.refusal);
      }
      ctx.deposit(Ev.ItemCompleted());
    }
    ctx.deposit(Ev.BatchCompleted());
    return { actualWeight: addWeight(weightsDone(ctx).batch('batch_all', items), weight) };
  },

  /** Root acts under any origin; what the call refuses stands in the event. refuses BadOrigin */
  dispatch_as(ctx, origin, { as_origin, call }) {
    ensureRoot(origin);
    const inner = originOfCaller(as_origin);
    const outcome: { readonly ok: true } | { readonly ok: false; readonly error: DispatchError } =
      inner === undefined ? { ok: false, error: BAD_ORIGIN.error } : ctx.dispatchBypassFilter(call, inner);
    ctx.deposit(Ev.DispatchedAs({ result: outcome.ok ? { type: 'Ok' } : { type: 'Err', value: outcome.error } }));
  },

  /** All of them, whatever is refused. refuses BadOrigin, TooManyCalls */
  force_batch(ctx, origin, { calls: items }) {
    ensureBatch(ctx, origin, items);
    let weight = ZERO_WEIGHT;
    let allOk = true;
    for (const item of items) {
      const done = dispatchInner(ctx, item, origin);
      weight = addWeight(weight, done.weight);
      allOk = allOk && done.result.ok;
      ctx.deposit(done.result.ok ? Ev.ItemCompleted() : Ev.ItemFailed({ error: done.result.error }));
    }
    ctx.deposit(allOk ? Ev.BatchCompleted() : Ev.BatchCompletedWithErrors());
    return { actualWeight: addWeight(weightsDone(ctx).batch('force_batch', items), weight) };
  },

  /** Root states the weight. refuses BadOrigin and what the call refuses */
  with_weight(ctx, origin, { call }) {
    ensureRoot(origin);
    const result = ctx.dispatchBypassFilter(call, ROOT);
    if (!result.ok) refuse(result.refusal);
  },

  /** The second call when the first is refused. refuses BadOrigin and what the second refuses */
  if_else(ctx, origin, { main, fallback }) {
    ensureSomebody(origin);
    const first = dispatchInner(ctx, main, origin);
    const weight = addWeight(weightsDone(ctx).ifElse(main, fallback), first.weight);
    if (first.result.ok) {
      ctx.deposit(Ev.IfElseMainSuccess());
      return { actualWeight: weight };
    }
    const second = dispatchInner(ctx, fallback, origin);
    const post = { actualWeight: addWeight(weight, second.weight) };
    if (!second.result.ok) {
      ctx.postInfoIfRefused(post);
      return refuse(second.result.refusal);
    }
    ctx.deposit(Ev.IfElseFallbackCalled({ main_error: first.result.error }));
    return post;
  },

  /** As `dispatch_as`, refusing what the call refuses. refuses BadOrigin */
  dispatch_as_fallible(ctx, origin, { as_origin, call }) {
    ensureRoot(origin);
    const inner = originOfCaller(as_origin) ?? refuse(BAD_ORIGIN, { as_origin: as_origin.type });
    const result = ctx.dispatchBypassFilter(call, inner);
    if (!result.ok) return refuse(result.refusal);
    ctx.deposit(Ev.DispatchedAs({ result: { type: 'Ok' } }));
  },
});
