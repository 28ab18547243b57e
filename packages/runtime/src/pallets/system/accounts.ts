/**
 * Accounts and what keeps them alive: providers, consumers, sufficients. An account without provider and sufficient
 * is removed, its nonce with it.
 *
 * source: frame-system 41.0.0, lib.rs
 */

import { CONSUMER_REMAINING, NO_PROVIDERS, TOO_MANY_CONSUMERS, type Ctx, type StateCtx } from '@taonet/frame';
import { refuse, U32_MAX, type AccountId } from '@taonet/primitives';
import { Ev, S } from './pallet.ts';

/** Everything that stands under System.Account. */
export type AccountInfo = ReturnType<typeof S.Account.get>;

/** System.MaxConsumers. */
const CONSUMERS_MAX = 16;

const plusOne = (count: number): number => (count === U32_MAX ? count : count + 1);

/** The account; one that does not exist has zeros. */
export function getAccount(ctx: StateCtx, who: AccountId): AccountInfo {
  return S.Account.get(ctx, who);
}

/** One more transaction of `who`. */
export function incAccountNonce(ctx: StateCtx, who: AccountId): void {
  const account = S.Account.get(ctx, who);
  S.Account.set(ctx, who, { ...account, nonce: (account.nonce + 1) >>> 0 });
}

/** Another reason for the account to exist. Event NewAccount when it is the first. */
export function incProviders(ctx: Ctx, who: AccountId): void {
  const account = S.Account.get(ctx, who);
  const isNew = account.providers === 0 && account.sufficients === 0;
  S.Account.set(ctx, who, { ...account, providers: isNew ? 1 : plusOne(account.providers) });
  if (isNew) ctx.deposit(Ev.NewAccount({ account: who }));
}

/**
 * One reason less; the last one removes the account (event KilledAccount).
 *
 * refuses ConsumerRemaining
 */
export function decProviders(ctx: Ctx, who: AccountId): void {
  const account = S.Account.tryGet(ctx, who);
  if (account === undefined) return;
  const providers = account.providers === 0 ? 1 : account.providers;
  if (providers === 1 && account.consumers === 0 && account.sufficients === 0) return kill(ctx, who);
  if (providers === 1 && account.consumers > 0) refuse(CONSUMER_REMAINING, { who, actual: account.consumers, required: 0 });
  S.Account.set(ctx, who, { ...account, providers: providers - 1 });
}

/** A reason to exist that needs no deposit. */
export function incSufficients(ctx: Ctx, who: AccountId): void {
  const account = S.Account.get(ctx, who);
  const isNew = account.providers === 0 && account.sufficients === 0;
  S.Account.set(ctx, who, { ...account, sufficients: isNew ? 1 : plusOne(account.sufficients) });
  if (isNew) ctx.deposit(Ev.NewAccount({ account: who }));
}

export function decSufficients(ctx: Ctx, who: AccountId): void {
  const account = S.Account.tryGet(ctx, who);
  if (account === undefined) return;
  if (account.sufficients <= 1 && account.providers === 0) return kill(ctx, who);
  S.Account.set(ctx, who, { ...account, sufficients: account.sufficients === 0 ? 0 : account.sufficients - 1 });
}

/**
 * Somebody relies on the account.
 *
 * refuses NoProviders, TooManyConsumers
 */
export function incConsumers(ctx: StateCtx, who: AccountId): void {
  const account = S.Account.get(ctx, who);
  if (account.providers === 0) refuse(NO_PROVIDERS, { who, actual: 0, required: 1 });
  if (account.consumers >= CONSUMERS_MAX) refuse(TOO_MANY_CONSUMERS, { who, actual: account.consumers, required: CONSUMERS_MAX - 1 });
  S.Account.set(ctx, who, { ...account, consumers: account.consumers + 1 });
}

export function decConsumers(ctx: StateCtx, who: AccountId): void {
  const account = S.Account.get(ctx, who);
  // Upstream's mutate writes even when there is nothing to take away.
  S.Account.set(ctx, who, { ...account, consumers: account.consumers === 0 ? 0 : account.consumers - 1 });
}

/** True when losing one provider keeps the account, or when nobody relies on it. */
export function canDecProvider(ctx: StateCtx, who: AccountId): boolean {
  const { consumers, providers } = S.Account.get(ctx, who);
  return consumers === 0 || providers > 1;
}

/** True when something keeps the account. */
export function accountExists(ctx: StateCtx, who: AccountId): boolean {
  return S.Account.has(ctx, who);
}

function kill(ctx: Ctx, who: AccountId): void {
  S.Account.remove(ctx, who);
  ctx.deposit(Ev.KilledAccount({ account: who }));
}
