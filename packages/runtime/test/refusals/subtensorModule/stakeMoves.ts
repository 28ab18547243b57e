/** Stake that comes, goes and moves. */

import { mintInto } from '../../../src/pallets/balances/issue.ts';
import { S as System } from '../../../src/pallets/system/pallet.ts';
import { S } from '../../../src/pallets/subtensor/pallet.ts';
import { getSubnetAccountId } from '../../../src/pallets/subtensor/subnets/subnetwork.ts';
import type { Provocation } from '../provoke.ts';
import { all, COLDKEY, HOTKEY, NETUID, NOWHERE, OTHER_COLDKEY, OTHER_HOTKEY, stakes, TAO } from './scenery.ts';
import { hotkeys, OTHER_NETUID, rich, row, staker, subnets } from './stage.ts';

const add = { hotkey: HOTKEY, netuid: NETUID, amount_staked: TAO };
const remove = { hotkey: HOTKEY, netuid: NETUID, amount_unstaked: TAO };
const give = { hotkey: HOTKEY, netuid: NETUID, amount: TAO };
const move = { origin_hotkey: HOTKEY, destination_hotkey: HOTKEY, origin_netuid: NETUID, destination_netuid: OTHER_NETUID, alpha_amount: TAO };
const transfer = { destination_coldkey: OTHER_COLDKEY, hotkey: HOTKEY, origin_netuid: NETUID, destination_netuid: NETUID, alpha_amount: TAO };
const MIN_STAKE = 2_000_000n;

const to = (netuid: number) => ({ ...move, destination_netuid: netuid });

export const rows: readonly Provocation[] = [
  row('SubnetNotExists', { netuid: NOWHERE }, 'add_stake', { ...add, netuid: NOWHERE }, { because: 'staking' }),
  row('SubnetNotExists', { netuid: NOWHERE }, 'remove_stake_limit', { ...remove, netuid: NOWHERE, limit_price: 0n, allow_partial: true }, { because: 'unstaking' }),
  row('SubnetNotExists', { netuid: NOWHERE }, 'recycle_alpha', { ...give, netuid: NOWHERE }, { because: 'recycling' }),
  row('SubnetNotExists', { netuid: NOWHERE }, 'move_stake', to(NOWHERE), { because: 'moving stake', arrange: staker }),

  row('SubtokenDisabled', { netuid: NETUID }, 'add_stake', add, { because: 'staking', arrange: all(staker, (ctx) => S.SubtokenEnabled.set(ctx, NETUID, false)) }),
  row('SubtokenDisabled', { netuid: OTHER_NETUID }, 'move_stake', move, { because: 'moving stake', arrange: all(staker, (ctx) => S.SubtokenEnabled.set(ctx, OTHER_NETUID, false)) }),

  row('AmountTooLow', { netuid: NETUID, actual: MIN_STAKE, required: 2_001_007n }, 'add_stake', { ...add, amount_staked: MIN_STAKE }, { because: 'staking', arrange: staker }),
  row('AmountTooLow', { netuid: NETUID, actual: 0n, required: 1n }, 'remove_stake', remove, { because: 'unstaking without stake', arrange: all(subnets, rich, hotkeys) }),
  row('AmountTooLow', { netuid: NETUID, actual: 50n, required: MIN_STAKE }, 'remove_stake', { ...remove, amount_unstaked: 100n }, { because: 'unstaking little', arrange: staker }),
  row('AmountTooLow', { netuid: NETUID, actual: 50n, required: MIN_STAKE + 1n }, 'move_stake', { ...move, alpha_amount: 100n }, { because: 'moving little to another subnet', arrange: staker }),
  row('AmountTooLow', { netuid: NETUID, actual: 50n, required: MIN_STAKE }, 'transfer_stake', { ...transfer, alpha_amount: 100n }, { because: 'handing on little', arrange: staker }),
  row('AmountTooLow', { netuid: NETUID, actual: 0n, required: 1n }, 'lock_stake', { ...give, amount: 0n }, { because: 'locking nothing', arrange: staker }),
  row('AmountTooLow', { netuid: 0, actual: 0n, required: 1n }, 'unstake_all_alpha', { hotkey: HOTKEY }, { because: 'nothing to stake on root', arrange: all(subnets, rich, hotkeys) }),

  row('InsufficientLiquidity', { netuid: NETUID, actual: 1_000_001n * TAO, required: 1_000_000n * TAO }, 'add_stake', { ...add, amount_staked: 1_000_001n * TAO }, { because: 'more than the thousandfold', arrange: staker }),
  row('InsufficientLiquidity', { netuid: NETUID, swap: 'ReservesTooLow', actual: 999_999n, required: 1_000_000n }, 'add_stake', add, {
    because: 'an empty pool', arrange: all(staker, (ctx) => S.SubnetAlphaIn.set(ctx, NETUID, 999_999n)),
  }),
  row('InsufficientLiquidity', { netuid: NETUID, swap: 'ReservesTooLow', actual: 999_999n, required: 1_000_000n }, 'remove_stake', remove, {
    because: 'unstaking from an empty pool', arrange: all(staker, (ctx) => S.SubnetTAO.set(ctx, NETUID, 999_999n)),
  }),
  row('InsufficientLiquidity', { netuid: NETUID, actual: TAO, required: 999_000_000n }, 'remove_stake', remove, {
    because: 'unstaking more than the thousandfold', arrange: all(staker, (ctx) => S.SubnetAlphaIn.set(ctx, NETUID, 999_000n)),
  }),
  row('InsufficientLiquidity', { netuid: NETUID, actual: TAO - 1n, required: TAO }, 'recycle_alpha', give, {
    because: 'more than is in circulation', arrange: all(staker, (ctx) => S.SubnetAlphaOut.set(ctx, NETUID, TAO - 1n)),
  }),

  row('SlippageTooHigh', { netuid: NETUID, actual: TAO, required: 1_000_502n }, 'add_stake_limit', { ...add, limit_price: 500_001_000n, allow_partial: false }, { because: 'staking', arrange: staker }),
  row('SlippageTooHigh', { netuid: NETUID, actual: TAO, required: 2_001_010n }, 'remove_stake_limit', { ...remove, limit_price: 499_999_000n, allow_partial: false }, { because: 'unstaking', arrange: staker }),
  row('SlippageTooHigh', { netuid: NETUID, actual: TAO, required: 0n }, 'swap_stake_limit', { hotkey: HOTKEY, origin_netuid: NETUID, destination_netuid: OTHER_NETUID, alpha_amount: TAO, limit_price: 2n * TAO, allow_partial: false }, {
    because: 'between subnets', arrange: staker,
  }),

  row('TransferDisallowed', { netuid: NETUID }, 'transfer_stake', transfer, { arrange: all(staker, (ctx) => S.TransferToggle.set(ctx, NETUID, false)) }),
  row('TransferDisallowed', { netuid: OTHER_NETUID }, 'transfer_stake', { ...transfer, destination_netuid: OTHER_NETUID }, {
    because: 'where it goes to', arrange: all(staker, (ctx) => S.TransferToggle.set(ctx, OTHER_NETUID, false)),
  }),
  row('SameNetuid', { netuid: NETUID }, 'move_stake', to(NETUID), { arrange: staker }),
  row('CannotBurnOrRecycleOnRootSubnet', { netuid: 0 }, 'burn_alpha', { ...give, netuid: 0 }, { arrange: staker }),

  row('InsufficientBalance', { coldkey: COLDKEY, actual: 0n, required: 1n }, 'burned_register', { netuid: NETUID, hotkey: OTHER_HOTKEY }, {
    because: 'the account must live on',
    arrange: all(subnets, (ctx) => {
      S.Burn.set(ctx, NETUID, 400n);
      mintInto(ctx, COLDKEY, 500n);
    }),
  }),
  row('InsufficientBalance', { coldkey: COLDKEY, actual: 999_500n, required: 1_000_000n }, 'swap_hotkey', { hotkey: HOTKEY, new_hotkey: OTHER_COLDKEY, netuid: NETUID }, {
    because: 'the price of a swap is recycled', arrange: all(subnets, hotkeys, (ctx) => mintInto(ctx, COLDKEY, 1_000_000n), (ctx) => System.Number.set(ctx, 8_000)),
  }),
  row('InsufficientBalance', { actual: 0n, required: 499_498_602n }, 'remove_stake', remove, {
    because: 'the subnet\'s account is empty',
    arrange: all(staker, (ctx) => System.Account.remove(ctx, getSubnetAccountId(ctx, NETUID)!)),
  }),
  row('AmountTooLow', { netuid: NETUID, actual: 0n, required: 1n }, 'remove_stake_full_limit', { hotkey: HOTKEY, netuid: NETUID, limit_price: 1n }, { because: 'a position that is not there', arrange: all(subnets, rich, hotkeys, stakes(0n)) }),
];
