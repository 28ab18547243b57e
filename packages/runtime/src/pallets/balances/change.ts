/** Raising and lowering a free balance, without events of their own and without touching the total issuance (dust apart). */

import { Arithmetic, Token, type Ctx } from '@taonet/frame';
import { refuse, U64_MAX, type AccountId } from '@taonet/primitives';
import { dropDust, getBalances, mutateAccount, saturatingSub } from './account.ts';
import { reducibleBalance } from './inspect.ts';
import { E } from './pallet.ts';
import { EXISTENTIAL_DEPOSIT, type Fortitude, type Precision, type Preservation } from './words.ts';

export interface DecreaseTerms {
  readonly precision: Precision;
  readonly preservation: Preservation;
  readonly fortitude: Fortitude;
}

/**
 * Takes `amount` from the free balance of `who`.
 *
 * returns: rao taken (the account may lose dust on top)
 * refuses Token.FundsUnavailable, ConsumerRemaining
 * source: frame-support 41.0.0, fungible/regular.rs, decrease_balance
 */
export function decreaseBalance(ctx: Ctx, who: AccountId, amount: bigint, terms: DecreaseTerms): bigint {
  const { free } = getBalances(ctx, who);
  const reducible = reducibleBalance(ctx, who, terms.preservation, terms.fortitude);
  if (terms.precision === 'Exact' && reducible < amount) refuse(Token.FundsUnavailable, { who, actual: reducible, required: amount });
  const taken = amount < reducible ? amount : reducible;
  writeFree(ctx, who, free - taken);
  return taken;
}

/**
 * Adds `amount` to the free balance of `who`.
 *
 * returns: rao added; 0 when a BestEffort deposit would leave the account below the existential deposit
 * refuses (Exact only) Arithmetic.Overflow, Token.BelowMinimum
 * source: frame-support 41.0.0, fungible/regular.rs, increase_balance
 */
export function increaseBalance(ctx: Ctx, who: AccountId, amount: bigint, precision: Precision): bigint {
  const { free } = getBalances(ctx, who);
  let after = free + amount;
  if (after > U64_MAX) {
    if (precision === 'Exact') refuse(Arithmetic.Overflow, { who, actual: after, required: U64_MAX });
    after = U64_MAX;
  }
  if (after < EXISTENTIAL_DEPOSIT) {
    if (precision === 'Exact') refuse(Token.BelowMinimum, { who, actual: after, required: EXISTENTIAL_DEPOSIT });
    return 0n;
  }
  if (after !== free) writeFree(ctx, who, after);
  return after - free;
}

function writeFree(ctx: Ctx, who: AccountId, free: bigint): void {
  const reductionMax = reducibleBalance(ctx, who, 'Expendable', 'Force');
  const dust = mutateAccount(ctx, who, (data) => {
    const reduction = saturatingSub(data.free, free);
    if (reduction > reductionMax) refuse(E.InsufficientBalance, { who, actual: reductionMax, required: reduction });
    return { ...data, free };
  });
  dropDust(ctx, dust);
}
