/**
 * Byte strings kept under their hash: noted by somebody who pays a deposit, or requested by the chain itself.
 *
 * source: pallet-preimage 41.0.0, lib.rs
 */

import type { RequestStatus } from '@taonet/abi';
import { UNAVAILABLE, type Ctx, type StateCtx } from '@taonet/frame';
import { bytesToHex, ensure, refuse, type AccountId, type Hash } from '@taonet/primitives';
import { releaseDeposit, takeDeposit } from './deposit.ts';
import { E, Ev, S } from './pallet.ts';

export const BYTES_MAX = 4 * 1024 * 1024;

/**
 * Keeps `bytes`. `depositor` pays unless somebody requested them; without one the chain itself requests them.
 *
 * returns: hash, and whether they are requested · refuses TooBig, AlreadyNoted, Token.FundsUnavailable
 */
export function noteBytes(ctx: Ctx, bytes: Uint8Array, depositor: AccountId | undefined): { readonly hash: Hash; readonly requested: boolean } {
  const hash = bytesToHex(ctx.crypto.blake2b256(bytes));
  ensure(bytes.length <= BYTES_MAX, E.TooBig, { actual: bytes.length, required: BYTES_MAX });
  const status = statusAfterNote(ctx, S.RequestStatusFor.get(ctx, hash), { depositor, length: bytes.length });
  S.RequestStatusFor.set(ctx, hash, status);
  S.PreimageFor.set(ctx, [hash, bytes.length], bytes);
  ctx.deposit(Ev.Noted({ hash }));
  return { hash, requested: status.type === 'Requested' };
}

function statusAfterNote(ctx: Ctx, before: RequestStatus | undefined, { depositor, length }: { readonly depositor: AccountId | undefined; readonly length: number }): RequestStatus {
  if (before?.type === 'Requested') return { type: 'Requested', value: { ...before.value, maybe_len: length } };
  if (before !== undefined) {
    ensure(depositor === undefined, E.AlreadyNoted, { owner: before.value.ticket[0], length });
    return { type: 'Requested', value: { maybe_ticket: before.value.ticket, count: 1, maybe_len: before.value.len } };
  }
  if (depositor === undefined) return { type: 'Requested', value: { maybe_ticket: undefined, count: 1, maybe_len: length } };
  return { type: 'Unrequested', value: { ticket: [depositor, takeDeposit(ctx, depositor, length)], len: length } };
}

/** The chain wants these bytes kept. Event Requested when it is the first to. */
export function requestPreimage(ctx: Ctx, hash: Hash): void {
  const before = S.RequestStatusFor.get(ctx, hash);
  const value = before === undefined
    ? { maybe_ticket: undefined, count: 1, maybe_len: undefined }
    : before.type === 'Requested'
      ? { ...before.value, count: before.value.count + 1 }
      : { maybe_ticket: before.value.ticket, count: 1, maybe_len: before.value.len };
  S.RequestStatusFor.set(ctx, hash, { type: 'Requested', value });
  if (value.count === 1) ctx.deposit(Ev.Requested({ hash }));
}

/** One request less; after the last one bytes without owner go, those of an owner are his again. refuses NotRequested */
export function unrequestPreimage(ctx: Ctx, hash: Hash): void {
  const status = S.RequestStatusFor.get(ctx, hash);
  if (status?.type !== 'Requested') return refuse(E.NotRequested, { hash });
  const { count, maybe_len: length, maybe_ticket: ticket } = status.value;
  if (count > 1) return S.RequestStatusFor.set(ctx, hash, { type: 'Requested', value: { ...status.value, count: count - 1 } });
  if (length !== undefined && ticket !== undefined) return S.RequestStatusFor.set(ctx, hash, { type: 'Unrequested', value: { ticket, len: length } });
  if (length !== undefined) S.PreimageFor.remove(ctx, [hash, length]);
  S.RequestStatusFor.remove(ctx, hash);
  if (length !== undefined) ctx.deposit(Ev.Cleared({ hash }));
}

/** Gives the deposit back and, unless the chain requested them, drops the bytes. `owner` undefined: root. refuses NotNoted, NotAuthorized, NotRequested */
export function unnotePreimage(ctx: Ctx, hash: Hash, owner: AccountId | undefined): void {
  const status = S.RequestStatusFor.get(ctx, hash) ?? refuse(E.NotNoted, { hash });
  const ticket = status.type === 'Requested' ? status.value.maybe_ticket : status.value.ticket;
  ensure(owner === undefined || ticket?.[0] === owner, E.NotAuthorized, { hash, actual: owner, required: ticket?.[0] });
  if (ticket === undefined) return unrequestPreimage(ctx, hash);
  releaseDeposit(ctx, ...ticket);
  if (status.type === 'Requested') return S.RequestStatusFor.set(ctx, hash, { type: 'Requested', value: { ...status.value, maybe_ticket: undefined } });
  S.RequestStatusFor.remove(ctx, hash);
  S.PreimageFor.remove(ctx, [hash, status.value.len]);
  ctx.deposit(Ev.Cleared({ hash }));
}

/** The bytes of `hash`; `length` undefined: as the status has it. refuses Unavailable */
export function fetchPreimage(ctx: StateCtx, hash: Hash, length?: number): Uint8Array {
  const known = length ?? lengthOf(S.RequestStatusFor.get(ctx, hash)) ?? refuse(UNAVAILABLE, { hash });
  return S.PreimageFor.get(ctx, [hash, known]) ?? refuse(UNAVAILABLE, { hash, length: known });
}

function lengthOf(status: RequestStatus | undefined): number | undefined {
  return status?.type === 'Requested' ? status.value.maybe_len : status?.value.len;
}
