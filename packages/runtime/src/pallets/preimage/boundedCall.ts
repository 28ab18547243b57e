/** Calls kept for later: short ones as they are, long ones by hash. source: frame-support 41.0.0, traits/preimages.rs */

import type { BoundedCall } from '@taonet/abi';
import { CORRUPTION, EXHAUSTED, inLayer, type CallCtx, type Ctx, type RuntimeCall } from '@taonet/frame';
import { ensure, refuse, type Hash } from '@taonet/primitives';
import { BYTES_MAX, fetchPreimage, noteBytes, unrequestPreimage } from './note.ts';

const INLINE_BYTES_MAX = 128;

/** refuses Exhausted: longer than what is kept by hash */
export function boundCall(ctx: CallCtx, call: RuntimeCall): BoundedCall {
  const bytes = ctx.encodeCall(call);
  if (bytes.length <= INLINE_BYTES_MAX) return { type: 'Inline', value: bytes };
  ensure(bytes.length <= BYTES_MAX, EXHAUSTED, { actual: bytes.length, required: BYTES_MAX });
  return { type: 'Lookup', value: { hash: noteBytes(ctx, bytes, undefined).hash, len: bytes.length } };
}

/** Hash under which the call is kept; undefined for inline ones. */
export function lookupHash(call: BoundedCall): Hash | undefined {
  return call.type === 'Inline' ? undefined : call.value.hash;
}

/** Length of the call when it is known without looking. */
export function lookupLength(call: BoundedCall): number | undefined {
  return call.type === 'Lookup' ? call.value.len : undefined;
}

/** The call and, for those kept by hash, its length. refuses Unavailable, Corruption */
export function peekCall(ctx: CallCtx, call: BoundedCall): { readonly call: RuntimeCall; readonly length: number | undefined } {
  if (call.type === 'Inline') return { call: decodeOrRefuse(ctx, call.value), length: undefined };
  const bytes = fetchPreimage(ctx, call.value.hash, lookupLength(call));
  return { call: decodeOrRefuse(ctx, bytes), length: bytes.length };
}

function decodeOrRefuse(ctx: CallCtx, bytes: Uint8Array): RuntimeCall {
  return ctx.decodeCall(bytes) ?? refuse(CORRUPTION, { bytes: bytes.length });
}

/** The call is no longer needed. */
export function dropCall(ctx: Ctx, call: BoundedCall): void {
  const hash = lookupHash(call);
  // A request that is not there any more is nobody's fault.
  if (hash !== undefined) inLayer(ctx, () => unrequestPreimage(ctx, hash));
}
