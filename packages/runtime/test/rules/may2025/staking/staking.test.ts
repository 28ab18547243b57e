import { inLayer, signed } from '@taonet/frame';
import { U96F32 } from '@taonet/primitives';
import { describe, expect, test } from 'vitest';
import { mintInto } from '../../../../src/pallets/balances/issue.ts';
import { getTotalIssuance } from '../../../../src/pallets/balances/inspect.ts';
import { Ev, S } from '../../../../src/pallets/subtensor/pallet.ts';
import { doAddStake, doAddStakeLimit } from '../../../../src/rules/may2025/staking/addStake.ts';
import {
  addBalanceToColdkeyAccount, canRemoveBalanceFromColdkeyAccount, getColdkeyBalance, killColdkeyAccount, removeBalanceFromColdkeyAccount,
} from '../../../../src/rules/may2025/staking/coldkeyBalances.ts';
import { doMoveStake } from '../../../../src/rules/may2025/staking/moveStake.ts';
import { getAlphaPrice, simSwapAlphaForTao, simSwapTaoForAlpha, swapAlphaForTao, swapTaoForAlpha } from '../../../../src/rules/may2025/staking/poolSwaps.ts';
import { doRecycleAlpha } from '../../../../src/rules/may2025/staking/recycleAlpha.ts';
import { doRemoveStake } from '../../../../src/rules/may2025/staking/removeStake.ts';
import {
  decreaseStakeForHotkeyAndColdkeyOnSubnet, getStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyOnSubnet,
} from '../../../../src/rules/may2025/staking/sharePools.ts';
import { clearSmallNominations } from '../../../../src/rules/may2025/staking/smallNominations.ts';
import { calculateStakingFee } from '../../../../src/rules/may2025/staking/stakingFee.ts';
import { getTotalStakeForColdkey, getTotalStakeForHotkey } from '../../../../src/rules/may2025/staking/totals.ts';
import { validateUnstakeAll } from '../../../../src/rules/may2025/staking/validateRemoveStake.ts';
import { account, type TestCtx } from '../../../createTestCtx.ts';
import { COLDKEYS, createStakeChain, G, HOTKEYS } from './createStakeChain.ts';

const [OWNER, , NOMINATOR] = COLDKEYS;
const [HOT, OTHER_HOT] = HOTKEYS;
const key = { hotkey: HOT, coldkey: OWNER, netuid: 1 };

function refusalOf(ctx: TestCtx, work: () => void): string | undefined {
  const outcome = inLayer(ctx, work);
  return 'refusal' in outcome ? outcome.refusal.name : undefined;
}

function setPool(ctx: TestCtx, netuid: number, tao: bigint, alpha: bigint): void {
  S.SubnetTAO.set(ctx, netuid, tao);
  S.SubnetAlphaIn.set(ctx, netuid, alpha);
}

describe('pool', () => {
  test('price: 1 on stable subnets, 0 without alpha, else the ratio', () => {
    const ctx = createStakeChain();
    setPool(ctx, 1, 3n * G, 2n * G);
    expect([getAlphaPrice(ctx, 0), getAlphaPrice(ctx, 7), getAlphaPrice(ctx, 1)]).toEqual([U96F32.one, U96F32.one, U96F32.fromRational(3n, 2n)]);
    setPool(ctx, 1, 3n * G, 0n);
    expect(getAlphaPrice(ctx, 1)).toBe(U96F32.zero);
  });

  // x·y/(y + d) must stay at or above 10,000,000.
  test.each([
    ['just enough stays', 10_000_000n, 10_000_000n], ['one too many', 10_000_001n, undefined],
  ])('least liquidity: %s', (_, d, expected) => {
    const ctx = createStakeChain();
    setPool(ctx, 1, 10_000_000n, 20_000_000n);
    expect(simSwapTaoForAlpha(ctx, 1, d)).toBe(expected);
    setPool(ctx, 1, 20_000_000n, 10_000_000n);
    expect(simSwapAlphaForTao(ctx, 1, d)).toBe(expected);
  });

  test('a refused swap pays 0 and writes nothing; a swap counts everywhere', () => {
    const ctx = createStakeChain();
    setPool(ctx, 1, 10_000_000n, 20_000_000n);
    const figures = (): readonly bigint[] => [
      S.SubnetTAO.get(ctx, 1), S.SubnetAlphaIn.get(ctx, 1), S.SubnetAlphaOut.get(ctx, 1), S.TotalStake.get(ctx), S.SubnetVolume.get(ctx, 1),
    ];
    const before = figures();
    expect([swapTaoForAlpha(ctx, 1, 10_000_001n), swapAlphaForTao(ctx, 1, 1n)]).toEqual([0n, 0n]);
    expect(figures()).toEqual(before);
    expect(swapTaoForAlpha(ctx, 1, 10_000_000n)).toBe(10_000_000n);
    expect(figures()).toEqual([20_000_000n, 10_000_000n, 10_000_000n, 10_000n * G + 10_000_000n, 10_000_000n]);
  });
});

describe('shares', () => {
  test('what all have grows in proportion; a rest under 0.00001 of a share goes too', () => {
    const ctx = createStakeChain();
    expect(increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, key, 300n * G)).toBe(300n * G);
    increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { ...key, coldkey: NOMINATOR }, 100n * G);
    increaseStakeForHotkeyOnSubnet(ctx, HOT, 1, 100n * G);
    expect(getStakeForHotkeyAndColdkeyOnSubnet(ctx, key)).toBe(375n * G);
    expect(decreaseStakeForHotkeyAndColdkeyOnSubnet(ctx, key, 375n * G - 1_000n)).toBe(375n * G);
    expect([S.Alpha.has(ctx, HOT, OWNER, 1), S.TotalHotkeyAlpha.get(ctx, HOT, 1)]).toEqual([false, 125n * G]);
  });

  test('more than there is takes nothing', () => {
    const ctx = createStakeChain();
    increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, key, G);
    expect(decreaseStakeForHotkeyAndColdkeyOnSubnet(ctx, key, G + 1n)).toBe(0n);
    expect(decreaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { ...key, netuid: 2 }, 0n)).toBe(0n);
    expect(getStakeForHotkeyAndColdkeyOnSubnet(ctx, key)).toBe(G);
  });
});

describe('balances', () => {
  test('taken TAO leaves the issuance of Balances and comes back into it; the pallet\'s own stays', () => {
    const ctx = createStakeChain();
    const before = [getTotalIssuance(ctx), S.TotalIssuance.get(ctx)] as const;
    expect(removeBalanceFromColdkeyAccount(ctx, OWNER, 10n * G)).toBe(10n * G);
    expect([getTotalIssuance(ctx), S.TotalIssuance.get(ctx)]).toEqual([before[0] - 10n * G, before[1]]);
    addBalanceToColdkeyAccount(ctx, OWNER, 10n * G);
    expect(getTotalIssuance(ctx)).toBe(before[0]);
  });

  test('all of it can be asked for, and the existential deposit stays; an empty account cannot', () => {
    const ctx = createStakeChain();
    expect([1_000n * G, 1_000n * G + 1n].map((rao) => canRemoveBalanceFromColdkeyAccount(ctx, OWNER, rao))).toEqual([true, false]);
    expect(removeBalanceFromColdkeyAccount(ctx, OWNER, 1_000n * G)).toBe(1_000n * G - 500n);
    expect(refusalOf(ctx, () => void removeBalanceFromColdkeyAccount(ctx, OWNER, 1n))).toBe('SubtensorModule.ZeroBalanceAfterWithdrawn');
    expect([removeBalanceFromColdkeyAccount(ctx, OWNER, 0n), killColdkeyAccount(ctx, OWNER, 500n), getColdkeyBalance(ctx, OWNER)]).toEqual([0n, 500n, 0n]);
    expect(refusalOf(ctx, () => void killColdkeyAccount(ctx, OWNER, 1n))).toBe('SubtensorModule.BalanceWithdrawalError');
  });

  test('dust is not given', () => {
    const ctx = createStakeChain();
    const before = getTotalIssuance(ctx);
    addBalanceToColdkeyAccount(ctx, account(0x55), 499n);
    expect([getColdkeyBalance(ctx, account(0x55)), getTotalIssuance(ctx)]).toEqual([0n, before]);
  });
});

describe('fee of leaving', () => {
  const alpha = 1_000n * G;
  test('at least 50,000 rao, 0.00005 of the worth, what an epoch paid', () => {
    const ctx = createStakeChain();
    const worth = simSwapAlphaForTao(ctx, 1, alpha)!;
    expect(calculateStakingFee(ctx, key, undefined, G)).toBe(50_000n);
    // ⌊0.00005·2³²⌋ = 214,748.
    expect(calculateStakingFee(ctx, key, undefined, alpha)).toBe((worth * 214_748n) >> 32n);
    S.AlphaDividendsPerSubnet.set(ctx, 1, HOT, 3n);
    S.TotalHotkeyAlphaLastEpoch.set(ctx, HOT, 1, 1_000n);
    expect(calculateStakingFee(ctx, key, undefined, alpha)).toBe((worth * ((3n << 32n) / 1_000n)) >> 32n);
  });

  test('flat from root, within a subnet, and out of a pool that cannot pay', () => {
    const ctx = createStakeChain();
    S.AlphaDividendsPerSubnet.set(ctx, 1, HOT, 3n);
    S.TotalHotkeyAlphaLastEpoch.set(ctx, HOT, 1, 1_000n);
    expect([calculateStakingFee(ctx, { ...key, netuid: 0 }, 1, alpha), calculateStakingFee(ctx, key, 1, alpha)]).toEqual([50_000n, 50_000n]);
    setPool(ctx, 1, 10_000_000n, 10_000_000n);
    expect(calculateStakingFee(ctx, key, undefined, alpha)).toBe(50_000n);
  });
});

describe('calls', () => {
  test('a limited order looks at no switch of trading, an unlimited one does', () => {
    const ctx = createStakeChain();
    S.SubtokenEnabled.set(ctx, 1, false);
    expect(refusalOf(ctx, () => { doAddStake(ctx, signed(OWNER), { hotkey: HOT, netuid: 1, tao: G }); })).toBe('SubtensorModule.SubtokenDisabled');
    expect(refusalOf(ctx, () => { doAddStakeLimit(ctx, signed(OWNER), { hotkey: HOT, netuid: 1, tao: G }, { limitRao: 10n * G, allowPartial: false }); })).toBeUndefined();
  });

  test('550,000 rao is the least stake; unstaking must bring more than 500,000', () => {
    const ctx = createStakeChain();
    const add = (tao: bigint) => refusalOf(ctx, () => { doAddStake(ctx, signed(OWNER), { hotkey: HOT, netuid: 0, tao }); });
    expect([add(549_999n), add(550_000n), add(551_000n)]).toEqual(['SubtensorModule.AmountTooLow', undefined, undefined]);
    const remove = (alpha: bigint) => refusalOf(ctx, () => { doRemoveStake(ctx, signed(OWNER), { hotkey: HOT, netuid: 0, alpha }); });
    expect([remove(500_000n), remove(500_001n)]).toEqual(['SubtensorModule.AmountTooLow', undefined]);
  });

  test('a move too small for its second leg loses the TAO and succeeds', () => {
    const ctx = createStakeChain();
    doAddStake(ctx, signed(OWNER), { hotkey: HOT, netuid: 0, tao: G });
    const before = [S.TotalStake.get(ctx), getStakeForHotkeyAndColdkeyOnSubnet(ctx, { ...key, netuid: 0 })] as const;
    // Half of the fee is 25,000: 549,999 − 25,000 is below 500,000 + 25,000.
    doMoveStake(ctx, signed(OWNER), { originHotkey: HOT, destinationHotkey: OTHER_HOT, originNetuid: 0, destinationNetuid: 1, alpha: 549_999n });
    expect([S.TotalStake.get(ctx), getStakeForHotkeyAndColdkeyOnSubnet(ctx, { ...key, netuid: 0 })]).toEqual([before[0] - 524_999n, before[1] - 549_999n]);
    expect(S.Alpha.has(ctx, OTHER_HOT, OWNER, 1)).toBe(false);
    doMoveStake(ctx, signed(OWNER), { originHotkey: HOT, destinationHotkey: OTHER_HOT, originNetuid: 0, destinationNetuid: 1, alpha: 550_000n });
    expect(S.Alpha.has(ctx, OTHER_HOT, OWNER, 1)).toBe(true);
    expect(S.Delegates.has(ctx, OTHER_HOT)).toBe(true);
  });

  test('recycled alpha leaves what is outside the pool; more than that is refused', () => {
    const ctx = createStakeChain();
    doAddStake(ctx, signed(OWNER), { hotkey: HOT, netuid: 1, tao: G });
    const outside = S.SubnetAlphaOut.get(ctx, 1);
    doRecycleAlpha(ctx, signed(OWNER), { hotkey: HOT, netuid: 1, alpha: G });
    expect(S.SubnetAlphaOut.get(ctx, 1)).toBe(outside - G);
    S.SubnetAlphaOut.set(ctx, 1, 0n);
    expect(refusalOf(ctx, () => { doRecycleAlpha(ctx, signed(OWNER), { hotkey: HOT, netuid: 1, alpha: 1n }); })).toBe('SubtensorModule.InsufficientLiquidity');
  });

  test('unstaking everything is worth a transaction only where something can go', () => {
    const ctx = createStakeChain();
    expect(refusalOf(ctx, () => { validateUnstakeAll(ctx, OWNER, account(9), false); })).toBe('SubtensorModule.HotKeyAccountNotExists');
    doAddStake(ctx, signed(OWNER), { hotkey: HOT, netuid: 0, tao: G });
    const ask = (onlyAlpha: boolean) => refusalOf(ctx, () => { validateUnstakeAll(ctx, OWNER, HOT, onlyAlpha); });
    expect([ask(false), ask(true)]).toEqual([undefined, 'SubtensorModule.AmountTooLow']);
  });
});

describe('small nominations', () => {
  test('only nominators below the minimum, in alpha, are paid out, without fee', () => {
    const ctx = createStakeChain();
    for (const coldkey of [OWNER, NOMINATOR]) doAddStake(ctx, signed(coldkey), { hotkey: HOT, netuid: 0, tao: G + 50_000n });
    mintInto(ctx, account(0x77), 100n * G);
    doAddStake(ctx, signed(account(0x77)), { hotkey: HOT, netuid: 0, tao: 2n * G + 50_000n });
    const balance = getColdkeyBalance(ctx, NOMINATOR);
    S.NominatorMinRequiredStake.set(ctx, G + 1n);
    ctx.events.length = 0;
    clearSmallNominations(ctx);
    expect(getColdkeyBalance(ctx, NOMINATOR)).toBe(balance + G);
    expect([OWNER, NOMINATOR, account(0x77)].map((coldkey) => getStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: HOT, coldkey, netuid: 0 }))).toEqual([G, 0n, 2n * G]);
    expect(ctx.events[0]).toEqual(Ev.StakeRemoved([NOMINATOR, HOT, G, G, 0, 0n]));
  });

  test('a nominator who leaves whole is cleared once more, of nothing', () => {
    const ctx = createStakeChain();
    doAddStake(ctx, signed(NOMINATOR), { hotkey: HOT, netuid: 1, tao: G });
    const alpha = getStakeForHotkeyAndColdkeyOnSubnet(ctx, { ...key, coldkey: NOMINATOR });
    S.NominatorMinRequiredStake.set(ctx, 1n);
    ctx.events.length = 0;
    doRemoveStake(ctx, signed(NOMINATOR), { hotkey: HOT, netuid: 1, alpha });
    expect(ctx.events.filter((event) => JSON.stringify(event) === JSON.stringify(Ev.StakeRemoved([NOMINATOR, HOT, 0n, 0n, 1, 0n])))).toHaveLength(1);
  });

  test('children asked for go when all stake on the hotkey is worth too little', () => {
    const ctx = createStakeChain();
    doAddStake(ctx, signed(OWNER), { hotkey: HOT, netuid: 0, tao: 2n * G + 50_000n });
    doAddStake(ctx, signed(OWNER), { hotkey: HOT, netuid: 1, tao: 2n * G + 50_000n });
    S.PendingChildKeys.set(ctx, 1, HOT, [[[1n, OTHER_HOT]], 5n]);
    S.StakeThreshold.set(ctx, 3n * G);
    expect([getTotalStakeForHotkey(ctx, HOT) > 3n * G, getTotalStakeForColdkey(ctx, OWNER)]).toEqual([true, getTotalStakeForHotkey(ctx, HOT)]);
    doRemoveStake(ctx, signed(OWNER), { hotkey: HOT, netuid: 0, alpha: 600_000n });
    expect(S.PendingChildKeys.has(ctx, 1, HOT)).toBe(true);
    doRemoveStake(ctx, signed(OWNER), { hotkey: HOT, netuid: 0, alpha: G + 10_000_000n });
    expect(S.PendingChildKeys.has(ctx, 1, HOT)).toBe(false);
  });
});
