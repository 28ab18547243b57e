import fc from 'fast-check';
import { ROOT, signed, type BlockCtx } from '@taonet/frame';
import { describe, expect, it } from 'vitest';
import { getFreeBalance } from '../../../../src/pallets/balances/inspect.ts';
import { S as Balances } from '../../../../src/pallets/balances/pallet.ts';
import { senate } from '../../../../src/pallets/membership/pallet.ts';
import { hooks as schedulerHooks } from '../../../../src/pallets/scheduler/hooks.ts';
import { S as System } from '../../../../src/pallets/system/pallet.ts';
import { S as Triumvirate } from '../../../../src/pallets/triumvirate/pallet.ts';
import { S } from '../../../../src/rules/may2025/pallet.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyAndColdkeyOnSubnet } from '../../../../src/rules/may2025/staking/sharePools.ts';
import { account } from '../../../createTestCtx.ts';
import { call, eventsOf, outcomeOf } from '../../../pallets/createBlockCtx.ts';
import { createMay2025Ctx } from '../createMay2025Ctx.ts';

const TAO = 1_000_000_000n;
const [COLDKEY, OLD, NEW, HEIR, STAKER] = [1, 2, 3, 4, 5].map(account) as [string, string, string, string, string];
const READ = 25_000_000n;
const WRITE = 100_000_000n;
const COST = 100_000_000n;
const SCHEDULED_BLOCKS = 36_000;

/** Two subnets beside root; the coldkey has 10 TAO and one hotkey. */
function createChain(): BlockCtx {
  const ctx = createMay2025Ctx(COLDKEY, STAKER);
  for (const netuid of [0, 1, 2]) S.NetworksAdded.set(ctx, netuid, true);
  S.TotalNetworks.set(ctx, 3);
  expect(outcomeOf(ctx, signed(COLDKEY), call('SubtensorModule', 'try_associate_hotkey', { hotkey: OLD }))).toBe('ok');
  return ctx;
}

const swapHotkey = (ctx: BlockCtx, newHotkey = NEW): string => outcomeOf(ctx, signed(COLDKEY), call('SubtensorModule', 'swap_hotkey', { hotkey: OLD, new_hotkey: newHotkey, netuid: undefined }));

function at(ctx: BlockCtx, block: number): void {
  System.Number.set(ctx, block);
  schedulerHooks.onInitialize!(ctx, block);
}

describe('hotkey swaps of May 2025', () => {
  it('cost 0.1 TAO that leave both issuances', () => {
    const ctx = createChain();
    const before = [getFreeBalance(ctx, COLDKEY), Balances.TotalIssuance.get(ctx), S.TotalIssuance.get(ctx)];
    expect(swapHotkey(ctx)).toBe('ok');
    expect([getFreeBalance(ctx, COLDKEY), Balances.TotalIssuance.get(ctx), S.TotalIssuance.get(ctx)]).toEqual(before.map((rao) => rao - COST));
  });

  it('weigh what was counted on the way', () => {
    const ctx = createChain();
    const result = ctx.dispatch(call('SubtensorModule', 'swap_hotkey', { hotkey: OLD, new_hotkey: NEW, netuid: undefined }), signed(COLDKEY));
    // Along do_swap_hotkey by hand: 4 reads, 3 + 1 for the networks; owner and owned (2, 2); three last blocks (3, 6); on each of three
    // subnets membership (1, 2), children and parents (2, 4), pending order (1, 0); the end (0, 1).
    const [reads, writes] = [4 + 4 + 2 + 3 + 3 * (1 + 2 + 1), 2 + 6 + 3 * (2 + 4) + 1];
    expect(result).toMatchObject({ ok: true, post: { actualWeight: { refTime: BigInt(reads) * READ + BigInt(writes) * WRITE, proofSize: 0n } } });
  });

  it('are for all subnets', () => {
    const ctx = createChain();
    expect(outcomeOf(ctx, signed(COLDKEY), call('SubtensorModule', 'swap_hotkey', { hotkey: OLD, new_hotkey: NEW, netuid: 1 }))).toBe('SubtensorModule.CallDisabled');
  });

  it('take a hotkey away from whoever owned it', () => {
    const ctx = createChain();
    S.Owner.set(ctx, NEW, STAKER);
    expect(swapHotkey(ctx)).toBe('ok');
    expect([S.Owner.get(ctx, NEW), S.Owner.tryGet(ctx, OLD)]).toEqual([COLDKEY, undefined]);
  });

  it('end half done, and succeed, where the new hotkey sits in the senate itself', () => {
    const ctx = createChain();
    const key = { hotkey: OLD, coldkey: STAKER, netuid: 1 };
    increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, key, TAO);
    senate.S.Members.set(ctx, [OLD, NEW].sort());
    const proposal = '11'.repeat(32);
    Triumvirate.Proposals.set(ctx, [proposal]);
    Triumvirate.Voting.set(ctx, proposal, { index: 0, threshold: 2, ayes: [OLD], nays: [NEW], end: 5_000 });
    expect(swapHotkey(ctx)).toBe('ok');
    expect(Triumvirate.Voting.get(ctx, proposal)).toMatchObject({ ayes: [], nays: [NEW] });
    expect(senate.S.Members.get(ctx)).toEqual([OLD, NEW].sort());
    // The totals went, the staker's shares did not.
    expect([S.TotalHotkeyAlpha.get(ctx, NEW, 1), S.Alpha.has(ctx, NEW, STAKER, 1), S.Alpha.has(ctx, OLD, STAKER, 1)]).toEqual([TAO, false, true]);
  });

  it('keep everybody\'s stake', () => {
    const stake = fc.record({ coldkey: fc.constantFrom(COLDKEY, STAKER, HEIR), netuid: fc.integer({ min: 0, max: 2 }), alpha: fc.bigInt(1n, 1_000n * TAO) });
    fc.assert(fc.property(fc.array(stake, { maxLength: 8 }), (stakes) => {
      const ctx = createChain();
      for (const { alpha, ...key } of stakes) increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { ...key, hotkey: OLD }, alpha);
      const places = [COLDKEY, STAKER, HEIR].flatMap((coldkey) => [0, 1, 2].map((netuid) => ({ coldkey, netuid })));
      const of = (hotkey: string): bigint[] => places.map((place) => getStakeForHotkeyAndColdkeyOnSubnet(ctx, { ...place, hotkey }));
      const before = of(OLD);
      expect(swapHotkey(ctx)).toBe('ok');
      expect(of(NEW)).toEqual(before);
      expect(of(OLD).every((alpha) => alpha === 0n)).toBe(true);
      for (const { coldkey } of stakes) expect(S.StakingHotkeys.get(ctx, coldkey).filter((hotkey) => hotkey === OLD || hotkey === NEW)).toEqual([NEW]);
    }), { numRuns: 40 });
  });
});

describe('coldkey swaps of May 2025', () => {
  const schedule = (ctx: BlockCtx, to = HEIR): string => outcomeOf(ctx, signed(COLDKEY), call('SubtensorModule', 'schedule_swap_coldkey', { new_coldkey: to }));

  it('are carried out by the scheduler five days later', () => {
    const ctx = createChain();
    const key = { hotkey: OLD, netuid: 1 };
    increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { ...key, coldkey: COLDKEY }, 7n * TAO);
    S.SubnetOwner.set(ctx, 2, COLDKEY);
    const when = 1_000 + SCHEDULED_BLOCKS;
    const events = eventsOf(ctx, () => expect(schedule(ctx)).toBe('ok'));
    expect(events.map(({ name }) => name)).toEqual(['Scheduler.Scheduled', 'SubtensorModule.ColdkeySwapScheduled']);
    expect(S.ColdkeySwapScheduled.get(ctx, COLDKEY)).toEqual([when, HEIR]);
    at(ctx, when - 1);
    expect(S.Owner.get(ctx, OLD)).toBe(COLDKEY);
    at(ctx, when);
    expect([S.Owner.get(ctx, OLD), S.SubnetOwner.get(ctx, 2), S.ColdkeySwapScheduled.has(ctx, COLDKEY)]).toEqual([HEIR, HEIR, false]);
    expect(getStakeForHotkeyAndColdkeyOnSubnet(ctx, { ...key, coldkey: HEIR })).toBe(7n * TAO);
    expect([getFreeBalance(ctx, COLDKEY), getFreeBalance(ctx, HEIR)]).toEqual([0n, 10n * TAO - COST]);
  });

  it('can be ordered anew a day after the time of the one before', () => {
    const ctx = createChain();
    expect([schedule(ctx), schedule(ctx)]).toEqual(['ok', 'SubtensorModule.SwapAlreadyScheduled']);
    const when = 1_000 + SCHEDULED_BLOCKS;
    System.Number.set(ctx, when + 7_200 - 1);
    expect(schedule(ctx)).toBe('SubtensorModule.SwapAlreadyScheduled');
    System.Number.set(ctx, when + 7_200);
    expect(schedule(ctx, STAKER)).toBe('ok');
  });

  it('fail to be scheduled without a wait', () => {
    const ctx = createChain();
    expect(outcomeOf(ctx, ROOT, call('AdminUtils', 'sudo_set_coldkey_swap_schedule_duration', { duration: 0 }))).toBe('ok');
    expect(schedule(ctx)).toBe('SubtensorModule.FailedToSchedule');
    expect(S.ColdkeySwapScheduled.has(ctx, COLDKEY)).toBe(false);
  });

  it('cost 0.1 TAO, at the time of the order only asked for', () => {
    const ctx = createMay2025Ctx();
    expect(schedule(ctx)).toBe('SubtensorModule.NotEnoughBalanceToPaySwapColdKey');
  });
});
