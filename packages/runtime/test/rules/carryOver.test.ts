import { createCrypto } from '@taonet/crypto';
import { BlockCtx, MemoryState, Overlay, ROOT, signed } from '@taonet/frame';
import { expect, test } from 'vitest';
import {
  activeRules, adjustToDevPreset, adjustToDevPresetOfMay2025, buildGenesis, createSpec, LOCAL_CONFIG, RULES_OF_JUNE_2026, RULES_OF_MAY_2025, specVersionOf,
  type Adjust,
} from '../../src/index.ts';
import { S as Balances } from '../../src/pallets/balances/pallet.ts';
import { hooks as rulesHooks } from '../../src/pallets/rules/hooks.ts';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { alphaEntries } from '../../src/pallets/subtensor/staking/alphaEntries.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet as stakeToday } from '../../src/pallets/subtensor/staking/stakeShares.ts';
import { getSubnetAccountId } from '../../src/pallets/subtensor/subnets/subnetwork.ts';
import { S as System } from '../../src/pallets/system/pallet.ts';
import { RULE_SETS } from '../../src/rules/ruleSetOf.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet as stakeThen } from '../../src/rules/may2025/staking/sharePools.ts';

const ALICE = 'd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d';
const FIRST = 1;
const spec = createSpec({ fast: true, powFaucet: false, liveBirth: true, extended: true }, await createCrypto());
type Switches = typeof RULES_OF_JUNE_2026;

function chain(rules: Switches, adjust: Adjust): BlockCtx {
  const { state } = buildGenesis(spec, { ...LOCAL_CONFIG, rules }, adjust);
  return new BlockCtx(spec, new Overlay(new MemoryState(state)), { rootOf: () => '' });
}

function run(ctx: BlockCtx, blocks: number): void {
  for (let i = 0; i < blocks; i++) {
    const number = System.Number.get(ctx) + 1;
    System.Number.set(ctx, number);
    for (const { hooks } of spec.pallets.filter(({ name }) => ['Rules', 'SubtensorModule'].includes(name))) hooks.onInitialize?.(ctx, number);
  }
}

function call(ctx: BlockCtx, type: string, name: string, value: object, who: string | null = ALICE): void {
  const done = ctx.dispatch({ type, value: { type: name, value } }, who === null ? ROOT : signed(who));
  if (!done.ok) throw new Error(done.refusal.name);
}

/** Each stake by hotkey, coldkey and subnet. */
function stakes(ctx: BlockCtx): Map<string, bigint> {
  const read = activeRules(ctx).rule_set === 'May2025' ? stakeThen : stakeToday;
  return new Map(alphaEntries(ctx).map((entry) => [`${entry.hotkey} ${entry.coldkey} ${entry.netuid}`, read(ctx, entry)] as const).filter(([, alpha]) => alpha > 0n));
}

/** Only the step of the state: no block's own work. */
function change(ctx: BlockCtx, to: Switches): void {
  call(ctx, 'Rules', 'set_rules', { switches: to }, null);
  rulesHooks.onInitialize?.(ctx, System.Number.get(ctx));
}

/** What stands on the account besides the pool: fees of blocks without an author. */
const surplusOf = (ctx: BlockCtx): bigint => poolTao(ctx, FIRST) - S.SubnetTAO.get(ctx, FIRST);
const poolTao = (ctx: BlockCtx, netuid: number): bigint => System.Account.get(ctx, getSubnetAccountId(ctx, netuid)!).data.free;

test('from May to June and on: stakes stay, pools are backed by TAO on accounts, the chain goes on', () => {
  const ctx = chain(RULES_OF_MAY_2025, adjustToDevPresetOfMay2025);
  call(ctx, 'SubtensorModule', 'add_stake', { hotkey: ALICE, netuid: FIRST, amount_staked: 50_000_000_000n });
  run(ctx, 30);
  expect(specVersionOf(ctx)).toBe(273);
  const before = stakes(ctx);
  const issued = Balances.TotalIssuance.get(ctx);
  change(ctx, { ...RULES_OF_JUNE_2026, governance: true });
  expect([activeRules(ctx).rule_set, specVersionOf(ctx)]).toEqual(['June2026', 425]);
  // What was pending has been paid out: nobody has less.
  const after = stakes(ctx);
  for (const [key, alpha] of before) expect(after.get(key)!, key).toBeGreaterThanOrEqual(alpha);
  expect(S.PendingEmission.get(ctx, FIRST) + S.PendingRootDivs.get(ctx, FIRST)).toBe(0n);
  for (const netuid of [0, FIRST]) expect(poolTao(ctx, netuid), `${netuid}`).toBe(S.SubnetTAO.get(ctx, netuid));
  expect(Balances.TotalIssuance.get(ctx) - issued).toBe(S.SubnetTAO.get(ctx, 0) + S.SubnetTAO.get(ctx, FIRST));
  // Everything that was read by default then is written down.
  expect([S.CommitRevealWeightsEnabled.get(ctx, FIRST), S.NetworkImmunityPeriod.get(ctx)]).toEqual([false, 50_400n]);
  const reserve = S.SubnetTAO.get(ctx, FIRST);
  run(ctx, 30);
  expect(S.SubnetTAO.get(ctx, FIRST)).toBeGreaterThan(reserve);
  const staked = after.get(`${ALICE} ${ALICE} ${FIRST}`)!;
  call(ctx, 'SubtensorModule', 'remove_stake', { hotkey: ALICE, netuid: FIRST, amount_unstaked: staked / 2n });
  call(ctx, 'SubtensorModule', 'remove_stake', { hotkey: ALICE, netuid: 0, amount_unstaked: 1_000_000_000_000n });
});

test('from June to May: stakes stay to the last unit, no TAO stands on pool accounts, root is paid in TAO', () => {
  const ctx = chain({ ...RULES_OF_JUNE_2026, governance: true }, adjustToDevPreset);
  call(ctx, 'SubtensorModule', 'add_stake', { hotkey: ALICE, netuid: FIRST, amount_staked: 50_000_000_000n });
  run(ctx, 30);
  RULE_SETS.June2026.leave(ctx);
  const before = stakes(ctx);
  const surplus = surplusOf(ctx);
  change(ctx, RULES_OF_MAY_2025);
  const after = stakes(ctx);
  // A second settlement pays nothing, for nothing is pending.
  expect(after).toEqual(before);
  expect(poolTao(ctx, FIRST)).toBe(surplus);
  expect(S.Rank.get(ctx, FIRST)).toHaveLength(S.SubnetworkN.get(ctx, FIRST));
  run(ctx, 30);
  const dividends = S.TaoDividendsPerSubnet.entries(ctx, FIRST).map(([, rao]) => rao);
  expect(dividends.some((rao) => rao > 0n)).toBe(true);
  call(ctx, 'SubtensorModule', 'remove_stake', { hotkey: ALICE, netuid: FIRST, amount_unstaked: after.get(`${ALICE} ${ALICE} ${FIRST}`)! / 2n });
});

test('there and back: accounts hold what pools held, epochs go on', () => {
  const ctx = chain({ ...RULES_OF_JUNE_2026, governance: true }, adjustToDevPreset);
  run(ctx, 12);
  const index = S.SubnetEpochIndex.get(ctx, FIRST);
  const surplus = surplusOf(ctx);
  change(ctx, RULES_OF_MAY_2025);
  run(ctx, 12);
  change(ctx, { ...RULES_OF_JUNE_2026, governance: true });
  expect(surplusOf(ctx)).toBe(surplus);
  run(ctx, 25);
  expect(S.SubnetEpochIndex.get(ctx, FIRST)).toBeGreaterThan(index);
});

test('a kind of pool that a rule set does not know is refused, and so is no change', () => {
  const ctx = chain({ ...RULES_OF_JUNE_2026, governance: true }, adjustToDevPreset);
  const refusalOf = (switches: Switches): string => {
    const done = ctx.dispatch({ type: 'Rules', value: { type: 'set_rules', value: { switches } } }, ROOT);
    return done.ok ? 'Ok' : done.refusal.name;
  };
  expect(refusalOf({ ...RULES_OF_MAY_2025, pool: 'Weighted' })).toBe('Rules.PoolDoesNotFitRules');
  expect(refusalOf(activeRules(ctx))).toBe('Rules.NothingChanges');
});
