/** Reserved balance: deposits of proxies, multisigs and the like. source: pallet-balances 42.0.0, impl_currency.rs */

import { Arithmetic, inLayer, Token, type Ctx, type StateCtx } from '@taonet/frame';
import { ensure, refuse, U64_MAX, type AccountId } from '@taonet/primitives';
import { dropDust, getBalances, mutateAccount, mutateAccountDroppingDust, saturatingSub } from './account.ts';
import { getTotalBalance } from './inspect.ts';
import { E, Ev, S } from './pallet.ts';
import { EXISTENTIAL_DEPOSIT } from './words.ts';

export type ReservedBecomes = 'Free' | 'Reserved';

/** True when `amount` can be reserved and the account lives on. */
export function canReserve(ctx: StateCtx, who: AccountId, amount: bigint): boolean {
  const { free, frozen } = getBalances(ctx, who);
  return amount === 0n || (free - amount >= EXISTENTIAL_DEPOSIT && free - amount >= frozen);
}

/**
 * Moves `amount` from free to reserved. Event Reserved; nothing for 0.
 *
 * refuses InsufficientBalance, LiquidityRestrictions, Arithmetic.Overflow, NoProviders, ConsumerRemaining
 */
export function reserve(ctx: Ctx, who: AccountId, amount: bigint): void {
  if (amount === 0n) return;
  mutateAccountDroppingDust(ctx, who, (data) => {
    if (amount > data.free) refuse(E.InsufficientBalance, { who, actual: data.free, required: amount });
    const free = data.free - amount;
    const reserved = data.reserved + amount;
    if (reserved > U64_MAX) refuse(Arithmetic.Overflow, { who, actual: reserved, required: U64_MAX });
    // The account still stands as before: freezes are compared with the free balance alone.
    if (free < data.frozen) refuse(E.LiquidityRestrictions, { who, actual: free, required: data.frozen });
    return { ...data, free, reserved };
  });
  ctx.deposit(Ev.Reserved({ who, amount }));
}

/** Moves up to `amount` from reserved to free. Event Unreserved. returns: rao that were not there */
export function unreserve(ctx: Ctx, who: AccountId, amount: bigint): bigint {
  if (amount === 0n) return 0n;
  if (getTotalBalance(ctx, who) === 0n) return amount;
  let moved = 0n;
  const done = inLayer(ctx, () =>
    mutateAccountDroppingDust(ctx, who, (data) => {
      moved = data.reserved < amount ? data.reserved : amount;
      return { ...data, reserved: data.reserved - moved, free: data.free + moved };
    }),
  );
  if (!('ok' in done)) return amount;
  ctx.deposit(Ev.Unreserved({ who, amount: moved }));
  return amount - moved;
}

/**
 * Moves up to `amount` of the reserved balance of `from` to the free or reserved balance of `to`. Event ReserveRepatriated.
 *
 * returns: rao that were not there · refuses DeadAccount, Arithmetic.Overflow
 */
export function repatriateReserved(ctx: Ctx, from: AccountId, to: AccountId, amount: bigint, becomes: ReservedBecomes): bigint {
  return amount - transferReserved(ctx, { from, to, amount, becomes, exact: false, force: false });
}

export interface ReservedMove {
  readonly from: AccountId;
  readonly to: AccountId;
  readonly amount: bigint;
  readonly becomes: ReservedBecomes;
  readonly exact: boolean;
  readonly force: boolean;
}

/** returns: rao moved. source: pallet-balances 42.0.0, lib.rs, do_transfer_reserved */
export function transferReserved(ctx: Ctx, { from, to, amount, becomes, exact, force }: ReservedMove): bigint {
  if (amount === 0n) return 0n;
  const max = reducibleReserved(ctx, from, force);
  const moved = exact || amount < max ? amount : max;
  ensure(moved <= max, Token.FundsUnavailable, { from, actual: max, required: moved });
  if (from === to) return becomes === 'Free' ? moved - unreserve(ctx, from, moved) : moved;
  let dustFrom = 0n;
  const dustTo = mutateAccount(ctx, to, (data, isNew) => {
    ensure(!isNew, E.DeadAccount, { to });
    const place = becomes === 'Free' ? 'free' : 'reserved';
    if (data[place] + moved > U64_MAX) refuse(Arithmetic.Overflow, { to, actual: data[place] + moved, required: U64_MAX });
    dustFrom = mutateAccount(ctx, from, (source) => ({ ...source, reserved: saturatingSub(source.reserved, moved) }));
    return { ...data, [place]: data[place] + moved };
  });
  dropDust(ctx, dustFrom);
  dropDust(ctx, dustTo);
  ctx.deposit(Ev.ReserveRepatriated({ from, to, amount: moved, destination_status: becomes }));
  return moved;
}

/** Reserved balance that freezes do not need. */
export function reducibleReserved(ctx: StateCtx, who: AccountId, force: boolean): bigint {
  const { free, reserved, frozen } = getBalances(ctx, who);
  return saturatingSub(reserved, force ? 0n : saturatingSub(frozen, free));
}

/** Destroys up to `amount` of the reserved balance; total issuance falls at once. Events Slashed, Rescinded. returns: rao not there */
export function slashReserved(ctx: Ctx, who: AccountId, amount: bigint): bigint {
  if (amount === 0n) return 0n;
  if (getTotalBalance(ctx, who) === 0n) return amount;
  let slashed = 0n;
  const done = inLayer(ctx, () =>
    mutateAccountDroppingDust(ctx, who, (data) => {
      slashed = data.reserved < amount ? data.reserved : amount;
      return { ...data, reserved: data.reserved - slashed };
    }),
  );
  if (!('ok' in done)) return amount;
  ctx.deposit(Ev.Slashed({ who, amount: slashed }));
  if (slashed !== 0n) {
    S.TotalIssuance.set(ctx, saturatingSub(S.TotalIssuance.get(ctx), slashed));
    ctx.deposit(Ev.Rescinded({ amount: slashed }));
  }
  return amount - slashed;
}
