import type { SignedOrder } from '@taonet/abi';
import { signed } from '@taonet/frame';
import { Perbill, type Refusal } from '@taonet/primitives';
import { describe, expect, test } from 'vitest';
import { getFreeBalance } from '../../src/pallets/balances/inspect.ts';
import { mintInto } from '../../src/pallets/balances/issue.ts';
import { S as EvmChainId } from '../../src/pallets/evmChainId/pallet.ts';
import { PALLET_ACCOUNT, palletStaker } from '../../src/pallets/limitOrders/accounts.ts';
import { executeBatch } from '../../src/pallets/limitOrders/executeBatch.ts';
import { executeOrder } from '../../src/pallets/limitOrders/executeOrder.ts';
import { deriveOrderId } from '../../src/pallets/limitOrders/order.ts';
import { S as Orders } from '../../src/pallets/limitOrders/pallet.ts';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { doAddStake } from '../../src/pallets/subtensor/staking/addStake.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet } from '../../src/pallets/subtensor/staking/stakeShares.ts';
import { getSubnetAccountId } from '../../src/pallets/subtensor/subnets/subnetwork.ts';
import { S as Timestamp } from '../../src/pallets/timestamp/pallet.ts';
import { account, createTestCtx, type TestCtx } from '../createTestCtx.ts';
import { createSigned } from './createOrder.ts';

const G = 1_000_000_000n;
const NETUID = 1;
const RELAYER = account(0x99);
const BUYER = account(0x11);
const SELLERS = [account(0x12), account(0x13)] as const;
const HOTKEY = account(1);
const FEES = account(0xfe);

/** A subnet where alpha costs half a TAO; sellers have stake; every signature is good but one that begins with a 1. */
function createMarket(): TestCtx {
  const ctx = createTestCtx({ crypto: { verify: (_scheme, _message, signature) => signature[0] !== 1 } });
  S.NetworksAdded.set(ctx, NETUID, true);
  S.SubtokenEnabled.set(ctx, NETUID, true);
  S.SubnetMechanism.set(ctx, NETUID, 1);
  S.SubnetTAO.set(ctx, NETUID, 100_000n * G);
  S.SubnetAlphaIn.set(ctx, NETUID, 200_000n * G);
  mintInto(ctx, getSubnetAccountId(ctx, NETUID)!, 100_000n * G);
  const { coldkey, hotkey } = palletStaker(ctx);
  S.Owner.set(ctx, hotkey, coldkey);
  S.Owner.set(ctx, HOTKEY, BUYER);
  for (const who of [BUYER, ...SELLERS]) mintInto(ctx, who, 1_000n * G);
  for (const coldkey of SELLERS) doAddStake(ctx, signed(coldkey), { hotkey: HOTKEY, netuid: NETUID, tao: 200n * G });
  EvmChainId.ChainId.set(ctx, 42n);
  Timestamp.Now.set(ctx, 5_000n);
  return ctx;
}

const stakeOf = (ctx: TestCtx, coldkey: string, hotkey = HOTKEY): bigint => getStakeForHotkeyAndColdkeyOnSubnet(ctx, { coldkey, hotkey, netuid: NETUID });
const run = (ctx: TestCtx, order: SignedOrder): void => executeOrder(ctx, order, deriveOrderId(ctx, order.order), RELAYER);
const statusOf = (ctx: TestCtx, order: SignedOrder) => Orders.Orders.get(ctx, deriveOrderId(ctx, order.order));

function refusalOf(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as Refusal).name;
  }
}

describe('executeOrder', () => {
  test('behavior: a buy pays its fee from what goes in', () => {
    const ctx = createMarket();
    const order = createSigned({ fee_rate: Perbill.fromPercent(1) });
    run(ctx, order);
    expect(getFreeBalance(ctx, FEES)).toBe(G / 10n);
    expect(getFreeBalance(ctx, BUYER)).toBe(990n * G);
    expect(stakeOf(ctx, BUYER)).toBeGreaterThan(19n * G);
    expect(statusOf(ctx, order)).toEqual({ type: 'Fulfilled' });
    expect(refusalOf(() => run(ctx, order))).toBe('LimitOrders.OrderAlreadyProcessed');
  });

  test('behavior: a sale pays its fee from what comes out', () => {
    const ctx = createMarket();
    const before = getFreeBalance(ctx, SELLERS[0]);
    run(ctx, createSigned({ signer: SELLERS[0], order_type: 'TakeProfit', limit_price: 1n, amount: 20n * G, fee_rate: Perbill.fromPercent(10) }));
    const [got, fee] = [getFreeBalance(ctx, SELLERS[0]) - before, getFreeBalance(ctx, FEES)];
    expect(fee).toBe((got + fee) / 10n);
    expect(got + fee).toBeGreaterThan((99n * G) / 10n);
  });

  test('behavior: parts add up to the whole', () => {
    const ctx = createMarket();
    const terms = { relayer: [RELAYER], partial_fills_enabled: true };
    const part = (fill?: bigint): SignedOrder => createSigned(terms, fill);
    run(ctx, part(4n * G));
    expect(statusOf(ctx, part())).toEqual({ type: 'PartiallyFilled', value: 4n * G });
    expect(refusalOf(() => run(ctx, part(7n * G)))).toBe('LimitOrders.IncorrectPartialFillAmount');
    expect(refusalOf(() => run(ctx, part()))).toBe('LimitOrders.IncorrectPartialFillAmount');
    run(ctx, part(6n * G));
    expect(statusOf(ctx, part())).toEqual({ type: 'Fulfilled' });
    expect(getFreeBalance(ctx, BUYER)).toBe(990n * G);
  });

  test.each([
    { why: 'root', order: createSigned({ netuid: 0 }), refusal: 'LimitOrders.RootNetUidNotAllowed' },
    { why: 'another chain', order: createSigned({ chain_id: 43n }), refusal: 'LimitOrders.ChainIdMismatch' },
    { why: 'a bad signature', order: { ...createSigned(), signature: { type: 'Sr25519' as const, value: new Uint8Array(64).fill(1) } }, refusal: 'LimitOrders.InvalidSignature' },
    { why: 'a key of another kind', order: { ...createSigned(), signature: { type: 'Ed25519' as const, value: new Uint8Array(64) } }, refusal: 'LimitOrders.InvalidSignature' },
    { why: 'too late', order: createSigned({ expiry: 4_999n }), refusal: 'LimitOrders.OrderExpired' },
    { why: 'dearer than the limit', order: createSigned({ limit_price: 400_000_000n }), refusal: 'LimitOrders.PriceConditionNotMet' },
    { why: 'not dear enough to take profit', order: createSigned({ order_type: 'TakeProfit', limit_price: G }), refusal: 'LimitOrders.PriceConditionNotMet' },
    { why: 'loss not deep enough', order: createSigned({ order_type: 'StopLoss', limit_price: 400_000_000n }), refusal: 'LimitOrders.PriceConditionNotMet' },
    { why: 'another relayer', order: createSigned({ relayer: [BUYER] }), refusal: 'LimitOrders.RelayerMissMatch' },
    { why: 'a part without named relayers', order: createSigned({ partial_fills_enabled: true }, 1n), refusal: 'LimitOrders.RelayerRequiredForPartialFill' },
    { why: 'a part of a whole', order: createSigned({ relayer: [RELAYER] }, 1n), refusal: 'LimitOrders.PartialFillsNotEnabled' },
    { why: 'too little', order: createSigned({ amount: 1n }), refusal: 'SubtensorModule.AmountTooLow' },
    { why: 'moves the price too far', order: createSigned({ amount: 900n * G, limit_price: 510_000_000n, max_slippage: 0 }), refusal: 'SubtensorModule.SlippageTooHigh' },
    { why: 'unknown hotkey', order: createSigned({ hotkey: account(0x77) }), refusal: 'SubtensorModule.HotKeyAccountNotExists' },
    { why: 'not that much stake', order: createSigned({ order_type: 'TakeProfit', limit_price: 1n }), refusal: 'SubtensorModule.NotEnoughStakeToWithdraw' },
  ])('refuses: $why', ({ order, refusal }) => {
    expect(refusalOf(() => run(createMarket(), order))).toBe(refusal);
  });
});

describe('executeBatch', () => {
  const buy = (tao: bigint): SignedOrder => createSigned({ amount: tao, fee_rate: Perbill.fromPercent(1) });
  const sell = (who: number, alpha: bigint): SignedOrder =>
    createSigned({ signer: SELLERS[who]!, order_type: 'TakeProfit', limit_price: 1n, amount: alpha, fee_rate: Perbill.fromPercent(2) });
  const batch = (ctx: TestCtx, ...orders: SignedOrder[]): void => executeBatch(ctx, NETUID, orders, RELAYER);

  test.each([
    { side: 'more sales', orders: [buy(10n * G), sell(0, 100n * G), sell(1, 50n * G)] },
    { side: 'more buys', orders: [buy(100n * G), sell(0, 20n * G), sell(1, 10n * G)] },
    { side: 'only sales', orders: [sell(0, 20n * G), sell(1, 10n * G)] },
  ])('behavior: $side: all are served near the spot price, the pallet keeps dust only', ({ orders }) => {
    const ctx = createMarket();
    const before = SELLERS.map((who) => getFreeBalance(ctx, who));
    batch(ctx, ...orders);
    for (const order of orders) {
      expect(statusOf(ctx, order)).toEqual({ type: 'Fulfilled' });
      const { signer, amount, order_type } = order.order.value;
      // Half a TAO an alpha, less fees and a little slippage.
      const got = order_type === 'LimitBuy' ? stakeOf(ctx, BUYER) : getFreeBalance(ctx, signer) - before[SELLERS.indexOf(signer as typeof SELLERS[0])]!;
      const ideal = order_type === 'LimitBuy' ? amount * 2n : amount / 2n;
      expect(got).toBeLessThan((ideal * 101n) / 100n);
      expect(got).toBeGreaterThan((ideal * 97n) / 100n);
    }
    expect(getFreeBalance(ctx, PALLET_ACCOUNT)).toBeLessThan(10n);
    expect(stakeOf(ctx, PALLET_ACCOUNT, palletStaker(ctx).hotkey)).toBeLessThan(10n);
    expect(getFreeBalance(ctx, FEES)).toBeGreaterThan(0n);
  });

  test.each([
    { why: 'the same order twice', orders: [buy(G), buy(G)], refusal: 'LimitOrders.DuplicateOrderInBatch' },
    { why: 'an order of another subnet', orders: [createSigned({ netuid: 2 })], refusal: 'LimitOrders.OrderNetUidMismatch' },
    { why: 'one bad order among good ones', orders: [buy(G), createSigned({ expiry: 1n })], refusal: 'LimitOrders.OrderExpired' },
    { why: 'a purchase too small for any alpha', orders: [buy(0n), sell(0, 20n * G)], refusal: 'LimitOrders.ZeroShareInBatch' },
  ])('refuses: $why', ({ orders, refusal }) => {
    expect(refusalOf(() => batch(createMarket(), ...orders))).toBe(refusal);
  });

  test('behavior: nothing to do', () => {
    const ctx = createMarket();
    const events = ctx.events.length;
    batch(ctx);
    expect(ctx.events).toHaveLength(events);
  });
});
