/** Calls: declared in abi, given behaviour here. */

import type { ArgsOf, CallDecl, PalletDecl } from '@taonet/codec';
import type { DispatchError, Refusal } from '@taonet/primitives';
import type { Ctx } from './context.ts';
import type { Origin } from './origin.ts';

/** Weight of computation: picoseconds of reference time and bytes of proof, both u64. */
export interface Weight {
  readonly refTime: bigint;
  readonly proofSize: bigint;
}

export type DispatchClass = 'Normal' | 'Operational' | 'Mandatory';

/** What is known of a call before it runs. */
export interface DispatchInfo {
  readonly weight: Weight;
  readonly class: DispatchClass;
  readonly paysFee: boolean;
}

/** What a call says after it ran; what it leaves out stays as announced. */
export interface PostInfo {
  readonly actualWeight?: Weight | undefined;
  readonly paysFee?: boolean | undefined;
}

/** A decoded runtime call: pallet, call, arguments by name. */
export interface RuntimeCall {
  readonly type: string;
  readonly value: { readonly type: string; readonly value?: unknown };
}

export type DispatchResult =
  | { readonly ok: true; readonly post: PostInfo }
  | { readonly ok: false; readonly error: DispatchError; readonly refusal: Refusal; readonly post: PostInfo };

/** What call handlers run in: hooks' context plus dispatch of inner calls. */
export interface CallCtx extends Ctx {
  /** Dispatches `call` with filter, guards and its own storage layer, as upstream's `RuntimeCall::dispatch`. */
  dispatch(call: RuntimeCall, origin: Origin): DispatchResult;
  /** As `dispatch`, without the base call filter (`dispatch_bypass_filter`). */
  dispatchBypassFilter(call: RuntimeCall, origin: Origin): DispatchResult;
  /** Announced weight, class and fee flag of a call, the dispatch extension's weight included. */
  dispatchInfo(call: RuntimeCall): DispatchInfo;
  /** What holds of the running call should it be refused later; a returned PostInfo wins over it when it succeeds. */
  postInfoIfRefused(post: PostInfo): void;
  /** Bytes of a call as it goes on the wire. */
  encodeCall(call: RuntimeCall): Uint8Array;
  /** A call of these bytes; undefined when they do not fit. */
  decodeCall(bytes: Uint8Array): RuntimeCall | undefined;
}

/** Behaviour of one call. Throws a Refusal to refuse; the layer around it is rolled back. */
export type CallHandler<A> = (ctx: CallCtx, origin: Origin, args: A) => PostInfo | void;

export type CallHandlers<C extends PalletDecl['calls']> = {
  readonly [N in keyof C & string]?: CallHandler<C[N] extends CallDecl<infer A> ? ArgsOf<CallDecl<A>> : never>;
};

/** Ties handlers to a pallet's declared calls; the type of each `args` is inferred from the declaration. */
export function bindCalls<const D extends Pick<PalletDecl, 'calls'>>(_pallet: D, handlers: CallHandlers<D['calls']>): CallHandlers<D['calls']> {
  return handlers;
}
