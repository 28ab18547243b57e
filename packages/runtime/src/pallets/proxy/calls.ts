import { proxy, type DepositKind, type ProxyDefinition } from '@taonet/abi';
import { bindCalls, ensureSigned, inLayer, signed, withFilter, type CallCtx, type RuntimeCall } from '@taonet/frame';
import { bytesToHex, ensure, type AccountId } from '@taonet/primitives';
import { reserve, unreserve } from '../balances/reserve.ts';
import { extrinsicIndex } from '../system/bookkeeping.ts';
import { lookup } from '../system/lookup.ts';
import { S as System } from '../system/pallet.ts';
import { addAnnouncement, announcementDeposit, dropAnnouncements } from './announcements.ts';
import { addProxyDelegate, findProxy, moveDeposit, proxyDeposit, removeAllProxyDelegates, removeProxyDelegate } from './delegates.ts';
import { proxyFiltersOf } from '../../rules/proxyFiltersOf.ts';
import { proxyFilter } from './filter.ts';
import { E, Ev, S } from './pallet.ts';
import { pureAccount } from './pureAccount.ts';

/** source: pallets/proxy/src/lib.rs @ 14bc6f9 */
export const calls = bindCalls(proxy, {
  /** Makes a call for another account. What becomes of it stands in the event, this call succeeds. refuses NotProxy, Unannounced */
  proxy(ctx, origin, { real, force_proxy_type, call }) {
    const who = ensureSigned(origin);
    const account = lookup(real);
    const definition = findProxy(ctx, account, who, force_proxy_type);
    ensure(definition.delay === 0, E.Unannounced, { real: account, delegate: who, actual: 0, required: definition.delay });
    doProxy(ctx, definition, account, call);
  },

  add_proxy(ctx, origin, { delegate, proxy_type, delay }) {
    addProxyDelegate(ctx, ensureSigned(origin), { delegate: lookup(delegate), proxy_type, delay });
  },

  remove_proxy(ctx, origin, { delegate, proxy_type, delay }) {
    removeProxyDelegate(ctx, ensureSigned(origin), { delegate: lookup(delegate), proxy_type, delay });
  },

  remove_proxies(ctx, origin) {
    removeAllProxyDelegates(ctx, ensureSigned(origin));
  },

  /** A new account without a key, whose first proxy the signer is. */
  create_pure(ctx, origin, { proxy_type, delay, index }) {
    const who = ensureSigned(origin);
    const when = [System.Number.get(ctx), extrinsicIndex(ctx)] as const;
    const pure = pureAccount(ctx, { spawner: who, type: proxy_type, index, when });
    ensure(!S.Proxies.has(ctx, pure), E.Duplicate, { pure });
    const deposit = proxyDeposit(ctx, 1);
    reserve(ctx, who, deposit);
    S.Proxies.set(ctx, pure, [[{ delegate: who, proxy_type, delay }], deposit]);
    ctx.deposit(Ev.PureCreated({ pure, who, proxy_type, disambiguation_index: index }));
  },

  /** Called by the pure account itself. refuses NoPermission */
  kill_pure(ctx, origin, { spawner, proxy_type, index, height, ext_index }) {
    const who = ensureSigned(origin);
    const owner = lookup(spawner);
    const pure = pureAccount(ctx, { spawner: owner, type: proxy_type, index, when: [height, ext_index] });
    ensure(pure === who, E.NoPermission, { actual: who, required: pure });
    const [, deposit] = S.Proxies.take(ctx, who);
    unreserve(ctx, owner, deposit);
    ctx.deposit(Ev.PureKilled({ pure: who, spawner: owner, proxy_type, disambiguation_index: index }));
  },

  announce(ctx, origin, { real, call_hash }) {
    const who = ensureSigned(origin);
    const account = lookup(real);
    findProxy(ctx, account, who);
    addAnnouncement(ctx, who, { real: account, call_hash, height: System.Number.get(ctx) });
    ctx.deposit(Ev.Announced({ real: account, proxy: who, call_hash }));
  },

  remove_announcement(ctx, origin, { real, call_hash }) {
    const who = ensureSigned(origin);
    const account = lookup(real);
    dropAnnouncements(ctx, who, (one) => one.real === account && one.call_hash === call_hash);
  },

  reject_announcement(ctx, origin, { delegate, call_hash }) {
    const who = ensureSigned(origin);
    dropAnnouncements(ctx, lookup(delegate), (one) => one.real === who && one.call_hash === call_hash);
  },

  /** An announced call whose delay is over; anybody may bring it. refuses NotProxy, Unannounced */
  proxy_announced(ctx, origin, { delegate, real, force_proxy_type, call }) {
    ensureSigned(origin);
    const from = lookup(delegate);
    const account = lookup(real);
    const definition = findProxy(ctx, account, from, force_proxy_type);
    const hash = bytesToHex(ctx.crypto.blake2b256(ctx.encodeCall(call)));
    const now = System.Number.get(ctx);
    const dropped = inLayer(ctx, () =>
      dropAnnouncements(ctx, from, (one) => one.real === account && one.call_hash === hash && now - one.height >= definition.delay));
    ensure('ok' in dropped, E.Unannounced, { real: account, delegate: from, call_hash: hash, delayBlocks: definition.delay });
    doProxy(ctx, definition, account, call);
  },

  /** Brings deposits to what they would be today; free when that changes anything. */
  poke_deposit(ctx, origin) {
    const who = ensureSigned(origin);
    const proxies = pokeProxies(ctx, who);
    const announcements = pokeAnnouncements(ctx, who);
    return { paysFee: !proxies && !announcements };
  },

  set_real_pays_fee(ctx, origin, { delegate, pays_fee }) {
    const real = ensureSigned(origin);
    const from = lookup(delegate);
    findProxy(ctx, real, from);
    if (pays_fee) S.RealPaysFee.set(ctx, real, from, undefined);
    else S.RealPaysFee.remove(ctx, real, from);
    ctx.deposit(Ev.RealPaysFeeSet({ real, delegate: from, pays_fee }));
  },
});

 
function doProxy(ctx: CallCtx, { proxy_type }: ProxyDefinition, real: AccountId, call: RuntimeCall): void {
  const dispatched = ctx.dispatch(call, withFilter(signed(real), proxyFilter(proxy_type, proxyFiltersOf(ctx))));
  const result = dispatched.ok ? ({ type: 'Ok' } as const) : ({ type: 'Err', value: dispatched.error } as const);
  S.LastCallResult.set(ctx, real, result);
  ctx.deposit(Ev.ProxyExecuted({ result }));
}

function pokeProxies(ctx: CallCtx, who: AccountId): boolean {
  const [proxies, before] = S.Proxies.get(ctx, who);
  const after = proxyDeposit(ctx, proxies.length);
  moveDeposit(ctx, who, before, after);
  if (proxies.length === 0) S.Proxies.remove(ctx, who);
  else S.Proxies.set(ctx, who, [proxies, after]);
  return poked(ctx, { who, kind: 'Proxies', before, after });
}

function pokeAnnouncements(ctx: CallCtx, who: AccountId): boolean {
  const [pending, before] = S.Announcements.get(ctx, who);
  const after = announcementDeposit(ctx, pending.length);
  moveDeposit(ctx, who, before, after);
  if (pending.length === 0) S.Announcements.remove(ctx, who);
  else S.Announcements.set(ctx, who, [pending, after]);
  return poked(ctx, { who, kind: 'Announcements', before, after });
}

function poked(ctx: CallCtx, { who, kind, before, after }: { readonly who: AccountId; readonly kind: DepositKind; readonly before: bigint; readonly after: bigint }): boolean {
  if (before === after) return false;
  ctx.deposit(Ev.DepositPoked({ who, kind, old_deposit: before, new_deposit: after }));
  return true;
}
