import { proxyType, type ProxyType } from '@taonet/abi';
import { resolveType } from '@taonet/codec';
import { ROOT, signed, type RuntimeCall } from '@taonet/frame';
import { bytesToHex, defect } from '@taonet/primitives';
import { describe, expect, it } from 'vitest';
import { getFeePayer } from '../../src/extensions/feePayer.ts';
import { getFreeBalance, getTotalBalance } from '../../src/pallets/balances/inspect.ts';
import { isSuperset, proxyFilter } from '../../src/pallets/proxy/filter.ts';
import { S } from '../../src/pallets/proxy/pallet.ts';
import { S as System } from '../../src/pallets/system/pallet.ts';
import { account } from '../createTestCtx.ts';
import { call, createBlockCtx, eventsOf, id, outcomeOf } from './createBlockCtx.ts';

const [ALICE, BOB, CAROL] = [account(0xa1), account(0xb2), account(0xc3)];
const type = resolveType(proxyType.type);
const KINDS = type.kind === 'variant' ? type.variants.map(({ name }) => name as ProxyType) : [];

const add = (delegate: string, proxy_type: ProxyType, delay = 0): RuntimeCall => call('Proxy', 'add_proxy', { delegate: id(delegate), proxy_type, delay });
const transfer = (value: bigint): RuntimeCall => call('Balances', 'transfer_keep_alive', { dest: id(CAROL), value });
const asProxy = (real: string, inner: RuntimeCall, force_proxy_type?: ProxyType): RuntimeCall => call('Proxy', 'proxy', { real: id(real), force_proxy_type, call: inner });
const resultOf = (events: ReturnType<typeof eventsOf>): unknown => (events.at(-1)?.fields as { result: { type: string } } | undefined)?.result.type;

describe('what a kind of proxy may call', () => {
  it.each<{ kind: ProxyType; inner: RuntimeCall; passes: boolean }>([
    { kind: 'Any', inner: call('Proxy', 'kill_pure'), passes: true },
    { kind: 'Owner', inner: call('AdminUtils', 'sudo_set_rho'), passes: true },
    { kind: 'Owner', inner: call('AdminUtils', 'sudo_set_sn_owner_hotkey'), passes: false },
    { kind: 'Owner', inner: call('AdminUtils', 'sudo_set_subnet_owner_hotkey'), passes: false },
    { kind: 'NonCritical', inner: call('Sudo', 'sudo'), passes: false },
    { kind: 'NonCritical', inner: transfer(1n), passes: true },
    { kind: 'NonTransfer', inner: transfer(1n), passes: false },
    { kind: 'NonTransfer', inner: call('Utility', 'batch'), passes: true },
    { kind: 'SmallTransfer', inner: transfer(499_999_999n), passes: true },
    { kind: 'SmallTransfer', inner: transfer(500_000_000n), passes: false },
    { kind: 'SmallTransfer', inner: call('Balances', 'transfer_all'), passes: false },
    { kind: 'Transfer', inner: call('Balances', 'transfer_all'), passes: true },
    { kind: 'Staking', inner: call('SubtensorModule', 'add_stake'), passes: true },
    { kind: 'Staking', inner: call('SubtensorModule', 'transfer_stake'), passes: false },
    { kind: 'Senate', inner: call('System', 'remark'), passes: false },
    { kind: 'SudoUncheckedSetCode', inner: call('Sudo', 'sudo_unchecked_weight', { call: call('System', 'set_code') }), passes: true },
    { kind: 'SudoUncheckedSetCode', inner: call('Sudo', 'sudo_unchecked_weight', { call: call('System', 'set_storage') }), passes: false },
    { kind: 'NonTransfer', inner: add(CAROL, 'Staking'), passes: true },
    { kind: 'NonTransfer', inner: add(CAROL, 'Transfer'), passes: false },
    { kind: 'NonTransfer', inner: call('Proxy', 'remove_proxies'), passes: false },
    { kind: 'NonTransfer', inner: call('Proxy', 'kill_pure'), passes: false },
    { kind: 'Staking', inner: add(CAROL, 'Staking'), passes: false },
  ])('$kind: $inner.type.$inner.value.type $passes', ({ kind, inner, passes }) => {
    expect(proxyFilter(kind)(inner)).toBe(passes);
  });

  it('behavior: a kind that may do all of another\'s may do all of what that one may', () => {
    expect(KINDS).toHaveLength(18);
    for (const a of KINDS) for (const b of KINDS) for (const c of KINDS) if (isSuperset(a, b) && isSuperset(b, c)) expect(isSuperset(a, c), `${a} ${b} ${c}`).toBe(true);
  });
});

describe('a proxied call', () => {
  it('behavior: one that its kind does not allow fails within, the proxy call itself succeeds, also inside a batch', () => {
    const ctx = createBlockCtx(ALICE, BOB, CAROL);
    expect(outcomeOf(ctx, signed(ALICE), add(BOB, 'SmallTransfer'))).toBe('ok');
    const before = getFreeBalance(ctx, CAROL);
    const large = call('Utility', 'batch_all', { calls: [transfer(600_000_000n)] });
    for (const [inner, result] of [[transfer(400_000_000n), 'Ok'], [transfer(600_000_000n), 'Err'], [large, 'Err']] as const) {
      expect(resultOf(eventsOf(ctx, () => expect(outcomeOf(ctx, signed(BOB), asProxy(ALICE, inner))).toBe('ok')))).toBe(result);
    }
    expect(getFreeBalance(ctx, CAROL) - before).toBe(400_000_000n);
    expect(S.LastCallResult.get(ctx, ALICE)?.type).toBe('Err');
  });

  it('behavior: with a delay it must be announced, and waited for', () => {
    const ctx = createBlockCtx(ALICE, BOB, CAROL);
    outcomeOf(ctx, signed(ALICE), add(BOB, 'Any', 10));
    const inner = transfer(5_000n);
    const announced = call('Proxy', 'proxy_announced', { delegate: id(BOB), real: id(ALICE), force_proxy_type: undefined, call: inner });
    expect(outcomeOf(ctx, signed(BOB), asProxy(ALICE, inner))).toBe('Proxy.Unannounced');
    const call_hash = bytesToHex(ctx.crypto.blake2b256(ctx.encodeCall(inner)));
    const total = getTotalBalance(ctx, BOB);
    expect(outcomeOf(ctx, signed(BOB), call('Proxy', 'announce', { real: id(ALICE), call_hash }))).toBe('ok');
    expect(total - getFreeBalance(ctx, BOB)).toBe(36_000_000n + 68_000_000n);
    System.Number.set(ctx, 1_009);
    expect(outcomeOf(ctx, signed(CAROL), announced)).toBe('Proxy.Unannounced');
    System.Number.set(ctx, 1_010);
    expect(outcomeOf(ctx, signed(CAROL), announced)).toBe('ok');
    expect(getFreeBalance(ctx, BOB)).toBe(total);
    expect(S.Announcements.has(ctx, BOB)).toBe(false);
  });
});

describe('the list of proxies', () => {
  it('behavior: stands in the order of account, kind, delay, and its deposit follows its length', () => {
    const ctx = createBlockCtx(ALICE);
    for (const one of [add(CAROL, 'Any'), add(BOB, 'Transfer'), add(BOB, 'Staking', 5), add(BOB, 'Staking')]) expect(outcomeOf(ctx, signed(ALICE), one)).toBe('ok');
    const [list, deposit] = S.Proxies.get(ctx, ALICE);
    expect(list.map(({ delegate, proxy_type, delay }) => [delegate, proxy_type, delay])).toEqual([[BOB, 'Staking', 0], [BOB, 'Staking', 5], [BOB, 'Transfer', 0], [CAROL, 'Any', 0]]);
    expect(deposit).toBe(60_000_000n + 4n * 33_000_000n);
    expect(outcomeOf(ctx, signed(ALICE), add(BOB, 'Staking', 5))).toBe('Proxy.Duplicate');
    expect(outcomeOf(ctx, signed(ALICE), add(ALICE, 'Any'))).toBe('Proxy.NoSelfProxy');
    expect(outcomeOf(ctx, signed(ALICE), call('Proxy', 'remove_proxies'))).toBe('ok');
    expect(getFreeBalance(ctx, ALICE)).toBe(10_000_000_000n);
  });

  it('behavior: holds 20, and a full one refuses a duplicate as such', () => {
    const ctx = createBlockCtx(ALICE);
    for (let delay = 0; delay < 20; delay++) expect(outcomeOf(ctx, signed(ALICE), add(BOB, 'Any', delay))).toBe('ok');
    expect(outcomeOf(ctx, signed(ALICE), add(BOB, 'Any', 20))).toBe('Proxy.TooMany');
    expect(outcomeOf(ctx, signed(ALICE), add(BOB, 'Any', 3))).toBe('Proxy.Duplicate');
  });

  it('behavior: who pays the fee goes with the proxy', () => {
    const ctx = createBlockCtx(ALICE, BOB);
    const pays = call('Proxy', 'set_real_pays_fee', { delegate: id(BOB), pays_fee: true });
    expect(outcomeOf(ctx, signed(ALICE), pays)).toBe('Proxy.NotProxy');
    outcomeOf(ctx, signed(ALICE), add(BOB, 'Any'));
    expect(outcomeOf(ctx, signed(ALICE), pays)).toBe('ok');
    expect(getFeePayer(ctx, BOB, asProxy(ALICE, transfer(1n)))).toBe(ALICE);
    outcomeOf(ctx, signed(ALICE), call('Proxy', 'remove_proxy', { delegate: id(BOB), proxy_type: 'Any', delay: 0 }));
    expect(getFeePayer(ctx, BOB, asProxy(ALICE, transfer(1n)))).toBe(BOB);
    expect(outcomeOf(ctx, ROOT, add(BOB, 'Any'))).toBe('BadOrigin');
  });
});

describe('a pure account', () => {
  it('behavior: is killed by itself alone, with the words it was made with; the deposit goes back to who made it', () => {
    const ctx = createBlockCtx(ALICE);
    const [made] = eventsOf(ctx, () => outcomeOf(ctx, signed(ALICE), call('Proxy', 'create_pure', { proxy_type: 'Any', delay: 0, index: 0 }))).slice(-1);
    if (made === undefined) throw defect('NoPure');
    const { pure } = made.fields as { pure: string };
    expect(outcomeOf(ctx, signed(ALICE), call('Proxy', 'create_pure', { proxy_type: 'Any', delay: 0, index: 0 }))).toBe('Proxy.Duplicate');
    const kill = (height: number): RuntimeCall => asProxy(pure, call('Proxy', 'kill_pure', { spawner: id(ALICE), proxy_type: 'Any', index: 0, height, ext_index: 0 }));
    expect(resultOf(eventsOf(ctx, () => outcomeOf(ctx, signed(ALICE), kill(999))))).toBe('Err');
    expect(resultOf(eventsOf(ctx, () => outcomeOf(ctx, signed(ALICE), kill(1_000))))).toBe('Ok');
    expect(getFreeBalance(ctx, ALICE)).toBe(10_000_000_000n);
    expect(outcomeOf(ctx, signed(ALICE), kill(1_000))).toBe('Proxy.NotProxy');
  });
});
