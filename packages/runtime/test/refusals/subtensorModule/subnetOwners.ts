/** Subnets and what their owners do with them; who registers on them. */

import { ROOT } from '@taonet/frame';
import { hexToBytes, utf8ToBytes } from '@taonet/primitives';
import { S } from '../../../src/pallets/subtensor/pallet.ts';
import type { Provocation } from '../provoke.ts';
import { all, COLDKEY, HOTKEY, NETUID, NOWHERE, OTHER_HOTKEY, TAO } from './scenery.ts';
import { admin, hotkeys, neuron, OTHER_NETUID, rich, row, subnets, SYSTEM_ACCOUNT } from './stage.ts';

const byOwner = { arrange: subnets };
const symbol = utf8ToBytes('β');
const register = { netuid: NETUID, hotkey: HOTKEY };

export const rows: readonly Provocation[] = [
  row('SubnetNotExists', { netuid: NOWHERE }, 'start_call', { netuid: NOWHERE }, { because: 'starting' }),
  row('SubnetNotExists', { netuid: NOWHERE }, 'burned_register', { ...register, netuid: NOWHERE }, { because: 'registering' }),
  row('SubnetNotExists', { netuid: NOWHERE }, 'register_limit', { ...register, netuid: NOWHERE, limit_price: 1n }, { because: 'registering up to a price' }),
  row('SubnetNotExists', { netuid: NOWHERE }, 'set_children', { ...register, netuid: NOWHERE, children: [] }, { because: 'naming children' }),
  row('SubnetNotExists', { netuid: NOWHERE }, 'set_coldkey_auto_stake_hotkey', { ...register, netuid: NOWHERE }, { because: 'staking of itself' }),
  row('SubnetNotExists', { netuid: 0 }, 'root_dissolve_network', { netuid: 0 }, { because: 'root is not dissolved', origin: ROOT, arrange: subnets }),
  row('SubnetNotExists', { netuid: NOWHERE }, '', {}, { because: 'naming the owner\'s hotkey', origin: ROOT, call: admin('sudo_set_sn_owner_hotkey', { netuid: NOWHERE, hotkey: HOTKEY }) }),

  row('FirstEmissionBlockNumberAlreadySet', { netuid: NETUID, actual: 77n }, 'start_call', { netuid: NETUID }, { ...byOwner, arrange: all(subnets, (ctx) => S.FirstEmissionBlockNumber.set(ctx, NETUID, 77n)) }),
  row('NeedWaitingMoreBlocksToStarCall', { netuid: NETUID, actual: 1_000n, required: 1_001n }, 'start_call', { netuid: NETUID }, {
    ...byOwner,
    arrange: all(subnets, (ctx) => {
      S.NetworkRegisteredAt.set(ctx, NETUID, 1n);
      S.StartCallDelay.set(ctx, 1_000n);
    }),
  }),
  row('SymbolDoesNotExist', { symbol: 'ff' }, 'update_symbol', { netuid: NETUID, symbol: hexToBytes('ff') }, byOwner),
  row('SymbolAlreadyInUse', { symbol: 'ceb2' }, 'update_symbol', { netuid: NETUID, symbol }, { ...byOwner, arrange: all(subnets, (ctx) => S.TokenSymbol.set(ctx, OTHER_NETUID, symbol)) }),

  row('SubnetLimitReached', { actual: 2, required: 1 }, 'register_network', { hotkey: HOTKEY }, { because: 'all subnets are immune', arrange: all(subnets, (ctx) => S.SubnetLimit.set(ctx, 2)) }),
  row('CannotAffordLockCost', { coldkey: COLDKEY, actual: 10n * TAO, required: 1_000n * TAO }, 'register_network', { hotkey: HOTKEY }, { arrange: rich }),
  row('CannotUseSystemAccount', { hotkey: SYSTEM_ACCOUNT }, 'register_network', { hotkey: SYSTEM_ACCOUNT }, { because: 'creating a subnet' }),
  row('CannotUseSystemAccount', { hotkey: SYSTEM_ACCOUNT }, 'burned_register', { netuid: NETUID, hotkey: SYSTEM_ACCOUNT }, { because: 'registering', arrange: all(subnets, rich) }),
  row('CannotUseSystemAccount', { hotkey: SYSTEM_ACCOUNT }, '', {}, { because: 'naming the owner\'s hotkey', arrange: subnets, origin: ROOT, call: admin('sudo_set_sn_owner_hotkey', { netuid: NETUID, hotkey: SYSTEM_ACCOUNT }) }),
  row('CannotUseSystemAccount', { hotkey: SYSTEM_ACCOUNT }, 'swap_hotkey', { hotkey: HOTKEY, new_hotkey: SYSTEM_ACCOUNT, netuid: undefined }, { because: 'as new hotkey', arrange: all(subnets, rich, hotkeys) }),
  row('RegistrationPriceLimitExceeded', { netuid: NETUID, actual: TAO, required: TAO - 1n }, 'register_limit', { ...register, limit_price: TAO - 1n }, { arrange: all(subnets, rich, (ctx) => S.Burn.set(ctx, NETUID, TAO)) }),

  row('SameAutoStakeHotkeyAlreadySet', { coldkey: COLDKEY, netuid: NETUID, hotkey: HOTKEY }, 'set_coldkey_auto_stake_hotkey', register, { arrange: all(subnets, neuron, (ctx) => S.AutoStakeDestination.set(ctx, COLDKEY, NETUID, HOTKEY)) }),
  row('ChildParentInconsistency', { hotkey: OTHER_HOTKEY }, 'set_children', { ...register, children: [[1n, OTHER_HOTKEY]] }, {
    arrange: all(subnets, hotkeys, (ctx) => S.ParentKeys.set(ctx, HOTKEY, NETUID, [[1n, OTHER_HOTKEY]])),
  }),
];
