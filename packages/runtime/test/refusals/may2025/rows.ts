/** Calls that are refused under the rules of May 2025 in another way than today, or only there. */

import { ROOT, type BlockCtx } from '@taonet/frame';
import { hexToBytes } from '@taonet/primitives';
import { S } from '../../../src/rules/may2025/pallet.ts';
import { increaseStakeForHotkeyAndColdkeyOnSubnet } from '../../../src/rules/may2025/staking/sharePools.ts';
import { getCommitHash } from '../../../src/pallets/subtensor/weights/commitHash.ts';
import { createMay2025Ctx } from '../../rules/may2025/createMay2025Ctx.ts';
import type { Provocation } from '../provoke.ts';
import {
  all, COLDKEY, has, HOTKEY, hotkey, NETUID, NOWHERE, OTHER_COLDKEY, OTHER_HOTKEY, owns, seats, subnet, subtensor, TAO, THIRD_HOTKEY, type Step,
} from '../subtensorModule/scenery.ts';
import { admin, hotkeys, OTHER_NETUID, rich, row as today, subnets } from '../subtensorModule/stage.ts';

const row = (...args: Parameters<typeof today>): Provocation => ({ ...today(...args), chain: createMay2025Ctx });
const [ZEROS, ONES] = [new Uint8Array(32), new Uint8Array(32).fill(255)];

const work = { netuid: NETUID, block_number: 1_000n, nonce: 0n, work: ZEROS, hotkey: HOTKEY, coldkey: COLDKEY };
const takesWork: Step = all(subnet(), (ctx) => {
  S.NetworkPowRegistrationAllowed.set(ctx, NETUID, true);
  S.Difficulty.set(ctx, NETUID, 1_000n);
  S.TargetRegistrationsPerInterval.set(ctx, NETUID, 2);
});
const worker = { origin: hotkey, arrange: takesWork };

/** Some signature by the secret key 1. */
const SIGNATURE = hexToBytes('9ad021dce9c98181042e915a3beb1492832627fc93d15a972a0cc86529aa49885b3e28add2d2f432489ebefa86126e95a7bc11a9a9074cdabbdda7d389f62b1801');

const registrations: readonly Provocation[] = [
  row('SubNetworkDoesNotExist', { netuid: NOWHERE }, 'burned_register', { netuid: NOWHERE, hotkey: HOTKEY }, { because: 'buying a seat' }),
  row('SubNetworkDoesNotExist', { netuid: NOWHERE }, 'register', { ...work, netuid: NOWHERE }, { because: 'working for a seat', origin: hotkey }),
  row('SubNetworkDoesNotExist', { netuid: NOWHERE }, 'start_call', { netuid: NOWHERE }, { because: 'starting a subnet' }),
  row('SubNetworkDoesNotExist', { netuid: NOWHERE }, 'dissolve_network', { coldkey: COLDKEY, netuid: NOWHERE }, { because: 'dissolving a subnet', origin: ROOT }),
  row('SubNetworkDoesNotExist', { netuid: NOWHERE }, 'set_children', { hotkey: HOTKEY, netuid: NOWHERE, children: [] }, { because: 'children' }),
  row('SubNetworkDoesNotExist', { netuid: NOWHERE }, 'recycle_alpha', { hotkey: HOTKEY, netuid: NOWHERE, amount: TAO }, { because: 'recycling' }),
  row('TransactorAccountShouldBeHotKey', { actual: COLDKEY, required: HOTKEY }, 'register', work),
  row('InvalidWorkBlock', { actual: 1_001n, required: 1_000n }, 'register', { ...work, block_number: 1_001n }, { ...worker, because: 'a block to come' }),
  row('InvalidWorkBlock', { actual: 997n, required: 998n }, 'register', { ...work, block_number: 997n }, { ...worker, because: 'too old' }),
  row('InvalidDifficulty', { actual: `0x${'ff'.repeat(32)}`, required: 1_000n }, 'register', { ...work, work: ONES }, worker),
  row('InvalidSeal', { actual: `0x${'00'.repeat(32)}` }, 'register', work, { ...worker, because: 'of another block, nonce or hotkey' }),
  row('InvalidSeal', { actual: 31, required: 32 }, 'register', { ...work, work: ZEROS.slice(1) }, { ...worker, because: 'no hash' }),
  row('FaucetDisabled', { powFaucet: false }, 'faucet', { block_number: 1_000n, nonce: 0n, work: ZEROS }),
  row('ZeroBalanceAfterWithdrawn', { coldkey: COLDKEY, actual: 0n, required: 400n }, 'burned_register', { netuid: NETUID, hotkey: HOTKEY }, {
    because: 'the account must live on', arrange: all(subnets, has(500n), (ctx) => S.Burn.set(ctx, NETUID, 400n)),
  }),
  row('CallDisabled', { netuid: NETUID }, 'schedule_dissolve_network', { netuid: NETUID }, { because: 'dissolving later' }),
];

/** The signer's neuron is uid 0, a validator; three neurons; weights are open. */
const validator: Step = all(subnet(), seats(NETUID, HOTKEY, OTHER_HOTKEY, THIRD_HOTKEY), (ctx) => {
  S.ValidatorPermit.set(ctx, NETUID, [true, false, false]);
  S.WeightsSetRateLimit.set(ctx, NETUID, 0n);
  S.MinAllowedWeights.set(ctx, NETUID, 1);
  S.Tempo.set(ctx, NETUID, 99);
});
const sealed: Step = all(validator, (ctx) => S.CommitRevealWeightsEnabled.set(ctx, NETUID, true));
const weights = { uids: [0], values: [1], salt: [7], version_key: 0n };
const hashOf = (ctx: BlockCtx) => getCommitHash(ctx, HOTKEY, NETUID, { ...weights, versionKey: 0n });
/** Epochs have 100 blocks, and block 1,000 lies in the tenth: number 10, from block 998 on. */
const committed = (...blocks: readonly bigint[]): Step => all(sealed, (ctx) => S.WeightCommits.set(ctx, NETUID, HOTKEY, blocks.map((block) => [hashOf(ctx), block, 0n, 0n])));
const reveal = (salt: number[], arrange: Step): Partial<Provocation> => ({ origin: hotkey, arrange, call: subtensor('reveal_weights', { netuid: NETUID, ...weights, salt }) });
const commit = { netuid: NETUID, commit_hash: '00'.repeat(32) };

const weightSetting: readonly Provocation[] = [
  row('MaxWeightExceeded', { netuid: NETUID, uid: 0, required: 1_000 }, 'set_weights', { netuid: NETUID, dests: [1, 2], weights: [1, 1], version_key: 0n }, { origin: hotkey, arrange: validator }),
  row('NoWeightsCommitFound', { netuid: NETUID, hotkey: HOTKEY }, '', {}, reveal([7], sealed)),
  row('InvalidRevealCommitHashNotMatch', { netuid: NETUID, hotkey: HOTKEY, waiting: 1 }, '', {}, reveal([8], committed(950n))),
  row('RevealTooEarly', { netuid: NETUID, actual: 10n, required: 11n }, '', {}, reveal([7], committed(999n))),
  row('ExpiredWeightCommit', { netuid: NETUID, hotkey: HOTKEY }, '', {}, reveal([7], committed(850n))),
  row('TooManyUnrevealedCommits', { netuid: NETUID, hotkey: HOTKEY, actual: 10, required: 9 }, 'commit_weights', commit, { because: 'by hash', origin: hotkey, arrange: committed(...Array.from({ length: 10 }, () => 999n)) }),
  row('TooManyUnrevealedCommits', { netuid: NETUID, hotkey: HOTKEY, actual: 10, required: 9 }, 'commit_crv3_weights', { netuid: NETUID, commit: new Uint8Array(8), reveal_round: 5n }, {
    because: 'time-locked', origin: hotkey,
    arrange: all(sealed, (ctx) => S.CRV3WeightCommits.set(ctx, NETUID, 10n, Array.from({ length: 10 }, () => [HOTKEY, new Uint8Array(8), 5n]))),
  }),
  row('CommittingWeightsTooFast', { actual: 1_000n, required: 1_050n }, 'commit_weights', commit, {
    origin: hotkey,
    arrange: all(sealed, (ctx) => {
      S.WeightsSetRateLimit.set(ctx, NETUID, 100n);
      S.LastUpdate.set(ctx, NETUID, [950n, 0n, 0n]);
    }),
  }),
];

const ownerOf: Step = (ctx) => S.Delegates.set(ctx, HOTKEY, 500);
const liquid = (on: boolean): Step => all(subnet(), (ctx) => S.LiquidAlphaOn.set(ctx, NETUID, on));
const alphaValues = (low: number, high: number, error: string, facts: Provocation['facts'], on = true): Provocation =>
  row(error, facts, '', {}, { because: `${low} to ${high}`, arrange: liquid(on), call: admin('sudo_set_alpha_values', { netuid: NETUID, alpha_low: low, alpha_high: high }) });

const keys: readonly Provocation[] = [
  row('DelegateTxRateLimitExceeded', { hotkey: HOTKEY, actual: 1_000n, required: 216_901n }, 'increase_take', { hotkey: HOTKEY, take: 501 }, { arrange: all(owns(), ownerOf, (ctx) => S.LastTxBlockDelegateTake.set(ctx, HOTKEY, 900n)) }),
  row('HotKeySetTxRateLimitExceeded', { coldkey: COLDKEY, actual: 1_000n }, 'swap_hotkey', { hotkey: HOTKEY, new_hotkey: OTHER_HOTKEY, netuid: undefined }, { arrange: all(owns(), rich, (ctx) => S.LastTxBlock.set(ctx, COLDKEY, 900n)) }),
  row('CallDisabled', { netuid: NETUID, required: 'no netuid' }, 'swap_hotkey', { hotkey: HOTKEY, new_hotkey: OTHER_HOTKEY, netuid: NETUID }, { because: 'a hotkey on one subnet', arrange: all(owns(), rich) }),
  row('NotEnoughBalanceToPaySwapColdKey', { coldkey: COLDKEY, required: TAO / 10n }, 'schedule_swap_coldkey', { new_coldkey: OTHER_COLDKEY }, { arrange: has(1_000n) }),
  row('SwapAlreadyScheduled', { who: COLDKEY, actual: 1_000, required: 44_200 }, 'schedule_swap_coldkey', { new_coldkey: OTHER_COLDKEY }, { because: 'it waits', arrange: all(rich, (ctx) => S.ColdkeySwapScheduled.set(ctx, COLDKEY, [37_000, OTHER_COLDKEY])) }),
  row('SwapAlreadyScheduled', { who: COLDKEY, actual: 1_000, required: 1_001 }, 'schedule_swap_coldkey', { new_coldkey: OTHER_COLDKEY }, {
    because: 'its day is not over',
    arrange: all(rich, (ctx) => {
      S.ColdkeySwapScheduled.set(ctx, COLDKEY, [901, OTHER_COLDKEY]);
      S.ColdkeySwapRescheduleDuration.set(ctx, 100);
    }),
  }),
  row('FailedToSchedule', { who: COLDKEY, when: 1_000, because: 'Scheduler.TargetBlockNumberInPast' }, 'schedule_swap_coldkey', { new_coldkey: OTHER_COLDKEY }, { arrange: all(rich, (ctx) => S.ColdkeySwapScheduleDuration.set(ctx, 0)) }),
  row('NotSenateMember', { hotkey: HOTKEY }, 'vote', { hotkey: HOTKEY, proposal: '00'.repeat(32), index: 0, approve: true }, { arrange: owns() }),
  row('InvalidRecoveredPublicKey', { netuid: NETUID, hotkey: HOTKEY, required: '11'.repeat(20) }, 'associate_evm_key_of_hotkey', { netuid: NETUID, hotkey: HOTKEY, evm_key: '11'.repeat(20), block_number: 990n, signature: SIGNATURE }, { arrange: all(subnet(), owns(), seats(NETUID, HOTKEY)) }),
  row('CallDisabled', { netuid: NETUID, required: 'associate_evm_key_of_hotkey' }, 'associate_evm_key', { netuid: NETUID, evm_key: '11'.repeat(20), block_number: 990n, signature: SIGNATURE }, { because: 'today\'s call for an EVM key', origin: hotkey }),
  alphaValues(1, 60_000, 'LiquidAlphaDisabled', { netuid: NETUID, actual: 'off' }, false),
  alphaValues(1, 52_427, 'AlphaHighTooLow', { netuid: NETUID, actual: 52_427, required: 52_428 }),
  alphaValues(0, 60_000, 'AlphaLowOutOfRange', { netuid: NETUID, actual: 0, required: 1 }),
  alphaValues(52_428, 60_000, 'AlphaLowOutOfRange', { netuid: NETUID, actual: 52_428, required: 52_427 }),
];


/** 10 TAO free, 100 alpha staked on subnet 1, where one costs half a TAO. */
const staker: Step = all(subnets, rich, hotkeys, (ctx) => {
  for (const netuid of [NETUID, OTHER_NETUID]) S.SubnetAlphaOut.set(ctx, netuid, 100n * TAO);
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: HOTKEY, coldkey: COLDKEY, netuid: NETUID }, 100n * TAO);
});
const add = { hotkey: HOTKEY, netuid: NETUID, amount_staked: TAO };
const remove = { hotkey: HOTKEY, netuid: NETUID, amount_unstaked: TAO };
const between = { hotkey: HOTKEY, origin_netuid: NETUID, destination_netuid: OTHER_NETUID, alpha_amount: TAO };
const transfer = { ...between, destination_coldkey: OTHER_COLDKEY };

const stake: readonly Provocation[] = [
  row('AmountTooLow', { netuid: NETUID, actual: 549_999n, required: 550_000n }, 'add_stake', { ...add, amount_staked: 549_999n }, { because: 'staking: the minimum and the fee', arrange: staker }),
  row('AmountTooLow', { netuid: NETUID, actual: 499_999n, required: 500_001n }, 'remove_stake', { ...remove, amount_unstaked: 1_000_000n }, { because: 'unstaking', arrange: staker }),
  row('ZeroMaxStakeAmount', { netuid: NETUID, limitRao: 499_999_999n }, 'add_stake_limit', { ...add, limit_price: 499_999_999n, allow_partial: true }, { because: 'staking above the limit', arrange: staker }),
  row('ZeroMaxStakeAmount', { netuid: NETUID, limitRao: 500_000_000n }, 'remove_stake_limit', { ...remove, limit_price: 500_000_000n, allow_partial: true }, { because: 'unstaking below the limit', arrange: staker }),
  row('ZeroMaxStakeAmount', { originNetuid: NETUID, destinationNetuid: OTHER_NETUID, limitRao: 2n * TAO }, 'swap_stake_limit', { ...between, limit_price: 2n * TAO, allow_partial: true }, { because: 'moving below the limit', arrange: staker }),
  row('SlippageTooHigh', { netuid: NETUID, actual: TAO }, 'swap_stake_limit', { ...between, limit_price: 999_999_999n, allow_partial: false }, { because: 'moving', arrange: staker }),
  row('TransferDisallowed', { netuid: NETUID }, 'transfer_stake', transfer, { arrange: all(staker, (ctx) => S.TransferToggle.set(ctx, NETUID, false)) }),
  row('NotEnoughStakeToWithdraw', { netuid: NETUID, actual: 100n * TAO, required: 101n * TAO }, 'remove_stake', { ...remove, amount_unstaked: 101n * TAO }, { arrange: staker }),
];

export const rows: readonly Provocation[] = [...registrations, ...weightSetting, ...keys, ...stake];
