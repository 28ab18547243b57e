import fc from 'fast-check';
import { signed, type BlockCtx } from '@taonet/frame';
import { utf8ToBytes } from '@taonet/primitives';
import { describe, expect, it } from 'vitest';
import { apis, callApi, type ApiName } from '../../../../src/apis/callApi.ts';
import type { ViewCtx } from '../../../../src/apis/viewCtx.ts';
import { accountChanges } from '../../../../src/inspect/accountChanges.ts';
import { S as System } from '../../../../src/pallets/system/pallet.ts';
import { shouldRunEpoch } from '../../../../src/rules/may2025/coinbase/epochSchedule.ts';
import { S } from '../../../../src/rules/may2025/pallet.ts';
import { getNetworkLockCost } from '../../../../src/rules/may2025/registration/lockCost.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyAndColdkeyOnSubnet } from '../../../../src/rules/may2025/staking/sharePools.ts';
import { account } from '../../../createTestCtx.ts';
import { call, eventsOf } from '../../../pallets/createBlockCtx.ts';
import { createMay2025Ctx } from '../createMay2025Ctx.ts';

const TAO = 1_000_000_000n;
const [OWNER, NOMINATOR, HOTKEY, OTHER] = [1, 2, 3, 4].map(account) as [string, string, string, string];
const NETUID = 1;

/** Subnet 1 with a pool of 1,000 TAO and 4,000 alpha, two neurons, two stakers; 10 TAO in the nominator's purse. */
function createChain(): BlockCtx {
  const ctx = createMay2025Ctx(OWNER, NOMINATOR);
  for (const netuid of [0, NETUID]) {
    S.NetworksAdded.set(ctx, netuid, true);
    S.SubtokenEnabled.set(ctx, netuid, true);
  }
  S.SubnetMechanism.set(ctx, NETUID, 1);
  S.SubnetTAO.set(ctx, NETUID, 1_000n * TAO);
  S.SubnetAlphaIn.set(ctx, NETUID, 4_000n * TAO);
  S.SubnetworkN.set(ctx, NETUID, 2);
  S.Tempo.set(ctx, NETUID, 99);
  [HOTKEY, OTHER].forEach((hotkey, uid) => {
    S.Keys.set(ctx, NETUID, uid, hotkey);
    S.Uids.set(ctx, NETUID, hotkey, uid);
    S.IsNetworkMember.set(ctx, hotkey, NETUID, true);
    S.Owner.set(ctx, hotkey, OWNER);
  });
  S.Delegates.set(ctx, HOTKEY, 11_796);
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: HOTKEY, coldkey: OWNER, netuid: NETUID }, 700n * TAO);
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: HOTKEY, coldkey: NOMINATOR, netuid: NETUID }, 301n * TAO);
  return ctx;
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const viewOf = ({ state, crypto, build }: BlockCtx): ViewCtx => ({ state, crypto, build, metadataAt: () => undefined });

/** What the API answers; it fits on the wire. */
function ask<T>(ctx: BlockCtx, name: ApiName, args: object): T {
  return (apis[name].run as (view: ViewCtx, args: object) => T)(viewOf(ctx), args);
}

describe('what is shown of a chain under the rules of May 2025', () => {
  it('stake, by the shares of that time, and what it earned in TAO', () => {
    const ctx = createChain();
    S.TaoDividendsPerSubnet.set(ctx, NETUID, HOTKEY, 77n);
    S.AlphaDividendsPerSubnet.set(ctx, NETUID, HOTKEY, 88n);
    const [info] = ask<{ stake: bigint; tao_emission: bigint; emission: bigint; is_registered: boolean }[]>(ctx, 'StakeInfoRuntimeApi_get_stake_info_for_coldkey', { coldkey_account: NOMINATOR });
    expect(info).toMatchObject({ hotkey: HOTKEY, netuid: NETUID, emission: 88n, tao_emission: 77n, is_registered: true });
    expect(info!.stake).toBe(getStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: HOTKEY, coldkey: NOMINATOR, netuid: NETUID }));
    expect(ask(ctx, 'StakeInfoRuntimeApi_get_stake_availability_for_coldkeys', { coldkey_accounts: [NOMINATOR], netuids: undefined }))
      .toEqual([[NOMINATOR, [[NETUID, { total: info!.stake, locked: 0n, available: info!.stake }]]]]);
  });

  it('who nominates, by account', () => {
    const ctx = createChain();
    const { nominators } = ask<{ nominators: [string, [number, bigint][]][] }>(ctx, 'DelegateInfoRuntimeApi_get_delegate', { delegate_account: HOTKEY });
    expect(nominators.map(([coldkey, stakes]) => [coldkey, stakes[0]])).toEqual(
      [OWNER, NOMINATOR].map((coldkey) => [coldkey, [NETUID, getStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: HOTKEY, coldkey, netuid: NETUID })]]));
    const delegated = ask<[object, [number, bigint]][]>(ctx, 'DelegateInfoRuntimeApi_get_delegated', { delegatee_account: NOMINATOR });
    expect(delegated.map(([, stake]) => stake)).toEqual([[NETUID, getStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: HOTKEY, coldkey: NOMINATOR, netuid: NETUID })]]);
  });

  it('ranks, trust and pruning scores, which are no more', () => {
    const ctx = createChain();
    S.Rank.set(ctx, NETUID, [10, 20]);
    S.Trust.set(ctx, NETUID, [30, 40]);
    S.PruningScores.set(ctx, NETUID, [50]);
    expect(ask(ctx, 'SubnetInfoRuntimeApi_get_metagraph', { netuid: NETUID })).toMatchObject({ rank: [10, 20], trust: [30, 40], pruning_score: [50] });
    expect(ask(ctx, 'SubnetInfoRuntimeApi_get_subnet_state', { netuid: NETUID })).toMatchObject({ rank: [10, 20], trust: [30, 40], pruning_score: [50] });
    const rows = [{ uid: 0, rank: 10, trust: 30, pruning_score: 50 }, { uid: 1, rank: 20, trust: 40, pruning_score: 65_535 }];
    for (const name of ['get_neurons', 'get_neurons_lite'] as const) expect(ask(ctx, `NeuronInfoRuntimeApi_${name}`, { netuid: NETUID })).toMatchObject(rows);
  });

  it('what is pending, in the two heaps of that time', () => {
    const ctx = createChain();
    S.PendingEmission.set(ctx, NETUID, 5n);
    S.PendingRootDivs.set(ctx, NETUID, 6n);
    for (const name of ['get_metagraph', 'get_dynamic_info'] as const) {
      expect(ask(ctx, `SubnetInfoRuntimeApi_${name}`, { netuid: NETUID })).toMatchObject({ pending_alpha_emission: 5n, pending_root_emission: 6n });
    }
  });

  it('identities without a logo, and the names in them', () => {
    const ctx = createChain();
    const dynamic = () => ask<{ subnet_name: number[]; subnet_identity?: object }>(ctx, 'SubnetInfoRuntimeApi_get_dynamic_info', { netuid: NETUID });
    expect(textOf(Uint8Array.from(dynamic().subnet_name))).toBe('apex');
    const text = utf8ToBytes('lighthouse');
    S.SubnetIdentitiesV2.set(ctx, NETUID, { subnet_name: text, github_repo: text, subnet_contact: text, subnet_url: text, discord: text, description: text, additional: text });
    expect(textOf(Uint8Array.from(dynamic().subnet_name))).toBe('lighthouse');
    expect(dynamic().subnet_identity).toMatchObject({ github_repo: text, logo_url: new Uint8Array() });
    expect(ask(ctx, 'SubnetInfoRuntimeApi_get_subnet_info_v2', { netuid: NETUID })).toMatchObject({ identity: { subnet_name: text } });
  });

  it('hyperparameters that meant something, with what they were where nobody set them', () => {
    const ctx = createChain();
    S.ActivityCutoff.set(ctx, NETUID, 5_000);
    const list = ask<{ name: Uint8Array; value: { value: unknown } }[]>(ctx, 'SubnetInfoRuntimeApi_get_subnet_hyperparams_v3', { netuid: NETUID });
    const values = Object.fromEntries(list.map(({ name, value }) => [textOf(name), value.value]));
    expect(values).toMatchObject({ activity_cutoff: 5_000n, max_weights_limit: 1_000, difficulty: S.Difficulty.get(ctx, NETUID), registration_allowed: false });
    expect(Object.keys(values)).toEqual(expect.arrayContaining(['rho', 'adjustment_interval', 'adjustment_alpha', 'min_difficulty', 'max_difficulty']));
    for (const later of ['activity_cutoff_factor', 'burn_half_life', 'burn_increase_mult', 'owner_cut_enabled']) expect(values).not.toHaveProperty(later);
    const fixed = ask<Record<string, unknown>>(ctx, 'SubnetInfoRuntimeApi_get_subnet_hyperparams', { netuid: NETUID });
    for (const name of Object.keys(fixed)) expect([name, fixed[name]]).toEqual([name, values[name]]);
  });

  it('the fee of stake orders', () => {
    const ctx = createChain();
    const fee = (origin: unknown, destination: unknown, amount: bigint): bigint => ask(ctx, 'StakeInfoRuntimeApi_get_stake_fee', {
      origin, origin_coldkey_account: OWNER, destination, destination_coldkey_account: OWNER, amount,
    });
    const [here, root] = [[HOTKEY, NETUID], [HOTKEY, 0]];
    expect(fee(undefined, here, 5n * TAO)).toBe(50_000n);
    expect(fee(root, here, 5n * TAO)).toBe(50_000n);
    expect(fee(here, [OTHER, NETUID], 5n * TAO)).toBe(50_000n);
    // 400 alpha bring 1000 − 1000 · 4000 ÷ 4400 = 90.909090909 TAO; 0.00005 of that, cut to 214748 ÷ 2³²
    expect(fee(here, undefined, 400n * TAO)).toBe((90_909_090_909n * 214_748n) >> 32n);
    S.AlphaDividendsPerSubnet.set(ctx, NETUID, HOTKEY, 1n * TAO);
    S.TotalHotkeyAlphaLastEpoch.set(ctx, HOTKEY, NETUID, 1_000n * TAO);
    // A thousandth, cut to 2⁻³²: 4294967 ÷ 2³²
    expect(fee(here, root, 400n * TAO)).toBe((90_909_090_909n * 4_294_967n) >> 32n);
  });

  it('what an order would bring is what it brings', () => {
    fc.assert(fc.property(fc.bigInt(550_000n, 9n * TAO), fc.bigInt(10n * TAO, 300n * TAO), (tao, alpha) => {
      const buying = createChain();
      const bought = ask<{ alpha_amount: bigint; tao_amount: bigint; tao_fee: bigint }>(buying, 'SwapRuntimeApi_sim_swap_tao_for_alpha', { netuid: NETUID, tao });
      const added = eventsOf(buying, () => { buying.dispatch(call('SubtensorModule', 'add_stake', { hotkey: HOTKEY, netuid: NETUID, amount_staked: tao }), signed(NOMINATOR)); });
      const stakeAdded = added.find(({ name }) => name === 'SubtensorModule.StakeAdded')!.fields as unknown[];
      expect(stakeAdded.slice(2)).toEqual([bought.tao_amount, expect.anything(), NETUID, bought.tao_fee]);
      // The shares may give a rao or two less than what was bought.
      expect(bought.alpha_amount - (stakeAdded[3] as bigint)).toBeLessThanOrEqual(2n);

      const selling = createChain();
      const sold = ask<{ tao_amount: bigint; alpha_fee: bigint; tao_fee: bigint }>(selling, 'SwapRuntimeApi_sim_swap_alpha_for_tao', { netuid: NETUID, alpha });
      const removed = eventsOf(selling, () => { selling.dispatch(call('SubtensorModule', 'remove_stake', { hotkey: HOTKEY, netuid: NETUID, amount_unstaked: alpha }), signed(NOMINATOR)); });
      const [, , got, , , fee] = removed.find(({ name }) => name === 'SubtensorModule.StakeRemoved')!.fields as [string, string, bigint, bigint, number, bigint];
      const apart = sold.tao_amount - got;
      expect(apart >= -2n && apart <= 2n).toBe(true);
      expect([sold.alpha_fee, sold.tao_fee - fee >= -1n && sold.tao_fee - fee <= 1n]).toEqual([0n, true]);
    }), { numRuns: 40 });
  });

  it('prices, and nothing for a swap that the pool is too small for', () => {
    const ctx = createChain();
    expect(ask(ctx, 'SwapRuntimeApi_current_alpha_price', { netuid: NETUID })).toBe(TAO / 4n);
    expect(ask(ctx, 'SwapRuntimeApi_current_alpha_price', { netuid: 0 })).toBe(TAO);
    const nothing = { tao_amount: 0n, alpha_amount: 0n, tao_fee: 0n, alpha_fee: 0n };
    expect(ask(ctx, 'SwapRuntimeApi_sim_swap_alpha_for_tao', { netuid: NETUID, alpha: 10n ** 18n })).toMatchObject(nothing);
    expect(ask(ctx, 'SwapRuntimeApi_sim_swap_tao_for_alpha', { netuid: 9, tao: TAO })).toMatchObject(nothing);
    // On root one alpha is one TAO, less the fee.
    expect(ask(ctx, 'SwapRuntimeApi_sim_swap_tao_for_alpha', { netuid: 0, tao: TAO })).toMatchObject({ alpha_amount: TAO - 50_000n, tao_fee: 50_000n });
  });

  it('the block of the next epoch', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 5_000 }), (tempo, block) => {
      const ctx = createChain();
      S.Tempo.set(ctx, NETUID, tempo);
      System.Number.set(ctx, block);
      const next = ask<bigint>(ctx, 'SubnetInfoRuntimeApi_get_next_epoch_start_block', { netuid: NETUID });
      const due = Array.from({ length: tempo + 1 }, (_, i) => BigInt(block + 1 + i)).find((at) => shouldRunEpoch(ctx, NETUID, at));
      expect(next).toBe(due);
    }), { numRuns: 60 });
    const ctx = createChain();
    S.Tempo.set(ctx, NETUID, 0);
    expect(ask(ctx, 'SubnetInfoRuntimeApi_get_next_epoch_start_block', { netuid: NETUID })).toBeUndefined();
  });

  it('what a subnet costs, and that none gives way', () => {
    const ctx = createChain();
    S.NetworkLastLockCost.set(ctx, 2_000n * TAO);
    S.NetworkLastRegistered.set(ctx, 900n);
    expect(ask(ctx, 'SubnetRegistrationRuntimeApi_get_network_registration_cost', {})).toBe(getNetworkLockCost(ctx));
    expect(ask(ctx, 'SubnetInfoRuntimeApi_get_subnet_to_prune', {})).toBeUndefined();
  });

  it('all of it fits on the wire of today', () => {
    const ctx = createChain();
    for (const name of ['get_all_metagraphs', 'get_all_dynamic_info', 'get_subnets_info', 'get_subnets_info_v2', 'get_all_mechagraphs']) {
      expect(callApi(viewOf(ctx), `SubnetInfoRuntimeApi_${name}`, new Uint8Array())).toBeInstanceOf(Uint8Array);
    }
    const netuid = Uint8Array.of(NETUID, 0);
    for (const name of ['get_metagraph', 'get_subnet_state', 'get_dynamic_info', 'get_subnet_hyperparams', 'get_subnet_hyperparams_v2', 'get_subnet_hyperparams_v3']) {
      expect(callApi(viewOf(ctx), `SubnetInfoRuntimeApi_${name}`, netuid)).toBeInstanceOf(Uint8Array);
    }
  });

  it('what a call did to people\'s stake', () => {
    const before = createChain();
    const after = createChain();
    expect(after.dispatch(call('SubtensorModule', 'add_stake', { hotkey: HOTKEY, netuid: NETUID, amount_staked: TAO }), signed(NOMINATOR)).ok).toBe(true);
    const stake = accountChanges(before, after).find(({ kind, account: who }) => kind === 'stake' && who === NOMINATOR)!;
    expect(stake.after - stake.before).toBe(getStakeForHotkeyAndColdkeyOnSubnet(after, { hotkey: HOTKEY, coldkey: NOMINATOR, netuid: NETUID }) - getStakeForHotkeyAndColdkeyOnSubnet(before, { hotkey: HOTKEY, coldkey: NOMINATOR, netuid: NETUID }));
  });
});
