import fc from 'fast-check';
import { inLayer, signed } from '@taonet/frame';
import { expect, test } from 'vitest';
import { getTotalIssuance } from '../../../../src/pallets/balances/inspect.ts';
import { S } from '../../../../src/pallets/subtensor/pallet.ts';
import { doAddStake, doAddStakeLimit } from '../../../../src/rules/may2025/staking/addStake.ts';
import { getColdkeyBalance } from '../../../../src/rules/may2025/staking/coldkeyBalances.ts';
import { doMoveStake, doSwapStake, doTransferStake } from '../../../../src/rules/may2025/staking/moveStake.ts';
import { doBurnAlpha, doRecycleAlpha } from '../../../../src/rules/may2025/staking/recycleAlpha.ts';
import { doRemoveStake, doRemoveStakeLimit } from '../../../../src/rules/may2025/staking/removeStake.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet } from '../../../../src/rules/may2025/staking/sharePools.ts';
import { doUnstakeAll, doUnstakeAllAlpha } from '../../../../src/rules/may2025/staking/unstakeAll.ts';
import type { TestCtx } from '../../../createTestCtx.ts';
import { COLDKEYS, createStakeChain, G, HOTKEYS, NETUIDS } from './createStakeChain.ts';

const hotkey = fc.constantFrom(...HOTKEYS);
const coldkey = fc.constantFrom(...COLDKEYS);
const netuid = fc.constantFrom(...NETUIDS);
const amount = fc.oneof(fc.bigInt(1n, 5_000_000n), fc.bigInt(5_000_000n, 100n * G), fc.bigInt(1n, 1n << 63n));
const limitRao = fc.oneof(fc.bigInt(0n, G), fc.bigInt(0n, 3n * G));
const OPERATIONS = ['add', 'addLimit', 'remove', 'removeLimit', 'move', 'transfer', 'swapLimit', 'recycle', 'burn', 'unstakeAll', 'unstakeAllAlpha'] as const;
const operation = fc.record({
  op: fc.constantFrom(...OPERATIONS), coldkey, toColdkey: coldkey, hotkey, to: hotkey, netuid, toNetuid: netuid, amount, limitRao, allowPartial: fc.boolean(),
});
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

function run(ctx: TestCtx, one: Operation): void {
  const origin = signed(one.coldkey);
  const limit = { limitRao: one.limitRao, allowPartial: one.allowPartial };
  const alpha = { hotkey: one.hotkey, netuid: one.netuid, alpha: one.amount };
  const across = { originNetuid: one.netuid, destinationNetuid: one.toNetuid, alpha: one.amount };
  switch (one.op) {
    case 'add': return doAddStake(ctx, origin, { hotkey: one.hotkey, netuid: one.netuid, tao: one.amount });
    case 'addLimit': return doAddStakeLimit(ctx, origin, { hotkey: one.hotkey, netuid: one.netuid, tao: one.amount }, limit);
    case 'remove': return doRemoveStake(ctx, origin, alpha);
    case 'removeLimit': return doRemoveStakeLimit(ctx, origin, alpha, limit);
    case 'move': return doMoveStake(ctx, origin, { originHotkey: one.hotkey, destinationHotkey: one.to, ...across });
    case 'transfer': return doTransferStake(ctx, origin, { destinationColdkey: one.toColdkey, hotkey: one.hotkey, ...across });
    case 'swapLimit': return doSwapStake(ctx, origin, { hotkey: one.hotkey, ...across }, limit);
    case 'recycle': return doRecycleAlpha(ctx, origin, alpha);
    case 'burn': return doBurnAlpha(ctx, origin, alpha);
    case 'unstakeAll': return doUnstakeAll(ctx, origin, one.hotkey);
    case 'unstakeAllAlpha': return doUnstakeAllAlpha(ctx, origin, one.hotkey);
  }
}

const changes = (ctx: TestCtx): string => JSON.stringify(ctx.state.changes().map(([key, value]) => [key, value === null ? null : [...value]]));
const reserves = (ctx: TestCtx): bigint => NETUIDS.reduce((sum, id) => sum + S.SubnetTAO.get(ctx, id), 0n);
const balances = (ctx: TestCtx): bigint => COLDKEYS.reduce((sum, who) => sum + getColdkeyBalance(ctx, who), 0n);

test('whatever is staked, moved and unstaked: pools hold all stake, no TAO appears, a refusal leaves no trace', () => {
  fc.assert(fc.property(fc.array(operation, { minLength: 1, maxLength: 25 }), fc.constantFrom(0n, 50_000_000n), (operations, nominatorMin) => {
    const ctx = createStakeChain();
    S.NominatorMinRequiredStake.set(ctx, nominatorMin);
    for (const cold of COLDKEYS) for (const hot of HOTKEYS) for (const id of NETUIDS) doAddStake(ctx, signed(cold), { hotkey: hot, netuid: id, tao: 50n * G });
    const wealth = reserves(ctx) + balances(ctx);
    for (const one of operations) {
      const before = changes(ctx);
      if ('refusal' in inLayer(ctx, () => run(ctx, one))) expect(changes(ctx)).toBe(before);
    }
    // A move whose second leg is left out loses TAO; nothing else does, and nothing makes any.
    expect(reserves(ctx) + balances(ctx)).toBeLessThanOrEqual(wealth);
    expect(S.TotalStake.get(ctx)).toBe(reserves(ctx));
    expect(getTotalIssuance(ctx)).toBe(balances(ctx));
    for (const id of NETUIDS) {
      for (const hot of HOTKEYS) {
        const values = COLDKEYS.map((cold) => getStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: hot, coldkey: cold, netuid: id }));
        // Shares are cut to 2⁻⁶⁴: a value can round above its pool by a rao per key at most.
        expect(values.reduce((sum, value) => sum + value, 0n)).toBeLessThanOrEqual(S.TotalHotkeyAlpha.get(ctx, hot, id) + 3n);
      }
    }
  }), { numRuns: 80 });
});

test('buying and selling again loses both fees at least, but for a rao of rounding', () => {
  fc.assert(fc.property(fc.bigInt(3_000_000n, 900n * G), (tao) => {
    const ctx = createStakeChain();
    const [cold, hot] = [COLDKEYS[0], HOTKEYS[0]];
    const key = { hotkey: hot, coldkey: cold, netuid: 1 };
    const before = getColdkeyBalance(ctx, cold);
    doAddStake(ctx, signed(cold), { hotkey: hot, netuid: 1, tao });
    doRemoveStake(ctx, signed(cold), { hotkey: hot, netuid: 1, alpha: getStakeForHotkeyAndColdkeyOnSubnet(ctx, key) });
    // The first fee stays in the pool and raises the price the seller gets: only the second is surely lost.
    expect(getColdkeyBalance(ctx, cold)).toBeLessThanOrEqual(before - 50_000n + 1n);
  }), { numRuns: 60 });
});
