/** What all code of one block works with: state, events, dispatch of calls, the state root so far. */

import { encode, tryDecode, CannotDecode, type Build } from '@taonet/codec';
import type { Crypto, Hash, Refusal } from '@taonet/primitives';
import type { CallCtx, DispatchInfo, DispatchResult, PostInfo, RuntimeCall } from '../call.ts';
import type { EncodedEvent } from '../context.ts';
import { inLayer } from '../layer.ts';
import { filterOf, type Origin } from '../origin.ts';
import type { Overlay } from '../state/overlay.ts';
import { EventList } from './eventList.ts';
import type { RuntimeSpec } from './runtimeSpec.ts';
import type { StateRoots } from './stateRoots.ts';

export class BlockCtx implements CallCtx {
  readonly state: Overlay;
  readonly crypto: Crypto;
  readonly build: Build;
  readonly events = new EventList();
  /** Calls of this block that the program has no behaviour for, `Pallet.call`. */
  readonly unsupported: string[] = [];
  /** Refusals of calls in this block, inner ones before those around them: for whoever asks why. */
  readonly refusals: { readonly refusal: Refusal; readonly call: string }[] = [];
  readonly #spec: RuntimeSpec;
  readonly #roots: StateRoots;
  #refusedPost: PostInfo = {};

  constructor(spec: RuntimeSpec, state: Overlay, roots: StateRoots) {
    this.#spec = spec;
    this.#roots = roots;
    this.state = state;
    this.crypto = spec.crypto;
    this.build = spec.build;
    state.follow(this.events);
  }

  deposit(event: EncodedEvent): void {
    this.events.push(event);
  }

  dispatch(call: RuntimeCall, origin: Origin): DispatchResult {
    return this.#inCall(call, () => {
      if (origin.kind !== 'root') this.#spec.ensureCallAllowed(this, call);
      if (filterOf(origin)?.(call) === false) this.#spec.refuseFiltered(call);
      if (origin.kind === 'signed') this.#spec.guard(this, origin.who, call);
      return this.#run(call, origin);
    });
  }

  dispatchBypassFilter(call: RuntimeCall, origin: Origin): DispatchResult {
    return this.#inCall(call, () => this.#run(call, origin));
  }

  /** A refusal undoes all that the call did and leaves what was announced for that case. */
  #inCall(call: RuntimeCall, work: () => PostInfo): DispatchResult {
    const outer = this.#refusedPost;
    this.#refusedPost = {};
    const done = inLayer(this, work);
    const refusedPost = this.#refusedPost;
    this.#refusedPost = outer;
    if ('ok' in done) return { ok: true, post: done.ok };
    this.refusals.push({ refusal: done.refusal, call: `${call.type}.${call.value.type}` });
    return { ok: false, error: done.refusal.error, refusal: done.refusal, post: refusedPost };
  }

  #run(call: RuntimeCall, origin: Origin): PostInfo {
    const handler = this.#spec.handlerOf(this, call);
    if (handler === undefined) {
      this.unsupported.push(`${call.type}.${call.value.type}`);
      return this.#spec.refuseUnsupported(call);
    }
    return handler(this, origin, (call.value.value ?? {}) as never) ?? {};
  }

  postInfoIfRefused(post: PostInfo): void {
    this.#refusedPost = post;
  }

  dispatchInfo(call: RuntimeCall): DispatchInfo {
    return this.#spec.dispatchInfo(this, call);
  }

  encodeCall(call: RuntimeCall): Uint8Array {
    return encode(this.#spec.format.call, call);
  }

  decodeCall(bytes: Uint8Array): RuntimeCall | undefined {
    const call = tryDecode(this.#spec.format.call, bytes, { build: this.build });
    return call instanceof CannotDecode ? undefined : call;
  }

  /** Root of the state as it stands now, everything that lives for this block only included. */
  stateRoot(): Hash {
    this.#spec.system.writeEvents(this);
    return this.#roots.rootOf(this.state);
  }
}
