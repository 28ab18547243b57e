import fc from 'fast-check';
import { signed, type BlockCtx, type RuntimeCall } from '@taonet/frame';
import { expect, test } from 'vitest';
import { chargeTransactionPayment } from '../../src/extensions/chargeTransactionPayment.ts';
import { S as Aura } from '../../src/pallets/aura/pallet.ts';
import { getFreeBalance, getTotalBalance, getTotalIssuance } from '../../src/pallets/balances/inspect.ts';
import { burnFrom, mintInto } from '../../src/pallets/balances/issue.ts';
import { EXISTENTIAL_DEPOSIT } from '../../src/pallets/balances/words.ts';
import { S as Proxy } from '../../src/pallets/proxy/pallet.ts';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyAndColdkeyOnSubnet } from '../../src/pallets/subtensor/staking/stakeShares.ts';
import { getSubnetAccountId } from '../../src/pallets/subtensor/subnets/subnetwork.ts';
import { getAlphaAmountForTao } from '../../src/pallets/swap/price.ts';
import { S as System } from '../../src/pallets/system/pallet.ts';
import { Invalidity } from '@taonet/primitives';
import { account } from '../createTestCtx.ts';
import { call, createBlockCtx, eventsOf, id } from '../pallets/createBlockCtx.ts';

const G = 1_000_000_000n;
const COLDKEY = account(1);
const HOTKEY = account(2);
const OTHER = account(3);
const AUTHOR = account(0xa7);
const LENGTH = 150;

interface Chain {
  /** Rao of alpha that the coldkey has, by subnet. */
  readonly stakes?: Readonly<Record<number, bigint>>;
  readonly withAuthor?: boolean;
  readonly taoReserve?: bigint;
  readonly alphaReserve?: bigint;
}

/** Three subnets beside root; the coldkey's account just lives. */
function createChain({ stakes = { 1: 10n * G }, withAuthor = true, taoReserve = 5_000n * G, alphaReserve = 12_345n * G }: Chain = {}): BlockCtx {
  const ctx = createBlockCtx();
  for (const netuid of [0, 1, 2, 3]) {
    S.NetworksAdded.set(ctx, netuid, true);
    S.SubtokenEnabled.set(ctx, netuid, true);
    S.TransferToggle.set(ctx, netuid, true);
    if (netuid !== 0) S.SubnetMechanism.set(ctx, netuid, 1);
    S.SubnetTAO.set(ctx, netuid, taoReserve);
    S.SubnetAlphaIn.set(ctx, netuid, alphaReserve);
    mintInto(ctx, getSubnetAccountId(ctx, netuid)!, taoReserve);
    const alpha = stakes[netuid] ?? 0n;
    S.SubnetAlphaOut.set(ctx, netuid, alpha);
    if (alpha > 0n) increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: HOTKEY, coldkey: COLDKEY, netuid }, alpha);
  }
  S.Owner.set(ctx, HOTKEY, COLDKEY);
  S.Owner.set(ctx, OTHER, OTHER);
  S.TotalStake.set(ctx, 1_000_000n * G);
  mintInto(ctx, COLDKEY, EXISTENTIAL_DEPOSIT);
  mintInto(ctx, AUTHOR, G);
  if (withAuthor) {
    Aura.Authorities.set(ctx, [AUTHOR]);
    System.Digest.set(ctx, { logs: [{ type: 'PreRuntime', value: [new Uint8Array([0x61, 0x75, 0x72, 0x61]), new Uint8Array(8)] }] });
  }
  return ctx;
}

const stakeOf = (ctx: BlockCtx, netuid: number): bigint => getStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: HOTKEY, coldkey: COLDKEY, netuid });
const subtensor = (name: string, args: object): RuntimeCall => call('SubtensorModule', name, args);
const removeStake = (netuid: number, amount: bigint): RuntimeCall => subtensor('remove_stake', { hotkey: HOTKEY, netuid, amount_unstaked: amount });

/** What a transaction goes through, fee and call; throws an Invalidity. */
function transact(ctx: BlockCtx, inner: RuntimeCall, { who = COLDKEY, dispatches = true } = {}) {
  const tx = { origin: signed(who), call: inner, info: ctx.dispatchInfo(inner), lengthBytes: LENGTH, source: 'External' as const };
  const { val } = chargeTransactionPayment.validate!(ctx, tx, 0n);
  const pre = chargeTransactionPayment.prepare!(ctx, tx, val, 0n);
  const taken = { stake: [0, 1, 2, 3].map((netuid) => stakeOf(ctx, netuid)), author: getFreeBalance(ctx, AUTHOR) };
  const result = dispatches ? ctx.dispatch(inner, signed(who)) : ({ ok: true, post: {} } as const);
  chargeTransactionPayment.postDispatch!(ctx, tx, pre, result);
  return { fee: val!.fee, taken, outcome: result.ok ? 'ok' : result.refusal.name };
}

const payment = (facts: object) => expect.objectContaining({ error: { invalid: 'Payment' }, facts: expect.objectContaining(facts) as unknown });
const feeEvents = (events: readonly { readonly name: string; readonly fields: unknown }[]) => events.filter(({ name }) => name.includes('TransactionFeePaid'));
const accountsSum = (ctx: BlockCtx): bigint => System.Account.keys(ctx).reduce((sum, [who]) => sum + getTotalBalance(ctx, who), 0n);

const PAYABLE: readonly RuntimeCall[] = [
  removeStake(1, G),
  subtensor('remove_stake_limit', { hotkey: HOTKEY, netuid: 1, amount_unstaked: G, limit_price: 1n, allow_partial: true }),
  subtensor('remove_stake_full_limit', { hotkey: HOTKEY, netuid: 1, limit_price: undefined }),
  subtensor('unstake_all', { hotkey: HOTKEY }),
  subtensor('unstake_all_alpha', { hotkey: HOTKEY }),
  subtensor('move_stake', { origin_hotkey: HOTKEY, destination_hotkey: OTHER, origin_netuid: 1, destination_netuid: 2, alpha_amount: G }),
  subtensor('transfer_stake', { destination_coldkey: OTHER, hotkey: HOTKEY, origin_netuid: 1, destination_netuid: 1, alpha_amount: G }),
  subtensor('swap_stake', { hotkey: HOTKEY, origin_netuid: 1, destination_netuid: 2, alpha_amount: G }),
  subtensor('swap_stake_limit', { hotkey: HOTKEY, origin_netuid: 1, destination_netuid: 2, alpha_amount: G, limit_price: 1n, allow_partial: true }),
  subtensor('recycle_alpha', { hotkey: HOTKEY, amount: G, netuid: 1 }),
  subtensor('burn_alpha', { hotkey: HOTKEY, amount: G, netuid: 1 }),
];

test.each(PAYABLE.map((inner) => ({ name: inner.value.type, inner })))('$name is paid in alpha by an account that has no TAO to spare', ({ inner }) => {
  const ctx = createChain();
  const issuance = getTotalIssuance(ctx);
  let done!: ReturnType<typeof transact>;
  const worth = getAlphaAmountForTao(ctx, 1, feeOf(createChain(), inner));
  const events = eventsOf(ctx, () => { done = transact(ctx, inner); });
  expect(done.outcome).toBe('ok');
  expect(worth).toBeGreaterThan(0n);
  expect(done.taken.stake[1]).toBe(10n * G - worth);
  const earned = done.taken.author - G;
  expect(feeEvents(events)).toMatchObject([
    { name: 'SubtensorModule.TransactionFeePaidWithAlpha', fields: { who: COLDKEY, netuid: 1, alpha_fee: worth, tao_amount: earned } },
    { name: 'TransactionPayment.TransactionFeePaid', fields: { who: COLDKEY, tip: 0n } },
  ]);
  // The pool pays a little less than the spot price.
  expect(earned).toBeGreaterThan(done.fee - 3n);
  expect(earned).toBeLessThanOrEqual(done.fee);
  expect(getFreeBalance(ctx, COLDKEY)).toBeGreaterThanOrEqual(EXISTENTIAL_DEPOSIT);
  expect(getTotalIssuance(ctx)).toBe(issuance);
  expect(accountsSum(ctx)).toBe(issuance);
});

/** The fee of a call on a chain of its own. */
const feeOf = (ctx: BlockCtx, inner: RuntimeCall): bigint => transact(ctx, inner, { dispatches: false }).fee;

test('TAO is preferred: with enough of it no alpha is sold', () => {
  const ctx = createChain();
  mintInto(ctx, COLDKEY, G);
  let done!: ReturnType<typeof transact>;
  const events = eventsOf(ctx, () => { done = transact(ctx, removeStake(1, G)); });
  expect(done.taken.stake[1]).toBe(10n * G);
  expect(feeEvents(events).map(({ name }) => name)).toEqual(['TransactionPayment.TransactionFeePaid']);
});

test('a fee in alpha is not given back when the call is refused', () => {
  const ctx = createChain();
  let done!: ReturnType<typeof transact>;
  const events = eventsOf(ctx, () => { done = transact(ctx, removeStake(1, 1n)); });
  expect(done.outcome).toBe('SubtensorModule.InsufficientLiquidity');
  expect(stakeOf(ctx, 1)).toBe(done.taken.stake[1]);
  expect(stakeOf(ctx, 1)).toBeLessThan(10n * G);
  expect(feeEvents(events).map(({ name }) => name)).toEqual(['SubtensorModule.TransactionFeePaidWithAlpha', 'TransactionPayment.TransactionFeePaid']);
});

test('on root alpha is TAO: the fee is taken rao for rao', () => {
  const ctx = createChain({ stakes: { 0: 10n * G } });
  const done = transact(ctx, removeStake(0, G));
  expect(done.outcome).toBe('ok');
  expect(done.taken.stake[0]).toBe(10n * G - done.fee);
  expect(done.taken.author).toBe(G + done.fee);
});

test('the whole stake may go into the fee, and not one rao less than it may be there', () => {
  const fee = feeOf(createChain(), removeStake(1, G));
  const needed = getAlphaAmountForTao(createChain(), 1, fee);
  const enough = createChain({ stakes: { 1: needed } });
  expect(transact(enough, removeStake(1, G)).taken.stake[1]).toBe(0n);
  expect(() => transact(createChain({ stakes: { 1: needed - 1n } }), removeStake(1, G))).toThrow(payment({ fee, netuid: 1, actual: needed - 1n, required: needed }));
});

test.each([
  ['a call that is not of those', subtensor('add_stake', { hotkey: HOTKEY, netuid: 1, amount_staked: 1n })],
  ['a batch', call('Utility', 'batch', { calls: [removeStake(1, G)] })],
  ['a call for another account', call('Proxy', 'proxy', { real: id(COLDKEY), force_proxy_type: undefined, call: removeStake(1, G) })],
  ['a stake that is not there', removeStake(2, G)],
  ['a subnet that is not there', removeStake(9, G)],
])('%s is not paid in alpha', (_, inner) => {
  expect(() => transact(createChain(), inner)).toThrow(payment({ who: COLDKEY }));
});

test('an account that pays for its delegate pays in TAO only', () => {
  const ctx = createChain();
  Proxy.RealPaysFee.set(ctx, COLDKEY, OTHER, undefined);
  mintInto(ctx, OTHER, G);
  const inner = call('Proxy', 'proxy', { real: id(COLDKEY), force_proxy_type: undefined, call: removeStake(1, G) });
  expect(() => transact(ctx, inner, { who: OTHER })).toThrow(payment({ who: COLDKEY }));
});

test.each(['unstake_all', 'unstake_all_alpha'])('%s with stake on two subnets is refused; where one of them is closed the other pays', (name) => {
  const inner = subtensor(name, { hotkey: HOTKEY });
  expect(() => transact(createChain({ stakes: { 1: G, 2: G } }), inner)).toThrow(payment({ stakes: 2 }));
  const ctx = createChain({ stakes: { 1: G, 2: G } });
  S.SubtokenEnabled.set(ctx, 1, false);
  const { stake } = transact(ctx, inner).taken;
  expect(stake[1]).toBe(G);
  expect(stake[2]).toBeLessThan(G);
});

test.each([
  ['several stakes', createChain({ stakes: { 1: G, 2: G } }), subtensor('unstake_all', { hotkey: HOTKEY })],
  ['no author', createChain({ withAuthor: false }), removeStake(1, G)],
])('what passed unchecked costs nothing: %s', (_, ctx, inner) => {
  const tx = { origin: signed(COLDKEY), call: inner, info: ctx.dispatchInfo(inner), lengthBytes: LENGTH, source: 'InBlock' as const };
  const before = stakeOf(ctx, 1);
  const events = eventsOf(ctx, () => {
    const pre = chargeTransactionPayment.prepare!(ctx, tx, { payer: COLDKEY, fee: 1_000_000n, tip: 0n }, 0n);
    chargeTransactionPayment.postDispatch!(ctx, tx, pre, { ok: true, post: {} });
  });
  expect(stakeOf(ctx, 1)).toBe(before);
  expect(feeEvents(events)[0]).toEqual({ name: 'SubtensorModule.TransactionFeePaidWithAlpha', fields: { who: COLDKEY, netuid: 0, alpha_fee: 0n, tao_amount: 0n } });
});

test('a sale that fails makes the transaction invalid and leaves no trace', () => {
  const ctx = createChain();
  const pool = getSubnetAccountId(ctx, 1)!;
  burnFrom(ctx, pool, getFreeBalance(ctx, pool), { preservation: 'Expendable', precision: 'Exact', fortitude: 'Force' });
  const before = JSON.stringify(ctx.state.changes().map(([key, value]) => [key, value === null ? null : [...value]]));
  expect(() => transact(ctx, removeStake(1, G))).toThrow(payment({ who: COLDKEY, because: expect.any(String) as unknown }));
  expect(JSON.stringify(ctx.state.changes().map(([key, value]) => [key, value === null ? null : [...value]]))).toBe(before);
});

test('whoever pays in whatever: TAO is kept, and no more than the stake is sold', () => {
  const reserve = fc.bigInt({ min: 1_000_000n, max: 1_000_000n * G });
  fc.assert(fc.property(fc.constantFrom(...PAYABLE), fc.bigInt({ min: 0n, max: 20n * G }), reserve, reserve, fc.bigInt({ min: 0n, max: 4_000_000n }), fc.boolean(), (inner, stake, taoReserve, alphaReserve, spare, withAuthor) => {
    const ctx = createChain({ stakes: { 1: stake }, taoReserve, alphaReserve, withAuthor });
    mintInto(ctx, COLDKEY, spare);
    const issuance = getTotalIssuance(ctx);
    const events = eventsOf(ctx, () => {
      try {
        const { taken } = transact(ctx, inner);
        expect(taken.stake[1]).toBeLessThanOrEqual(stake);
      } catch (error) {
        if (!(error instanceof Invalidity)) throw error;
      }
    });
    const paid = feeEvents(events).find(({ name }) => name.endsWith('WithAlpha'))?.fields as { readonly alpha_fee: bigint; readonly tao_amount: bigint } | undefined;
    if (paid !== undefined) expect(paid.alpha_fee).toBeLessThanOrEqual(stake);
    // Without an author a fee in TAO is destroyed.
    if (withAuthor) expect(getTotalIssuance(ctx)).toBe(issuance);
    expect(accountsSum(ctx)).toBe(getTotalIssuance(ctx));
  }), { numRuns: 150 });
});
