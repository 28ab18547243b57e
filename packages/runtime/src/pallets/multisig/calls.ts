import { multisig, type Timepoint } from '@taonet/abi';
import { addWeight, bindCalls, ensureSigned, exceeds, signed, type CallCtx, type DispatchResult, type PostInfo, type RuntimeCall, type Weight } from '@taonet/frame';
import { bytesToHex, ensure, refuse, type AccountId } from '@taonet/primitives';
import { reserve, unreserve } from '../balances/reserve.ts';
import { extrinsicIndex } from '../system/bookkeeping.ts';
import { S as System } from '../system/pallet.ts';
import { fromStored } from '../system/storedWeight.ts';
import { ruleSetOf } from '../../rules/ruleSetOf.ts';
import { insertSigner, multiAccountId } from './accountId.ts';
import { C, E, Ev, S } from './pallet.ts';
import type { MultisigStepName } from '../../weights/doneWeights.ts';

/** source: pallet-multisig 41.0.0, lib.rs */
export const calls = bindCalls(multisig, {
  /** A call that any one of the signatories may make. */
  as_multi_threshold_1(ctx, origin, { other_signatories, call }) {
    const who = ensureSigned(origin);
    const id = multiAccountId(ctx, signatoriesOf(ctx, other_signatories, who), 1);
    const bytes = ctx.encodeCall(call);
    const result = ctx.dispatch(call, signed(id));
    ctx.deposit(Ev.MultisigExecuted({ approving: who, timepoint: timepoint(ctx), multisig: id, call_hash: ctx.crypto.blake2b256(bytes), result: outcome(result) }));
    const { actualWeight } = result.post;
    const weighed: PostInfo | undefined = actualWeight === undefined ? undefined : { actualWeight: addWeight(doneWeight(ctx, 'threshold1', other_signatories.length, bytes.length), actualWeight) };
    if (result.ok) return weighed ?? {};
    // Of a refusal without a weight all is passed on, its fee flag too.
    ctx.postInfoIfRefused(weighed ?? result.post);
    return refuse(result.refusal);
  },

  as_multi(ctx, origin, { threshold, other_signatories, maybe_timepoint, call, max_weight }) {
    const bytes = ctx.encodeCall(call);
    return operate(ctx, {
      who: ensureSigned(origin), threshold, others: other_signatories, timepoint: maybe_timepoint,
      callHash: ctx.crypto.blake2b256(bytes), callLength: bytes.length, call, maxWeight: fromStored(max_weight),
    });
  },

  approve_as_multi(ctx, origin, { threshold, other_signatories, maybe_timepoint, call_hash, max_weight }) {
    return operate(ctx, {
      who: ensureSigned(origin), threshold, others: other_signatories, timepoint: maybe_timepoint,
      callHash: call_hash, callLength: 0, call: undefined, maxWeight: fromStored(max_weight),
    });
  },

  cancel_as_multi(ctx, origin, { threshold, other_signatories, timepoint: when, call_hash }) {
    const who = ensureSigned(origin);
    ensure(threshold >= 2, E.MinimumThreshold, { actual: threshold, required: 2 });
    const id = multiAccountId(ctx, signatoriesOf(ctx, other_signatories, who), threshold);
    const operation = S.Multisigs.get(ctx, id, call_hash) ?? refuse(E.NotFound, { multisig: id, call_hash: bytesToHex(call_hash) });
    if (!sameTimepoint(operation.when, when)) refuse(E.WrongTimepoint, { actual: textOf(when), required: textOf(operation.when) });
    ensure(operation.depositor === who, E.NotOwner, { actual: who, required: operation.depositor });
    unreserve(ctx, operation.depositor, operation.deposit);
    S.Multisigs.remove(ctx, id, call_hash);
    ctx.deposit(Ev.MultisigCancelled({ cancelling: who, timepoint: when, multisig: id, call_hash }));
  },

  poke_deposit(ctx, origin, { threshold, other_signatories, call_hash }) {
    const who = ensureSigned(origin);
    ensure(threshold >= 2, E.MinimumThreshold, { actual: threshold, required: 2 });
    const id = multiAccountId(ctx, signatoriesOf(ctx, other_signatories, who), threshold);
    const operation = S.Multisigs.get(ctx, id, call_hash) ?? refuse(E.NotFound, { multisig: id, call_hash: bytesToHex(call_hash) });
    ensure(operation.depositor === who, E.NotOwner, { actual: who, required: operation.depositor });
    const [before, after] = [operation.deposit, depositFor(ctx, threshold)];
    if (before === after) return { paysFee: true };
    if (after > before) reserve(ctx, who, after - before);
    else unreserve(ctx, who, before - after);
    S.Multisigs.set(ctx, id, call_hash, { ...operation, deposit: after });
    ctx.deposit(Ev.DepositPoked({ who, call_hash, old_deposit: before, new_deposit: after }));
    return { paysFee: false };
  },
});

interface Operation {
  readonly who: AccountId;
  readonly threshold: number;
  readonly others: readonly AccountId[];
  readonly timepoint: Timepoint | undefined;
  readonly callHash: Uint8Array;
  /** 0 when only the hash is known. */
  readonly callLength: number;
  readonly call: RuntimeCall | undefined;
  readonly maxWeight: Weight;
}

/** Starts an operation, approves of it, or makes the call with the last approval. */
function operate(ctx: CallCtx, operation: Operation): PostInfo {
  ensure(operation.threshold >= 2, E.MinimumThreshold, { actual: operation.threshold, required: 2 });
  const id = multiAccountId(ctx, signatoriesOf(ctx, operation.others, operation.who), operation.threshold);
  return S.Multisigs.has(ctx, id, operation.callHash) ? continueOperation(ctx, id, operation) : startOperation(ctx, id, operation);
}

function startOperation(ctx: CallCtx, id: AccountId, { who, threshold, timepoint: given, callHash, others, callLength }: Operation): PostInfo {
  if (given !== undefined) refuse(E.UnexpectedTimepoint, { multisig: id, actual: textOf(given), required: 'none' });
  const deposit = depositFor(ctx, threshold);
  reserve(ctx, who, deposit);
  S.Multisigs.set(ctx, id, callHash, { when: timepoint(ctx), deposit, depositor: who, approvals: [who] });
  ctx.deposit(Ev.NewMultisig({ approving: who, multisig: id, call_hash: callHash }));
  return { actualWeight: doneWeight(ctx, 'create', others.length, callLength) };
}

function continueOperation(ctx: CallCtx, id: AccountId, operation: Operation): PostInfo {
  const { who, threshold, callHash, others, callLength, call } = operation;
  const stored = S.Multisigs.get(ctx, id, callHash)!;
  const when = operation.timepoint ?? refuse(E.NoTimepoint, { multisig: id, actual: 'none', required: textOf(stored.when) });
  if (!sameTimepoint(stored.when, when)) refuse(E.WrongTimepoint, { actual: textOf(when), required: textOf(stored.when) });
  const approves = stored.approvals.length < threshold && !stored.approvals.includes(who);
  const approvals = stored.approvals.length + (approves ? 1 : 0);
  if (call !== undefined && approvals >= threshold) return executeOperation(ctx, id, { ...operation, call });
  ensure(approves, E.AlreadyApproved, { who, approvals, threshold });
  S.Multisigs.set(ctx, id, callHash, { ...stored, approvals: [...stored.approvals, who].sort() });
  ctx.deposit(Ev.MultisigApproval({ approving: who, timepoint: when, multisig: id, call_hash: callHash }));
  return { actualWeight: doneWeight(ctx, 'approve', others.length, callLength) };
}

function executeOperation(ctx: CallCtx, id: AccountId, { who, callHash, others, callLength, call, maxWeight }: Operation & { readonly call: RuntimeCall }): PostInfo {
  const { weight } = ctx.dispatchInfo(call);
  if (exceeds(weight, maxWeight)) refuse(E.MaxWeightTooLow, { actual: weightText(maxWeight), required: weightText(weight) });
  const { depositor, deposit, when } = S.Multisigs.get(ctx, id, callHash)!;
  // Out of storage before the call is made, so that the call cannot make it again.
  S.Multisigs.remove(ctx, id, callHash);
  unreserve(ctx, depositor, deposit);
  const result = ctx.dispatch(call, signed(id));
  ctx.deposit(Ev.MultisigExecuted({ approving: who, timepoint: when, multisig: id, call_hash: callHash, result: outcome(result) }));
  const { actualWeight } = result.post;
  return actualWeight === undefined ? {} : { actualWeight: addWeight(doneWeight(ctx, 'complete', others.length, callLength), actualWeight) };
}

/** What a step turned out to weigh, with so many other signatories and bytes of the call. */
const doneWeight = (ctx: CallCtx, step: MultisigStepName, others: number, bytes: number): Weight => ruleSetOf(ctx).weights.done.multisig(step, others, bytes);

function signatoriesOf(ctx: CallCtx, others: readonly AccountId[], who: AccountId): AccountId[] {
  ensure(others.length > 0, E.TooFewSignatories, { actual: others.length, required: 1 });
  ensure(others.length < C.MaxSignatories(ctx), E.TooManySignatories, { actual: others.length, required: C.MaxSignatories(ctx) - 1 });
  return insertSigner(others, who);
}

const depositFor = (ctx: CallCtx, threshold: number): bigint => C.DepositBase(ctx) + C.DepositFactor(ctx) * BigInt(threshold);
const timepoint = (ctx: CallCtx): Timepoint => ({ height: System.Number.get(ctx), index: extrinsicIndex(ctx) });
const sameTimepoint = (a: Timepoint, b: Timepoint): boolean => a.height === b.height && a.index === b.index;
const outcome = (result: DispatchResult) => (result.ok ? ({ type: 'Ok' } as const) : ({ type: 'Err', value: result.error } as const));

const textOf = ({ height, index }: Timepoint): string => `${height}/${index}`;
const weightText = ({ refTime, proofSize }: Weight): string => `${refTime} ps, ${proofSize} bytes`;
