/** Pools of concentrated liquidity on a chain: calls, trades, injections, dissolution, and the change of kinds of pool. */

import type { RuleSwitches } from '@taonet/abi';
import { adviceOn } from '@taonet/abi/docs';
import { BlockCtx, MemoryState, Overlay, ROOT, signed, type RuntimeCall } from '@taonet/frame';
import { computeTokenAmounts, TICK_MAX, TICK_MIN } from '@taonet/pools';
import { bytesToHex, RAO_PER_TAO, U64F64 } from '@taonet/primitives';
import { createCrypto } from '@taonet/crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { mintInto } from '../../src/pallets/balances/issue.ts';
import { getColdkeyBalance } from '../../src/pallets/subtensor/coinbase/tao.ts';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { hooks as rulesHooks } from '../../src/pallets/rules/hooks.ts';
import { S as Rules } from '../../src/pallets/rules/pallet.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyAndColdkeyOnSubnet } from '../../src/pallets/subtensor/staking/stakeShares.ts';
import { getSubnetAccountId } from '../../src/pallets/subtensor/subnets/subnetwork.ts';
import { S as Swap } from '../../src/pallets/swap/pallet.ts';
import { getProtocolPosition, PROTOCOL_ACCOUNT } from '../../src/pallets/swap/pools/concentratedState.ts';
import { currentAlphaPrice } from '../../src/pallets/swap/price.ts';
import { adjustProtocolLiquidity } from '../../src/pallets/swap/protocolLiquidity.ts';
import { swap, trySimSwap } from '../../src/pallets/swap/swap.ts';
import { S as System } from '../../src/pallets/system/pallet.ts';
import { createSpec } from '../../src/spec.ts';
import { RULES_OF_JUNE_2026 } from '../../src/rules/activeRules.ts';
import { account } from '../createTestCtx.ts';
import { call, eventsOf } from './createBlockCtx.ts';

const crypto = await createCrypto();
const spec = createSpec({ fast: true, powFaucet: false, liveBirth: true, extended: true }, crypto);
const NETUID = 1;
const [ALICE, BOB, OWNER, HOTKEY, OTHER_HOTKEY] = [0xa1, 0xb1, 0xc1, 0xd1, 0xd2].map(account) as [string, string, string, string, string];
const TAO = 1_000n * RAO_PER_TAO;
const ALPHA = 4_000n * RAO_PER_TAO;
const SWITCHES: RuleSwitches = { ...RULES_OF_JUNE_2026, pool: 'Concentrated' };

/** Block 1,000; a subnet with 1,000 TAO and 4,000 alpha; Alice and Bob with 1,000 TAO and 500 alpha each on the hotkey. */
function fresh(switches: RuleSwitches = SWITCHES): BlockCtx {
  const ctx = new BlockCtx(spec as never, new Overlay(new MemoryState()), { rootOf: () => '' });
  System.Number.set(ctx, 1_000);
  Rules.Active.set(ctx, switches);
  S.NetworksAdded.set(ctx, NETUID, true);
  S.SubtokenEnabled.set(ctx, NETUID, true);
  S.SubnetMechanism.set(ctx, NETUID, 1);
  S.SubnetOwner.set(ctx, NETUID, OWNER);
  S.SubnetTAO.set(ctx, NETUID, TAO);
  S.SubnetAlphaIn.set(ctx, NETUID, ALPHA);
  mintInto(ctx, getSubnetAccountId(ctx, NETUID)!, TAO + 1_000n);
  for (const hotkey of [HOTKEY, OTHER_HOTKEY]) S.Owner.set(ctx, hotkey, OWNER);
  for (const coldkey of [ALICE, BOB]) {
    mintInto(ctx, coldkey, 1_000n * RAO_PER_TAO);
    increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { coldkey, hotkey: HOTKEY, netuid: NETUID }, 500n * RAO_PER_TAO);
    S.SubnetAlphaOut.mutate(ctx, NETUID, (total) => total + 500n * RAO_PER_TAO);
  }
  Swap.EnabledUserLiquidity.set(ctx, NETUID, true);
  return ctx;
}

const add = (args: object = {}): RuntimeCall => call('Swap', 'add_liquidity', { hotkey: HOTKEY, netuid: NETUID, tick_low: -20_000, tick_high: 0, liquidity: 10n ** 11n, ...args });
const remove = (position_id: bigint, hotkey = HOTKEY): RuntimeCall => call('Swap', 'remove_liquidity', { hotkey, netuid: NETUID, position_id });
const modify = (position_id: bigint, liquidity_delta: bigint): RuntimeCall => call('Swap', 'modify_position', { hotkey: HOTKEY, netuid: NETUID, position_id, liquidity_delta });
const toggle = (enable: boolean, netuid = NETUID): RuntimeCall => call('Swap', 'toggle_user_liquidity', { netuid, enable });
const buy = (rao: bigint): RuntimeCall => call('SubtensorModule', 'add_stake', { hotkey: HOTKEY, netuid: NETUID, amount_staked: rao });
const sell = (alpha: bigint): RuntimeCall => call('SubtensorModule', 'remove_stake', { hotkey: HOTKEY, netuid: NETUID, amount_unstaked: alpha });

const stakeOf = (ctx: BlockCtx, coldkey: string, hotkey = HOTKEY): bigint => getStakeForHotkeyAndColdkeyOnSubnet(ctx, { coldkey, hotkey, netuid: NETUID });
const purse = (ctx: BlockCtx, coldkey: string) => ({ tao: getColdkeyBalance(ctx, coldkey), alpha: stakeOf(ctx, coldkey) });
const reserves = (ctx: BlockCtx) => ({ tao: S.SubnetTAO.get(ctx, NETUID), alpha: S.SubnetAlphaIn.get(ctx, NETUID), taoProvided: S.SubnetTaoProvided.get(ctx, NETUID), alphaProvided: S.SubnetAlphaInProvided.get(ctx, NETUID) });

function must(ctx: BlockCtx, who: string, inner: RuntimeCall): void {
  const result = ctx.dispatch(inner, signed(who));
  if (!result.ok) throw new TypeError(`${result.refusal.name} ${Object.entries(result.refusal.facts ?? {}).join(' ')}`);
}

/** As the first hook of the next block does. */
function changeRules(ctx: BlockCtx, pool: RuleSwitches['pool']): void {
  Rules.Next.set(ctx, { ...SWITCHES, pool });
  rulesHooks.onInitialize!(ctx, 1_001);
}

let ctx: BlockCtx;
beforeEach(() => {
  ctx = fresh();
});

describe('positions', () => {
  test('are opened of TAO and stake, which the provided reserves count, and closed with what their range earned', () => {
    const before = purse(ctx, ALICE);
    const [added] = eventsOf(ctx, () => must(ctx, ALICE, add())).filter(({ name }) => name === 'Swap.LiquidityAdded');
    const { tao, alpha, position_id } = added!.fields as { readonly tao: bigint; readonly alpha: bigint; readonly position_id: bigint };
    expect([position_id, tao > 0n, alpha > 0n]).toEqual([2n, true, true]);
    expect(purse(ctx, ALICE)).toEqual({ tao: before.tao - tao, alpha: before.alpha - alpha });
    expect(reserves(ctx)).toEqual({ tao: TAO, alpha: ALPHA, taoProvided: tao, alphaProvided: alpha });
    expect(S.SubnetAlphaOut.get(ctx, NETUID)).toBe(1_000n * RAO_PER_TAO - alpha);

    must(ctx, BOB, buy(50n * RAO_PER_TAO));
    must(ctx, BOB, sell(150n * RAO_PER_TAO));
    const [closed] = eventsOf(ctx, () => must(ctx, ALICE, remove(2n))).filter(({ name }) => name === 'Swap.LiquidityRemoved');
    const out = closed!.fields as { readonly tao: bigint; readonly alpha: bigint; readonly fee_tao: bigint; readonly fee_alpha: bigint };
    expect(out.fee_tao > 0n && out.fee_alpha > 0n).toBe(true);
    const after = purse(ctx, ALICE);
    expect(after.tao).toBe(before.tao - tao + out.tao + out.fee_tao);
    // A share of a pool of stake is floored, so a rao may be missing.
    expect(before.alpha - alpha + out.alpha + out.fee_alpha - after.alpha <= 1n).toBe(true);
    expect(Swap.Positions.get(ctx, NETUID, ALICE, 2n)).toBeUndefined();
    expect([Swap.Ticks.get(ctx, NETUID, -20_000), Swap.Ticks.get(ctx, NETUID, 0)]).toEqual([undefined, undefined]);
    expect(Swap.CurrentLiquidity.get(ctx, NETUID)).toBe(getProtocolPosition(ctx, NETUID)!.position.liquidity);
  });

  test('grow and shrink; fees are paid each time and not twice; the rest too small goes', () => {
    must(ctx, ALICE, add());
    must(ctx, BOB, buy(50n * RAO_PER_TAO));
    const liquidity = Swap.CurrentLiquidity.get(ctx, NETUID);
    const first = eventsOf(ctx, () => must(ctx, ALICE, modify(2n, 10n ** 10n))).find(({ name }) => name === 'Swap.LiquidityModified')!.fields as { readonly fee_tao: bigint; readonly tao: bigint };
    expect([first.fee_tao > 0n, first.tao > 0n, Swap.CurrentLiquidity.get(ctx, NETUID) - liquidity]).toEqual([true, true, 10n ** 10n]);
    const second = eventsOf(ctx, () => must(ctx, ALICE, modify(2n, -(10n ** 10n)))).find(({ name }) => name === 'Swap.LiquidityModified')!.fields as { readonly fee_tao: bigint; readonly tao: bigint };
    expect([second.fee_tao, second.tao]).toEqual([0n, -first.tao]);
    expect(Swap.Positions.get(ctx, NETUID, ALICE, 2n)!.liquidity).toBe(10n ** 11n);
    const last = eventsOf(ctx, () => must(ctx, ALICE, modify(2n, -(10n ** 11n) + 999n)));
    expect(last.map(({ name }) => name)).toContain('Swap.LiquidityRemoved');
    expect(Swap.Positions.get(ctx, NETUID, ALICE, 2n)).toBeUndefined();
  });

  test('may be allowed by the owner and forbidden by root; are closed where they are forbidden', () => {
    must(ctx, ALICE, add());
    expect(ctx.dispatch(toggle(false), ROOT)).toMatchObject({ ok: true });
    must(ctx, ALICE, remove(2n));
    must(ctx, OWNER, toggle(true));
    expect(Swap.EnabledUserLiquidity.get(ctx, NETUID)).toBe(true);
    must(ctx, OWNER, call('Swap', 'set_fee_rate', { netuid: NETUID, rate: 100 }));
    expect(Swap.FeeRate.get(ctx, NETUID)).toBe(100);
  });

  test('weigh what they weighed then, and nothing much where there are none', () => {
    const then = ctx.dispatchInfo(add()).weight.refTime;
    const now = fresh(RULES_OF_JUNE_2026).dispatchInfo(add()).weight.refTime;
    expect(then - now).toBe(50_000_000n + 5n * 25_000_000n + 4n * 100_000_000n - 15_000_000n);
  });

  test('all of them are paid out by disable_lp, alpha as stake on the validator with most trust', () => {
    for (const who of [ALICE, BOB]) must(ctx, who, add());
    must(ctx, BOB, buy(20n * RAO_PER_TAO));
    S.ValidatorPermit.set(ctx, NETUID, [true, true, false]);
    S.ValidatorTrust.set(ctx, NETUID, [10, 20, 30]);
    S.Keys.set(ctx, NETUID, 1, OTHER_HOTKEY);
    const before = [ALICE, BOB].map((who) => getColdkeyBalance(ctx, who));
    expect(ctx.dispatch(call('Swap', 'disable_lp'), ROOT)).toMatchObject({ ok: true });
    expect([...Swap.Positions.keys(ctx, NETUID)].map(([, owner]) => owner)).toEqual([PROTOCOL_ACCOUNT]);
    expect([ALICE, BOB].map((who, i) => getColdkeyBalance(ctx, who) > before[i]! && stakeOf(ctx, who, OTHER_HOTKEY) > 0n)).toEqual([true, true]);
    expect([S.SubnetTaoProvided.get(ctx, NETUID) < 3n, Swap.EnabledUserLiquidity.get(ctx, NETUID)]).toEqual([true, false]);
  });
});

type Refused = readonly [name: string, who: string, inner: RuntimeCall, arrange?: (ctx: BlockCtx) => void];
const REFUSED: readonly Refused[] = [
  ['Swap.MechanismDoesNotExist', ALICE, add({ netuid: 9 })],
  ['Swap.MechanismDoesNotExist', ALICE, add({ netuid: 0 }), (on) => { S.NetworksAdded.set(on, 0, true); }],
  ['Swap.MechanismDoesNotExist', 'root', toggle(true, 9)],
  ['Swap.SubtokenDisabled', ALICE, add(), (on) => { S.SubtokenEnabled.set(on, NETUID, false); }],
  ['Swap.SubtokenDisabled', ALICE, modify(2n, 5_000n), (on) => { S.SubtokenEnabled.set(on, NETUID, false); }],
  ['Swap.UserLiquidityDisabled', ALICE, add(), (on) => { Swap.EnabledUserLiquidity.set(on, NETUID, false); }],
  ['Swap.UserLiquidityDisabled', ALICE, modify(2n, 5_000n), (on) => { Swap.EnabledUserLiquidity.set(on, NETUID, false); }],
  ['Swap.LiquidityNotFound', BOB, remove(2n)],
  ['Swap.LiquidityNotFound', ALICE, modify(7n, 5_000n)],
  ['Swap.InvalidTickRange', ALICE, add({ tick_low: 5, tick_high: 5 })],
  ['Swap.InvalidTickRange', ALICE, add({ tick_low: TICK_MIN - 1 })],
  ['Swap.InsufficientBalance', ALICE, add({ liquidity: 10n ** 13n })],
  ['Swap.InsufficientBalance', ALICE, add({ hotkey: OTHER_HOTKEY })],
  ['Swap.InsufficientBalance', ALICE, modify(2n, 10n ** 13n)],
  ['Swap.InvalidLiquidityValue', ALICE, add({ liquidity: 999n })],
  ['Swap.InvalidLiquidityValue', ALICE, modify(2n, -999n)],
  ['Swap.InsufficientLiquidity', ALICE, modify(2n, -(10n ** 11n) - 1n)],
  ['Swap.MaxPositionsExceeded', ALICE, add({ liquidity: 5_000n }), (on) => { for (let i = 0; i < 99; i++) must(on, ALICE, add({ liquidity: 5_000n })); }],
  ['SubtensorModule.HotKeyAccountNotExists', ALICE, remove(2n, account(0xee))],
  ['BadOrigin', OWNER, toggle(false)],
  ['BadOrigin', ALICE, toggle(true)],
  ['BadOrigin', ALICE, call('Swap', 'disable_lp')],
  ['Swap.PriceLimitExceeded', ALICE, call('SubtensorModule', 'add_stake_limit', { hotkey: HOTKEY, netuid: NETUID, amount_staked: RAO_PER_TAO, limit_price: 249_000_000n, allow_partial: false })],
];

describe('what is refused changes nothing and tells why', () => {
  test.each(REFUSED.map((row, i) => ({ row, title: `${i} ${row[0]}` })))('$title', ({ row: [name, who, inner, arrange] }) => {
    must(ctx, ALICE, add());
    arrange?.(ctx);
    const state = () => [...ctx.state.changes()].map(([key, value]) => `${key}=${value === null ? '' : bytesToHex(value)}`);
    const before = state();
    const result = ctx.dispatch(inner, who === 'root' ? ROOT : signed(who));
    expect(result.ok ? 'ok' : result.refusal.name).toBe(name);
    if (result.ok) return;
    expect(Object.keys(result.refusal.facts ?? {})).not.toEqual([]);
    expect(state()).toEqual(before);
    expect(adviceOn(result.refusal.name)).toBeDefined();
  });
});

describe('the chain\'s own part', () => {
  test('a pool begins with its first trade; what the chain injects becomes liquidity and leaves the price', () => {
    expect(Swap.SwapV3Initialized.get(ctx, NETUID)).toBe(false);
    expect(adjustProtocolLiquidity(ctx, NETUID, 5n, 7n)).toEqual({ tao: 5n, alpha: 7n });
    expect(Swap.ScrapReservoirTao.has(ctx, NETUID)).toBe(false);
    must(ctx, BOB, buy(RAO_PER_TAO));
    const { position } = getProtocolPosition(ctx, NETUID)!;
    expect([position.liquidity, position.tickLow, position.tickHigh]).toEqual([2_000n * RAO_PER_TAO, TICK_MIN, TICK_MAX]);
    const price = currentAlphaPrice(ctx, NETUID);
    adjustProtocolLiquidity(ctx, NETUID, RAO_PER_TAO, 40n * RAO_PER_TAO);
    const grown = getProtocolPosition(ctx, NETUID)!.position;
    expect([currentAlphaPrice(ctx, NETUID), grown.liquidity > position.liquidity]).toEqual([price, true]);
    expect([Swap.ScrapReservoirTao.get(ctx, NETUID), Swap.ScrapReservoirAlpha.get(ctx, NETUID) > 35n * RAO_PER_TAO]).toEqual([0n, true]);
    expect(Swap.Ticks.get(ctx, NETUID, TICK_MIN)!.liquidity_gross).toBe(grown.liquidity);
  });

  test('the fee of a trade stays with the positions: none for the author, none in the reserves', () => {
    const held = getColdkeyBalance(ctx, getSubnetAccountId(ctx, NETUID)!);
    must(ctx, BOB, buy(10n * RAO_PER_TAO));
    const fee = (10n * RAO_PER_TAO * 33n) / 65_535n;
    expect(S.SubnetTAO.get(ctx, NETUID) - TAO).toBe(10n * RAO_PER_TAO - fee);
    expect(getColdkeyBalance(ctx, getSubnetAccountId(ctx, NETUID)!) - held).toBe(10n * RAO_PER_TAO);
    expect(S.TotalStake.get(ctx)).toBe(10n * RAO_PER_TAO);
  });

  test('quotes are refused where the pool is too small, and do not ask whether the reserve can pay', () => {
    must(ctx, BOB, buy(RAO_PER_TAO));
    S.SubnetTAO.set(ctx, NETUID, 2_000_000n);
    expect(trySimSwap(ctx, NETUID, 'sell', 100n * RAO_PER_TAO)).toMatchObject({ ok: true });
    expect(() => swap(ctx, NETUID, { direction: 'sell', amountIn: 100n * RAO_PER_TAO, limitRao: 0n, dropFees: true })).toThrow(expect.objectContaining({ name: 'Swap.InsufficientLiquidity' }));
    S.SubnetTAO.set(ctx, NETUID, 1_000n);
    expect(trySimSwap(ctx, NETUID, 'sell', RAO_PER_TAO)).toMatchObject({ refusal: 'ReservesTooLow' });
  });
});

describe('a subnet ceases to be', () => {
  test('with its positions paid and nothing of its pool left', () => {
    must(ctx, ALICE, add());
    must(ctx, BOB, buy(20n * RAO_PER_TAO));
    const before = getColdkeyBalance(ctx, ALICE);
    S.SubnetOwnerHotkey.set(ctx, NETUID, HOTKEY);
    expect(ctx.dispatch(call('SubtensorModule', 'root_dissolve_network', { netuid: NETUID }), ROOT)).toMatchObject({ ok: true });
    expect(getColdkeyBalance(ctx, ALICE)).toBeGreaterThan(before);
    for (const name of Object.keys(Swap) as (keyof typeof Swap)[]) {
      if (['LastPositionId', 'HasMigrationRun'].includes(name)) continue;
      expect([...ctx.state.changes()].filter(([key, value]) => value !== null && key.startsWith(Swap[name].key(ctx as never))), name).toEqual([]);
    }
    expect([S.SubnetTaoProvided.has(ctx, NETUID), S.SubnetAlphaInProvided.has(ctx, NETUID)]).toEqual([false, false]);
  });
});

describe('the kind of pool changes', () => {
  const priceOf = (on: BlockCtx): number => Number(currentAlphaPrice(on, NETUID)) / 2 ** 64;

  test('from weighted at even weights: the whole reserves are the protocol\'s position', () => {
    ctx = fresh(RULES_OF_JUNE_2026);
    changeRules(ctx, 'Concentrated');
    expect(Rules.Active.get(ctx).pool).toBe('Concentrated');
    expect(getProtocolPosition(ctx, NETUID)!.position.liquidity).toBe(2_000n * RAO_PER_TAO);
    expect([Swap.ScrapReservoirTao.has(ctx, NETUID), Swap.PalSwapInitialized.has(ctx, NETUID)]).toEqual([false, false]);
    expect(Math.abs(priceOf(ctx) - 0.25)).toBeLessThan(1e-9);
  });

  test('from weighted at other weights: at that price, what does not fit waits as scraps', () => {
    ctx = fresh(RULES_OF_JUNE_2026);
    Swap.SwapBalancer.set(ctx, NETUID, { quote: 600_000_000_000_000_000n });
    Swap.PalSwapInitialized.set(ctx, NETUID, true);
    const before = priceOf(ctx);
    changeRules(ctx, 'Concentrated');
    expect(Math.abs(priceOf(ctx) / before - 1)).toBeLessThan(1e-8);
    const { position } = getProtocolPosition(ctx, NETUID)!;
    const held = computeTokenAmounts(position, Swap.AlphaSqrtPrice.get(ctx, NETUID))!;
    const scraps = { tao: Swap.ScrapReservoirTao.get(ctx, NETUID), alpha: Swap.ScrapReservoirAlpha.get(ctx, NETUID) };
    expect(scraps.tao > 0n && held.tao + scraps.tao <= TAO && held.alpha + scraps.alpha <= ALPHA).toBe(true);
    expect(reserves(ctx)).toMatchObject({ tao: TAO, alpha: ALPHA });
  });

  test('and back: positions are paid out, the weights have the price', () => {
    must(ctx, ALICE, add());
    must(ctx, BOB, buy(100n * RAO_PER_TAO));
    S.SubnetOwnerHotkey.set(ctx, NETUID, OTHER_HOTKEY);
    const before = priceOf(ctx);
    const [balance, stake] = [getColdkeyBalance(ctx, ALICE), stakeOf(ctx, ALICE)];
    changeRules(ctx, 'Weighted');
    expect(getColdkeyBalance(ctx, ALICE)).toBeGreaterThan(balance);
    expect([stakeOf(ctx, ALICE), stakeOf(ctx, ALICE, OTHER_HOTKEY) > 0n]).toEqual([stake, true]);
    expect(Math.abs(priceOf(ctx) / before - 1)).toBeLessThan(1e-9);
    expect([Swap.PalSwapInitialized.get(ctx, NETUID), Swap.AlphaSqrtPrice.has(ctx, NETUID), S.SubnetTaoProvided.has(ctx, NETUID)]).toEqual([true, false, false]);
    expect([...Swap.Positions.keys(ctx)]).toEqual([]);
    must(ctx, BOB, buy(RAO_PER_TAO));
    expect(ctx.dispatch(add(), signed(ALICE))).toMatchObject({ ok: false, refusal: { name: 'Swap.Deprecated' } });
  });

  test('there and back without a trade: the price stays, pools that have not begun stay so', () => {
    ctx = fresh(RULES_OF_JUNE_2026);
    S.NetworksAdded.set(ctx, 2, true);
    S.SubnetMechanism.set(ctx, 2, 1);
    for (const pool of ['Concentrated', 'Weighted'] as const) changeRules(ctx, pool);
    expect(Math.abs(priceOf(ctx) - 0.25)).toBeLessThan(1e-9);
    expect([Swap.SwapBalancer.has(ctx, 2), currentAlphaPrice(ctx, 2)]).toEqual([false, U64F64.zero]);
  });
});
