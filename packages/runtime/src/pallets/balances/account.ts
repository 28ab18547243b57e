/**
 * The one way to change an account's balances: keeps the rule of the existential deposit, counts providers and
 * consumers, and reports new and reaped accounts.
 *
 * source: pallet-balances 42.0.0, lib.rs, try_mutate_account
 */

import type { Ctx, StateCtx } from '@taonet/frame';
import { U64_MAX, type AccountId } from '@taonet/primitives';
import { decConsumers, decProviders, getAccount, incConsumers, incProviders, type AccountInfo } from '../system/accounts.ts';
import { S as System } from '../system/pallet.ts';
import { Ev, S } from './pallet.ts';
import { EXISTENTIAL_DEPOSIT } from './words.ts';

/** free, reserved, frozen in rao; flags. */
export type AccountData = AccountInfo['data'];

/** Set when reserved and frozen amounts are counted as a consumer; all accounts of this chain have it. */
const NEW_LOGIC_FLAG = 1n << 127n;

const consumes = (data: AccountData): boolean => data.reserved !== 0n || data.frozen !== 0n;
const isDefault = (data: AccountData): boolean =>
  data.free === 0n && !consumes(data) && data.flags === NEW_LOGIC_FLAG;

export const saturatingSub = (a: bigint, b: bigint): bigint => (a > b ? a - b : 0n);
export const saturatingAddU64 = (a: bigint, b: bigint): bigint => (a + b > U64_MAX ? U64_MAX : a + b);

/** Free, reserved and frozen balance of `who`. */
export function getBalances(ctx: StateCtx, who: AccountId): AccountData {
  return getAccount(ctx, who).data;
}

/**
 * Replaces the balances of `who` by what `change` makes of them (`isNew`: the account had none).
 *
 * returns: dust in rao, taken from the account because it fell below the existential deposit; still part of the total issuance
 * refuses ConsumerRemaining, NoProviders, TooManyConsumers and what `change` refuses
 */
export function mutateAccount(ctx: Ctx, who: AccountId, change: (data: AccountData, isNew: boolean) => AccountData): bigint {
  ensureUpgraded(ctx, who);
  const before = getBalances(ctx, who);
  const isNew = isDefault(before);
  const after = change(before, isNew);

  countReferences(ctx, who, { before, after, isNew });

  const lives = after.free >= EXISTENTIAL_DEPOSIT || after.reserved !== 0n;
  writeBalances(ctx, who, lives ? after : { free: 0n, reserved: 0n, frozen: 0n, flags: NEW_LOGIC_FLAG });
  if (isNew) ctx.deposit(Ev.Endowed({ account: who, free_balance: after.free }));
  const dust = lives ? 0n : after.free;
  if (dust !== 0n) ctx.deposit(Ev.DustLost({ account: who, amount: dust }));
  return dust;
}

/** Takes dust out of the total issuance. There is no event for it. */
export function dropDust(ctx: StateCtx, dust: bigint): void {
  if (dust !== 0n) S.TotalIssuance.set(ctx, saturatingSub(S.TotalIssuance.get(ctx), dust));
}

/** `mutateAccount`, with the dust dropped at once. */
export function mutateAccountDroppingDust(ctx: Ctx, who: AccountId, change: (data: AccountData, isNew: boolean) => AccountData): void {
  dropDust(ctx, mutateAccount(ctx, who, change));
}

/** Order as upstream's: the provider that may remove the account goes last. */
function countReferences(ctx: Ctx, who: AccountId, { before, after, isNew }: { before: AccountData; after: AccountData; isNew: boolean }): void {
  const didProvide = before.free >= EXISTENTIAL_DEPOSIT;
  const doesProvide = after.free >= EXISTENTIAL_DEPOSIT;
  const didConsume = !isNew && consumes(before);
  const doesConsume = consumes(after);
  if (!didProvide && doesProvide) incProviders(ctx, who);
  if (didConsume && !doesConsume) decConsumers(ctx, who);
  if (!didConsume && doesConsume) incConsumers(ctx, who);
  if (doesConsume && getAccount(ctx, who).consumers === 0) incConsumers(ctx, who);
  if (didProvide && !doesProvide) decProviders(ctx, who);
}

function writeBalances(ctx: Ctx, who: AccountId, data: AccountData): void {
  const account = getAccount(ctx, who);
  if (account.providers > 0 || account.sufficients > 0) System.Account.set(ctx, who, { ...account, data });
  else System.Account.remove(ctx, who);
}

/** Brings an account of old form to reference counting; returns true when it was of old form. */
export function ensureUpgraded(ctx: Ctx, who: AccountId): boolean {
  const data = getBalances(ctx, who);
  if ((data.flags & NEW_LOGIC_FLAG) !== 0n) return false;
  let free = data.free;
  if (data.reserved !== 0n && data.frozen === 0n) {
    if (getAccount(ctx, who).providers === 0) {
      free = free < EXISTENTIAL_DEPOSIT ? EXISTENTIAL_DEPOSIT : free;
      incProviders(ctx, who);
    }
    const account = getAccount(ctx, who);
    System.Account.set(ctx, who, { ...account, consumers: account.consumers + 1 });
  }
  writeBalances(ctx, who, { ...data, free, flags: data.flags | NEW_LOGIC_FLAG });
  ctx.deposit(Ev.Upgraded({ who }));
  return true;
}
