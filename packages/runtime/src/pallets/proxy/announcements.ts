/** Calls that a delayed proxy has said it will make. source: pallets/proxy/src/lib.rs @ 14bc6f9 */

import type { ProxyAnnouncement } from '@taonet/abi';
import type { Ctx, StateCtx } from '@taonet/frame';
import { ensure, refuse, type AccountId } from '@taonet/primitives';
import { moveDeposit } from './delegates.ts';
import { C, E, S } from './pallet.ts';

/** Rao reserved for so many announcements. */
export function announcementDeposit(ctx: StateCtx, count: number): bigint {
  return count === 0 ? 0n : C.AnnouncementDepositBase(ctx) + C.AnnouncementDepositFactor(ctx) * BigInt(count);
}

/** refuses TooMany, Balances.InsufficientBalance */
export function addAnnouncement(ctx: Ctx, delegate: AccountId, announcement: ProxyAnnouncement): void {
  const [pending, deposit] = S.Announcements.get(ctx, delegate);
  ensure(pending.length < C.MaxPending(ctx), E.TooMany, { actual: pending.length, required: C.MaxPending(ctx) - 1 });
  const after = announcementDeposit(ctx, pending.length + 1);
  moveDeposit(ctx, delegate, deposit, after);
  S.Announcements.set(ctx, delegate, [[...pending, announcement], after]);
}

/** Drops those that `isDone`. refuses NotFound when there is none */
export function dropAnnouncements(ctx: Ctx, delegate: AccountId, isDone: (announcement: ProxyAnnouncement) => boolean): void {
  const [pending, deposit] = S.Announcements.tryGet(ctx, delegate) ?? refuse(E.NotFound, { delegate, announcements: 0 });
  const left = pending.filter((one) => !isDone(one));
  ensure(left.length < pending.length, E.NotFound, { delegate, announcements: pending.length });
  const after = announcementDeposit(ctx, left.length);
  moveDeposit(ctx, delegate, deposit, after);
  if (left.length === 0) S.Announcements.remove(ctx, delegate);
  else S.Announcements.set(ctx, delegate, [left, after]);
}
