/** Moving free balance between accounts. */

import type { Ctx } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import { decreaseBalance, increaseBalance } from './change.ts';
import { ensureCanDeposit, ensureCanWithdraw, reducibleBalance } from './inspect.ts';
import { Ev } from './pallet.ts';
import type { Preservation } from './words.ts';

/**
 * Moves `amount` rao from `from` to `to`. To oneself nothing happens, not even an event.
 *
 * refuses Token.FundsUnavailable, Token.Frozen, Token.OnlyProvider, Token.NotExpendable, Token.BelowMinimum, Arithmetic.*
 * source: frame-support 41.0.0, fungible/regular.rs, Mutate::transfer
 */
export function transfer(ctx: Ctx, from: AccountId, to: AccountId, amount: bigint, preservation: Preservation): void {
  ensureCanWithdraw(ctx, from, amount, preservation !== 'Expendable');
  ensureCanDeposit(ctx, to, amount);
  if (from === to) return;
  decreaseBalance(ctx, from, amount, { precision: 'BestEffort', preservation, fortitude: 'Polite' });
  increaseBalance(ctx, to, amount, 'BestEffort');
  ctx.deposit(Ev.Transfer({ from, to, amount }));
}

/** Moves all that `from` can lose. source: pallet-balances 42.0.0, transfer_all */
export function transferAll(ctx: Ctx, from: AccountId, to: AccountId, preservation: Preservation): void {
  transfer(ctx, from, to, reducibleBalance(ctx, from, preservation), preservation);
}
