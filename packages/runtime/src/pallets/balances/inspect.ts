/** What can be asked of balances. Amounts in rao. source: pallet-balances 42.0.0, impl_fungible.rs */

import { Arithmetic, Token, type StateCtx } from '@taonet/frame';
import { refuse, U64_MAX, type AccountId } from '@taonet/primitives';
import { canDecProvider, getAccount } from '../system/accounts.ts';
import { getBalances, saturatingSub } from './account.ts';
import { S } from './pallet.ts';
import { EXISTENTIAL_DEPOSIT, type Fortitude, type Preservation } from './words.ts';

export function getTotalIssuance(ctx: StateCtx): bigint {
  return S.TotalIssuance.get(ctx);
}

export function getFreeBalance(ctx: StateCtx, who: AccountId): bigint {
  return getBalances(ctx, who).free;
}

/** Free plus reserved. */
export function getTotalBalance(ctx: StateCtx, who: AccountId): bigint {
  const { free, reserved } = getBalances(ctx, who);
  const total = free + reserved;
  return total > U64_MAX ? U64_MAX : total;
}

/** How much `who` can lose: free balance without what is frozen, and without the existential deposit where the account must live. */
export function reducibleBalance(ctx: StateCtx, who: AccountId, preservation: Preservation, fortitude: Fortitude = 'Polite'): bigint {
  const account = getAccount(ctx, who);
  const { free, reserved, frozen } = account.data;
  const frozenPart = fortitude === 'Polite' ? saturatingSub(frozen, reserved) : 0n;
  const mustLive =
    preservation === 'Preserve' ||
    (preservation === 'Protect' && free !== 0n && account.providers === 1) ||
    (preservation === 'Expendable' && free !== 0n && account.consumers > 0 && account.providers <= 1);
  const untouchable = mustLive && frozenPart < EXISTENTIAL_DEPOSIT ? EXISTENTIAL_DEPOSIT : frozenPart;
  return saturatingSub(free, untouchable);
}

/**
 * Refuses unless `who` can lose `amount`, and live on when `keepAlive`.
 *
 * refuses Arithmetic.Underflow, Token.FundsUnavailable, Token.Frozen, Token.OnlyProvider, Token.NotExpendable
 */
export function ensureCanWithdraw(ctx: StateCtx, who: AccountId, amount: bigint, keepAlive: boolean): void {
  if (amount === 0n) return;
  const issued = S.TotalIssuance.get(ctx);
  if (amount > issued) refuse(Arithmetic.Underflow, { who, actual: issued, required: amount });
  const { free, reserved, frozen } = getBalances(ctx, who);
  if (amount > free) refuse(Token.FundsUnavailable, { who, actual: free, required: amount });
  const liquid = reducibleBalance(ctx, who, 'Expendable');
  if (amount > liquid) refuse(Token.Frozen, { who, actual: liquid, required: amount });
  const left = free - amount;
  const dies = left < EXISTENTIAL_DEPOSIT;
  if (dies && !canDecProvider(ctx, who)) refuse(Token.OnlyProvider, { who, actual: left, required: EXISTENTIAL_DEPOSIT });
  if (left + reserved < frozen) refuse(Token.Frozen, { who, actual: left + reserved, required: frozen });
  if (dies && keepAlive) refuse(Token.NotExpendable, { who, actual: left, required: EXISTENTIAL_DEPOSIT });
}

/**
 * Refuses unless `who` can receive `amount`.
 *
 * refuses Arithmetic.Overflow, Token.BelowMinimum
 */
export function ensureCanDeposit(ctx: StateCtx, who: AccountId, amount: bigint): void {
  if (amount === 0n) return;
  const { free, reserved } = getBalances(ctx, who);
  const after = free + amount;
  if (after > U64_MAX) refuse(Arithmetic.Overflow, { who, actual: after, required: U64_MAX });
  if (after < EXISTENTIAL_DEPOSIT) refuse(Token.BelowMinimum, { who, actual: after, required: EXISTENTIAL_DEPOSIT });
  if (after + reserved > U64_MAX) refuse(Arithmetic.Overflow, { who, actual: after + reserved, required: U64_MAX });
}
