/** Who may act for an account. source: pallets/proxy/src/lib.rs @ 14bc6f9 */

import { proxyType, type ProxyDefinition, type ProxyType } from '@taonet/abi';
import { encode } from '@taonet/codec';
import type { Ctx, StateCtx } from '@taonet/frame';
import { ensure, refuse, type AccountId } from '@taonet/primitives';
import { reserve, unreserve } from '../balances/reserve.ts';
import { C, E, Ev, S } from './pallet.ts';

const wireIndexOf = (type: ProxyType): number => encode(proxyType, type)[0]!;

/** Order in which definitions stand in storage. */
function compareDefinitions(a: ProxyDefinition, b: ProxyDefinition): number {
  if (a.delegate !== b.delegate) return a.delegate < b.delegate ? -1 : 1;
  return wireIndexOf(a.proxy_type) - wireIndexOf(b.proxy_type) || a.delay - b.delay;
}

/** Rao reserved for so many proxies. */
export function proxyDeposit(ctx: StateCtx, count: number): bigint {
  return count === 0 ? 0n : C.ProxyDepositBase(ctx) + C.ProxyDepositFactor(ctx) * BigInt(count);
}

/** Brings what `who` has reserved from `before` to `after`. */
export function moveDeposit(ctx: Ctx, who: AccountId, before: bigint, after: bigint): void {
  if (after > before) reserve(ctx, who, after - before);
  else if (after < before) unreserve(ctx, who, before - after);
}

/** refuses NoSelfProxy, Duplicate, TooMany, Balances.InsufficientBalance */
export function addProxyDelegate(ctx: Ctx, delegator: AccountId, definition: ProxyDefinition): void {
  const { delegate: delegatee, proxy_type, delay } = definition;
  ensure(delegator !== delegatee, E.NoSelfProxy, { delegator, delegatee });
  const [proxies, deposit] = S.Proxies.get(ctx, delegator);
  ensure(!proxies.some((one) => compareDefinitions(one, definition) === 0), E.Duplicate, { delegator, delegatee, proxy_type, delay });
  ensure(proxies.length < C.MaxProxies(ctx), E.TooMany, { actual: proxies.length, required: C.MaxProxies(ctx) - 1 });
  const next = [...proxies, definition].sort(compareDefinitions);
  const after = proxyDeposit(ctx, next.length);
  moveDeposit(ctx, delegator, deposit, after);
  S.Proxies.set(ctx, delegator, [next, after]);
  ctx.deposit(Ev.ProxyAdded({ delegator, delegatee, proxy_type, delay }));
}

/** refuses NotFound */
export function removeProxyDelegate(ctx: Ctx, delegator: AccountId, definition: ProxyDefinition): void {
  const { delegate: delegatee, proxy_type, delay } = definition;
  const [proxies, deposit] = S.Proxies.tryGet(ctx, delegator) ?? refuse(E.NotFound, { delegator, delegatee, proxy_type, delay });
  const next = proxies.filter((one) => compareDefinitions(one, definition) !== 0);
  ensure(next.length < proxies.length, E.NotFound, { delegator, delegatee, proxy_type, delay });
  const after = proxyDeposit(ctx, next.length);
  moveDeposit(ctx, delegator, deposit, after);
  if (next.length === 0) S.Proxies.remove(ctx, delegator);
  else S.Proxies.set(ctx, delegator, [next, after]);
  S.RealPaysFee.remove(ctx, delegator, delegatee);
  ctx.deposit(Ev.ProxyRemoved({ delegator, delegatee, proxy_type, delay }));
}

/** All at once, without an event. */
export function removeAllProxyDelegates(ctx: Ctx, delegator: AccountId): void {
  const [, deposit] = S.Proxies.take(ctx, delegator);
  unreserve(ctx, delegator, deposit);
  S.RealPaysFee.clearPrefix(ctx, delegator);
}

/** The first definition by which `delegate` acts for `real`, of this kind when one is given. refuses NotProxy */
export function findProxy(ctx: StateCtx, real: AccountId, delegate: AccountId, type?: ProxyType): ProxyDefinition {
  const found = S.Proxies.get(ctx, real)[0].find((one) => one.delegate === delegate && (type === undefined || one.proxy_type === type));
  return found ?? refuse(E.NotProxy, { real, delegate, type });
}
