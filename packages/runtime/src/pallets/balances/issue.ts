/**
 * Making, holding and destroying rao. A credit is rao that the total issuance counts and no account has: made by
 * `issue` and `withdraw`, used up by `resolve` and `dropCredit`. Here it is a plain amount; whoever gets one must use it up.
 *
 * source: frame-support 41.0.0, fungible/regular.rs, Mutate and Balanced; pallet-balances 42.0.0, impl_fungible.rs
 */

import { Arithmetic, inLayer, Token, type Ctx, type StateCtx } from '@taonet/frame';
import { refuse, U64_MAX, type AccountId } from '@taonet/primitives';
import { saturatingAddU64, saturatingSub } from './account.ts';
import { decreaseBalance, increaseBalance, type DecreaseTerms } from './change.ts';
import { reducibleBalance } from './inspect.ts';
import { Ev, S } from './pallet.ts';
import type { Precision } from './words.ts';

/**
 * Creates `amount` in the account. Event Minted.
 *
 * refuses Arithmetic.Overflow, Token.BelowMinimum
 */
export function mintInto(ctx: Ctx, who: AccountId, amount: bigint): void {
  const issued = S.TotalIssuance.get(ctx) + amount;
  if (issued > U64_MAX) refuse(Arithmetic.Overflow, { who, actual: issued, required: U64_MAX });
  const added = increaseBalance(ctx, who, amount, 'Exact');
  S.TotalIssuance.set(ctx, saturatingAddU64(S.TotalIssuance.get(ctx), added));
  ctx.deposit(Ev.Minted({ who, amount }));
}

/**
 * Destroys `amount` of the account. Event Burned.
 *
 * returns: rao burned · refuses Token.FundsUnavailable, Arithmetic.Overflow
 */
export function burnFrom(ctx: Ctx, who: AccountId, amount: bigint, terms: DecreaseTerms): bigint {
  const reducible = reducibleBalance(ctx, who, terms.preservation, terms.fortitude);
  const possible = reducible < amount ? reducible : amount;
  if (possible !== amount && terms.precision === 'Exact') refuse(Token.FundsUnavailable, { who, actual: reducible, required: amount });
  const issued = S.TotalIssuance.get(ctx);
  if (possible > issued) refuse(Arithmetic.Overflow, { who, actual: issued, required: possible });
  const burned = decreaseBalance(ctx, who, possible, { ...terms, precision: 'BestEffort' });
  S.TotalIssuance.set(ctx, saturatingSub(S.TotalIssuance.get(ctx), burned));
  ctx.deposit(Ev.Burned({ who, amount: burned }));
  return burned;
}

/** Makes a credit: total issuance rises, event Issued (none for 0). returns: the credit, less than `amount` only at the u64 limit */
export function issue(ctx: Ctx, amount: bigint): bigint {
  const before = S.TotalIssuance.get(ctx);
  const after = saturatingAddU64(before, amount);
  S.TotalIssuance.set(ctx, after);
  if (after !== before) ctx.deposit(Ev.Issued({ amount: after - before }));
  return after - before;
}

/** Destroys a credit: total issuance falls, no event. */
export function dropCredit(ctx: StateCtx, credit: bigint): void {
  if (credit !== 0n) S.TotalIssuance.set(ctx, saturatingSub(S.TotalIssuance.get(ctx), credit));
}

/**
 * Turns balance into a credit. Event Withdraw.
 *
 * returns: the credit · refuses Token.FundsUnavailable, ConsumerRemaining
 */
export function withdraw(ctx: Ctx, who: AccountId, amount: bigint, terms: DecreaseTerms): bigint {
  const taken = decreaseBalance(ctx, who, amount, terms);
  ctx.deposit(Ev.Withdraw({ who, amount: taken }));
  return taken;
}

/**
 * Puts `amount` that the total issuance already counts into the account. Event Deposit.
 *
 * returns: rao added · refuses (Exact) Arithmetic.Overflow, Token.BelowMinimum
 */
export function depositInto(ctx: Ctx, who: AccountId, amount: bigint, precision: Precision): bigint {
  const added = increaseBalance(ctx, who, amount, precision);
  ctx.deposit(Ev.Deposit({ who, amount: added }));
  return added;
}

/** Puts a credit into the account. returns: false when the account cannot take it; then the credit is still the caller's */
export function resolve(ctx: Ctx, who: AccountId, credit: bigint): boolean {
  return 'ok' in inLayer(ctx, () => depositInto(ctx, who, credit, 'Exact'));
}
