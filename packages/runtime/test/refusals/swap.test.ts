import { swap } from '@taonet/abi';
import { ROOT, signed, type BlockCtx } from '@taonet/frame';
import { RAO_PER_TAO } from '@taonet/primitives';
import { mintInto } from '../../src/pallets/balances/issue.ts';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { call } from '../pallets/createBlockCtx.ts';
import { describeRefusals, type Provocation } from './provoke.ts';

const NETUID = 1;
const ALICE = 'a1'.repeat(32);
const HOTKEY = 'b2'.repeat(32);

const subnet = (ctx: BlockCtx): void => S.NetworksAdded.set(ctx, NETUID, true);

/** Alice has 10 TAO; alpha costs half a TAO on a subnet that trades and takes neurons for 1 TAO. */
function pool(tao: bigint, alpha: bigint): (ctx: BlockCtx) => void {
  return (ctx) => {
    subnet(ctx);
    S.SubtokenEnabled.set(ctx, NETUID, true);
    S.NetworkRegistrationAllowed.set(ctx, NETUID, true);
    S.SubnetMechanism.set(ctx, NETUID, 1);
    S.SubnetTAO.set(ctx, NETUID, tao);
    S.SubnetAlphaIn.set(ctx, NETUID, alpha);
    S.Burn.set(ctx, NETUID, RAO_PER_TAO);
    mintInto(ctx, ALICE, 10n * RAO_PER_TAO);
  };
}

const stakeUpTo = (limit_price: bigint) =>
  call('SubtensorModule', 'add_stake_limit', { hotkey: HOTKEY, netuid: NETUID, amount_staked: RAO_PER_TAO, limit_price, allow_partial: false });
const register = call('SubtensorModule', 'burned_register', { netuid: NETUID, hotkey: HOTKEY });
const retired = (name: string, args: object): Provocation => ({ error: 'Swap.Deprecated', because: name, origin: signed(ALICE), call: call('Swap', name, args), facts: { call: name } });
const position = { hotkey: HOTKEY, netuid: NETUID, position_id: 1n };

const rows: readonly Provocation[] = [
  { error: 'Swap.MechanismDoesNotExist', origin: ROOT, call: call('Swap', 'set_fee_rate', { netuid: NETUID, rate: 1 }), facts: { netuid: NETUID } },
  { error: 'Swap.FeeRateTooHigh', arrange: subnet, origin: ROOT, call: call('Swap', 'set_fee_rate', { netuid: NETUID, rate: 65_535 }), facts: { actual: 65_535, required: 10_000 } },
  {
    error: 'Swap.PriceLimitExceeded', because: 'the price is above the limit', arrange: pool(100n * RAO_PER_TAO, 200n * RAO_PER_TAO),
    origin: signed(ALICE), call: stakeUpTo(400_000_000n), facts: { netuid: NETUID, direction: 'buy', actual: 500_000_000n, required: 399_999_999n },
  },
  {
    error: 'Swap.ReservesTooLow', because: 'hardly any alpha is left', arrange: pool(100n * RAO_PER_TAO, 999_999n),
    origin: signed(ALICE), call: stakeUpTo(400_000_000n), facts: { netuid: NETUID, actual: 999_999n, required: 1_000_000n },
  },
  {
    error: 'Swap.SwapInputTooLarge', because: 'the price of a neuron exceeds the thousandfold of the pool', arrange: pool(999_000n, 200n * RAO_PER_TAO),
    origin: signed(ALICE), call: register, facts: { netuid: NETUID, actual: 999_496_453n, required: 999_000_000n },
  },
  retired('add_liquidity', { hotkey: HOTKEY, netuid: NETUID, tick_low: 0, tick_high: 1, liquidity: 1n }),
  retired('remove_liquidity', position),
  retired('modify_position', { ...position, liquidity_delta: 1n }),
  retired('toggle_user_liquidity', { netuid: NETUID, enable: true }),
  retired('disable_lp', {}),
];

const CONCENTRATED = 'raised in pools of concentrated liquidity only, which upstream\'s builds do not have: pallets/swapConcentrated.test.ts';

describeRefusals('Swap', swap.errors, rows, {
  InsufficientInputAmount: 'declared and nowhere raised: pallets/swap names it in its list of errors only',
  InsufficientLiquidity: 'raised when more is paid out than the reserve holds; the paid part of a reserve is always below one, and a dry run is rolled back before',
  InsufficientBalance: CONCENTRATED,
  InvalidTickRange: CONCENTRATED,
  InvalidLiquidityValue: CONCENTRATED,
  SubtokenDisabled: CONCENTRATED,
  LiquidityNotFound: CONCENTRATED,
  MaxPositionsExceeded: CONCENTRATED,
  TooManySwapSteps: CONCENTRATED,
  UserLiquidityDisabled: CONCENTRATED,
  ReservesOutOfBalance: 'raised when a pool begins with a weight out of range; swaps begin with one half, and where emission gives a price the refusal is dropped',
});
