/** Who asks: the origins a call can be dispatched with. */

import { ensure, plainRefusal, refuse, type AccountId } from '@taonet/primitives';
import type { RuntimeCall } from './call.ts';

/** What a proxy adds to an origin: calls that it lets through, nested ones included. */
export type CallFilter = (call: RuntimeCall) => boolean;

interface Filtered {
  readonly filter?: CallFilter | undefined;
}

export type Origin =
  | { readonly kind: 'root' }
  | { readonly kind: 'none' }
  | ({ readonly kind: 'signed'; readonly who: AccountId } & Filtered)
  /** Of a collective with so many seats, so many agreed. */
  | ({ readonly kind: 'members'; readonly yes: number; readonly seats: number } & Filtered)
  /** One member of a collective, as a member. */
  | ({ readonly kind: 'member'; readonly who: AccountId } & Filtered);

export const ROOT: Origin = { kind: 'root' };
export const NONE: Origin = { kind: 'none' };
export const signed = (who: AccountId): Origin => ({ kind: 'signed', who });

/** What a proxy or a batch added to the origin. */
export function filterOf(origin: Origin): CallFilter | undefined {
  return origin.kind === 'root' || origin.kind === 'none' ? undefined : origin.filter;
}

/** `origin`, for which `filter` must also let a call through. Root stays unfiltered. */
export function withFilter(origin: Origin, filter: CallFilter): Origin {
  if (origin.kind === 'root' || origin.kind === 'none') return origin;
  const before = origin.filter;
  return { ...origin, filter: before === undefined ? filter : (call) => before(call) && filter(call) };
}

/** Another signer, under the same filter. */
export function withSigner(origin: Origin, who: AccountId): Origin {
  return origin.kind === 'signed' ? { ...origin, who } : signed(who);
}

export const BAD_ORIGIN = plainRefusal({ kind: 'BadOrigin' });

/** The signer; refuses every other origin with BadOrigin. */
export function ensureSigned(origin: Origin): AccountId {
  return origin.kind === 'signed' ? origin.who : refuse(BAD_ORIGIN, { actual: origin.kind, required: 'signed' });
}

export function ensureRoot(origin: Origin): void {
  ensure(origin.kind === 'root', BAD_ORIGIN, { actual: origin.kind, required: 'root' });
}

export function ensureNone(origin: Origin): void {
  ensure(origin.kind === 'none', BAD_ORIGIN, { actual: origin.kind, required: 'none' });
}

/** The signer, or undefined for root; refuses none. */
export function ensureSignedOrRoot(origin: Origin): AccountId | undefined {
  if (origin.kind === 'root') return undefined;
  return ensureSigned(origin);
}
