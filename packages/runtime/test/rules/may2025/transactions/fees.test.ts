import fc from 'fast-check';
import { signed, type BlockCtx, type DispatchResult, type RuntimeCall } from '@taonet/frame';
import { Invalidity } from '@taonet/primitives';
import { describe, expect, it } from 'vitest';
import { chargeTransactionPayment } from '../../../../src/extensions/chargeTransactionPayment.ts';
import { S as Balances } from '../../../../src/pallets/balances/pallet.ts';
import { getFreeBalance } from '../../../../src/pallets/balances/inspect.ts';
import { S as Proxy } from '../../../../src/pallets/proxy/pallet.ts';
import { S as Subtensor } from '../../../../src/pallets/subtensor/pallet.ts';
import { account } from '../../../createTestCtx.ts';
import { call, eventsOf, id } from '../../../pallets/createBlockCtx.ts';
import { createMay2025Ctx } from '../createMay2025Ctx.ts';

const TAO = 1_000_000_000n;
const [ALICE, BOB] = [account(1), account(2)] as [string, string];
const LENGTH = 140;

interface Terms {
  readonly tip?: bigint;
  /** What the call says once it ran, instead of running it. */
  readonly result?: DispatchResult;
}

/** A transaction of Alice's with its fee, without its call. */
function pay(ctx: BlockCtx, inner: RuntimeCall, { tip = 0n, result = { ok: true, post: {} } }: Terms = {}): void {
  const tx = { origin: signed(ALICE), call: inner, info: ctx.dispatchInfo(inner), lengthBytes: LENGTH, source: 'InBlock' as const };
  const { val } = chargeTransactionPayment.validate!(ctx, tx, tip);
  const pre = chargeTransactionPayment.prepare!(ctx, tx, val, tip);
  chargeTransactionPayment.postDispatch!(ctx, tx, pre, result);
}

/** Rao that Alice paid; both issuances fell by as much. */
function paid(ctx: BlockCtx, inner: RuntimeCall, terms: Terms = {}): bigint {
  const before = [getFreeBalance(ctx, ALICE), Balances.TotalIssuance.get(ctx), Subtensor.TotalIssuance.get(ctx)] as const;
  pay(ctx, inner, terms);
  const after = [getFreeBalance(ctx, ALICE), Balances.TotalIssuance.get(ctx), Subtensor.TotalIssuance.get(ctx)] as const;
  const [cost, ...destroyed] = before.map((was, i) => was - after[i]!) as [bigint, bigint, bigint];
  expect(destroyed).toEqual([cost, cost]);
  return cost;
}

const subtensor = (name: string, args: object): RuntimeCall => call('SubtensorModule', name, args);
const transfer = call('Balances', 'transfer_keep_alive', { dest: id(BOB), value: 1n });
const addStake = subtensor('add_stake', { hotkey: BOB, netuid: 1, amount_staked: TAO });

// By hand: 0.0005 rao a picosecond, to the nearest, a half down. A read is 25,000,000 ps, a write 100,000,000 ps.
// Base, every call: 108,157,000 ps × 0.0005 = 54,078.5 → 54,078. Length: 140.
const BASE = 54_078n + 140n;
const FEES: readonly [string, RuntimeCall, bigint][] = [
  // 38,159,000 + 25,000,000 + 100,000,000 = 163,159,000 ps → 81,579.5 → 81,579
  ['transfer_keep_alive', transfer, BASE + 81_579n],
  // 47,385,000 + 125,000,000 = 172,385,000 → 86,192.5 → 86,192
  ['transfer_all', call('Balances', 'transfer_all', { dest: id(BOB), keep_alive: false }), BASE + 86_192n],
  // 119,000,000 + 6 × 25,000,000 + 31 × 100,000,000 = 3,369,000,000 → 1,684,500
  ['set_children', subtensor('set_children', { hotkey: BOB, netuid: 1, children: [] }), BASE + 1_684_500n],
  // 101,000,000 + 7 × 25,000,000 + 4 × 100,000,000 = 676,000,000 → 338,000
  ['recycle_alpha', subtensor('recycle_alpha', { hotkey: BOB, amount: 1n, netuid: 1 }), BASE + 338_000n],
  // 44,520,000 + 4 × 25,000,000 + 2 × 100,000,000 = 344,520,000 → 172,260
  ['schedule_swap_coldkey', subtensor('schedule_swap_coldkey', { new_coldkey: BOB }), BASE + 172_260n],
  // batch of one transfer: 2,694,370 + 5,005,941 + 2 × 25,000,000 = 57,700,311, and the transfer's 163,159,000: 220,859,311 → 110,429.6555 → 110,430
  ['batch [transfer]', call('Utility', 'batch', { calls: [transfer] }), BASE + 110_430n],
  // The same without the inner weight, which is free: 57,700,311 → 28,850.1555 → 28,850
  ['batch [add_stake]', call('Utility', 'batch', { calls: [addStake] }), BASE + 28_850n],
  // proxy of a free call: 19,655,145 + 20 × 36,306 + 4 × 25,000,000 + 100,000,000 = 220,381,265 → 110,190.6325 → 110,191
  ['proxy add_stake', call('Proxy', 'proxy', { real: id(BOB), force_proxy_type: undefined, call: addStake }), BASE + 110_191n],
];

describe('fees of May 2025', () => {
  it.each(FEES)('%s', (_, inner, fee) => {
    expect(paid(createMay2025Ctx(ALICE), inner)).toBe(fee);
  });

  it.each(['add_stake', 'add_stake_limit', 'remove_stake', 'unstake_all', 'move_stake', 'transfer_stake', 'swap_stake', 'set_weights', 'burned_register', 'register', 'register_network', 'swap_hotkey'])(
    '%s is free, but for a tip', (name) => {
      expect(paid(createMay2025Ctx(ALICE), subtensor(name, {}))).toBe(0n);
      expect(paid(createMay2025Ctx(ALICE), subtensor(name, {}), { tip: 7n })).toBe(7n);
    });

  it('the tip is destroyed like the fee', () => {
    expect(paid(createMay2025Ctx(ALICE), transfer, { tip: 1_000n })).toBe(BASE + 81_579n + 1_000n);
  });

  it('gives back what the call turned out not to weigh', () => {
    const ctx = createMay2025Ctx(ALICE);
    // 100,000,000 ps instead of 163,159,000: 50,000 rao.
    const post = { actualWeight: { refTime: 100_000_000n, proofSize: 0n } };
    const events = eventsOf(ctx, () => expect(paid(ctx, transfer, { result: { ok: true, post } })).toBe(BASE + 50_000n));
    expect(events).toEqual([
      { name: 'Balances.Withdraw', fields: { who: ALICE, amount: BASE + 81_579n } },
      { name: 'Balances.Deposit', fields: { who: ALICE, amount: 31_579n } },
      { name: 'TransactionPayment.TransactionFeePaid', fields: { who: ALICE, actual_fee: BASE + 50_000n, tip: 0n } },
    ]);
  });

  it('says nothing of a refund where there is none', () => {
    const ctx = createMay2025Ctx(ALICE);
    const events = eventsOf(ctx, () => pay(ctx, transfer));
    expect(events.map(({ name }) => name)).toEqual(['Balances.Withdraw', 'TransactionPayment.TransactionFeePaid']);
  });

  it('never takes stake instead of TAO', () => {
    const ctx = createMay2025Ctx();
    for (const inner of [transfer, subtensor('recycle_alpha', { hotkey: BOB, amount: 1n, netuid: 1 })]) {
      expect(() => pay(ctx, inner)).toThrowError(Invalidity);
    }
  });

  it('is the signer\'s, whatever an account says of its proxy', () => {
    const ctx = createMay2025Ctx(ALICE, BOB);
    Proxy.RealPaysFee.set(ctx, BOB, ALICE, undefined as never);
    const before = getFreeBalance(ctx, BOB);
    expect(paid(ctx, call('Proxy', 'proxy', { real: id(BOB), force_proxy_type: undefined, call: transfer }))).toBeGreaterThan(0n);
    expect(getFreeBalance(ctx, BOB)).toBe(before);
  });

  it('nothing is lost or made', () => {
    fc.assert(fc.property(fc.bigInt(0n, 5n * TAO), fc.bigInt(0n, 400_000_000n), (tip, refTime) => {
      const ctx = createMay2025Ctx(ALICE);
      const cost = paid(ctx, transfer, { tip, result: { ok: true, post: { actualWeight: { refTime, proofSize: 0n } } } });
      expect(cost).toBeLessThanOrEqual(BASE + 81_579n + tip);
      expect(cost).toBeGreaterThanOrEqual(BASE + tip);
    }), { numRuns: 50 });
  });
});
