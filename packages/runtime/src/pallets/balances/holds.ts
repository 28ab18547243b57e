/**
 * Amounts held for a reason: part of the reserved balance, listed per reason. No events.
 *
 * source: frame-support 41.0.0, fungible/hold.rs; pallet-balances 42.0.0, impl_fungible.rs
 */

import type { RuntimeHoldReason } from '@taonet/abi';
import { Arithmetic, inLayer, Token, type Ctx, type StateCtx } from '@taonet/frame';
import { ensure, refuse, U64_MAX, type AccountId } from '@taonet/primitives';
import { getAccount } from '../system/accounts.ts';
import { mutateAccount, saturatingSub } from './account.ts';
import { decreaseBalance, increaseBalance } from './change.ts';
import { ensureCanDeposit, reducibleBalance } from './inspect.ts';
import { E, S } from './pallet.ts';
import { reducibleReserved } from './reserve.ts';
import type { Precision } from './words.ts';

/** Reasons there are. */
const HOLDS_MAX = 4;

const sameReason = (a: RuntimeHoldReason, b: RuntimeHoldReason): boolean => a.type === b.type && a.value === b.value;

/** Rao held for `reason`. */
export function balanceOnHold(ctx: StateCtx, who: AccountId, reason: RuntimeHoldReason): bigint {
  return S.Holds.get(ctx, who).find(({ id }) => sameReason(id, reason))?.amount ?? 0n;
}

/**
 * Moves free balance to what is held; the account lives on.
 *
 * refuses Token.CannotCreateHold, Token.FundsUnavailable, TooManyHolds
 */
export function hold(ctx: Ctx, who: AccountId, reason: RuntimeHoldReason, amount: bigint): void {
  const holds = S.Holds.get(ctx, who);
  const { providers } = getAccount(ctx, who);
  const available = providers > 0 && (holds.length < HOLDS_MAX || holds.some(({ id }) => sameReason(id, reason)));
  ensure(available, Token.CannotCreateHold, { who, reason: reason.type, providers, holds: holds.length, holdsMax: HOLDS_MAX });
  const reducible = reducibleBalance(ctx, who, 'Protect', 'Force');
  ensure(amount <= reducible, Token.FundsUnavailable, { who, actual: reducible, required: amount });
  decreaseBalance(ctx, who, amount, { precision: 'Exact', preservation: 'Protect', fortitude: 'Force' });
  const held = balanceOnHold(ctx, who, reason) + amount;
  if (amount !== 0n) setBalanceOnHold(ctx, who, reason, held > U64_MAX ? U64_MAX : held);
}

/**
 * Moves what is held back to the free balance.
 *
 * returns: rao moved · refuses Token.CannotCreate, Token.FundsUnavailable (Exact)
 */
 
export function release(ctx: Ctx, who: AccountId, reason: RuntimeHoldReason, amount: bigint, precision: Precision): bigint {
  const can = inLayer(ctx, () => ensureCanDeposit(ctx, who, amount));
  if ('refusal' in can) refuse(Token.CannotCreate, { ...can.refusal.facts, who });
  return increaseBalance(ctx, who, decreaseBalanceOnHold(ctx, who, reason, amount, precision), 'BestEffort');
}

/**
 * Destroys what is held; total issuance falls.
 *
 * returns: rao burned · refuses Token.Frozen, Token.FundsUnavailable (Exact)
 */
 
export function burnHeld(ctx: Ctx, who: AccountId, reason: RuntimeHoldReason, amount: bigint, precision: Precision): bigint {
  const liquid = reducibleReserved(ctx, who, true);
  if (precision === 'Exact') ensure(amount <= liquid, Token.Frozen, { who, actual: liquid, required: amount });
  const burned = decreaseBalanceOnHold(ctx, who, reason, amount < liquid ? amount : liquid, precision);
  S.TotalIssuance.set(ctx, saturatingSub(S.TotalIssuance.get(ctx), burned));
  return burned;
}

 
function decreaseBalanceOnHold(ctx: Ctx, who: AccountId, reason: RuntimeHoldReason, amount: bigint, precision: Precision): bigint {
  const held = balanceOnHold(ctx, who, reason);
  const taken = precision === 'BestEffort' && held < amount ? held : amount;
  ensure(taken <= held, Token.FundsUnavailable, { who, reason: reason.type, actual: held, required: taken });
  setBalanceOnHold(ctx, who, reason, held - taken);
  return taken;
}

/** The list stays in storage when its last entry goes, empty. */
function setBalanceOnHold(ctx: Ctx, who: AccountId, reason: RuntimeHoldReason, amount: bigint): void {
  const before = balanceOnHold(ctx, who, reason);
  const holds = S.Holds.get(ctx, who);
  const place = holds.findIndex(({ id }) => sameReason(id, reason));
  const next = place < 0 ? [...holds, { id: reason, amount }] : holds.map((one, i) => (i === place ? { ...one, amount } : one));
  ensure(next.length <= HOLDS_MAX, E.TooManyHolds, { who, actual: next.length, required: HOLDS_MAX });
  mutateAccount(ctx, who, (data) => {
    const reserved = data.reserved - before + amount;
    if (reserved > U64_MAX) refuse(Arithmetic.Overflow, { who, actual: reserved, required: U64_MAX });
    if (reserved < 0n) refuse(Arithmetic.Underflow, { who, actual: reserved, required: 0n });
    return { ...data, reserved };
  });
  S.Holds.set(ctx, who, next.filter((one) => one.amount !== 0n));
}
