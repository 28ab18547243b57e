/** Locked stake. */

import { ROOT, type BlockCtx } from '@taonet/frame';
import { U64F64 } from '@taonet/primitives';
import { doLockStake } from '../../../src/pallets/subtensor/locks/lockStake.ts';
import { S } from '../../../src/pallets/subtensor/pallet.ts';
import type { Provocation } from '../provoke.ts';
import { all, COLDKEY, HOTKEY, NETUID, OTHER_COLDKEY, OTHER_HOTKEY, TAO } from './scenery.ts';
import { hotkeys, OTHER_NETUID, row, staker, subnets } from './stage.ts';

/** The coldkey's 60 of 100 alpha are locked to her hotkey. */
const locked = all(staker, (ctx) => doLockStake(ctx, { coldkey: COLDKEY, hotkey: HOTKEY, netuid: NETUID }, 60n * TAO));
const lockOf = (coldkey: string, hotkey: string) => (ctx: BlockCtx): void =>
  S.Lock.set(ctx, coldkey, NETUID, hotkey, { locked_mass: TAO, conviction: U64F64.zero, last_update: 1_000n });

const lock = { hotkey: HOTKEY, netuid: NETUID, amount: TAO };
const transfer = { destination_coldkey: OTHER_COLDKEY, hotkey: HOTKEY, origin_netuid: NETUID, destination_netuid: NETUID, alpha_amount: 50n * TAO };

export const rows: readonly Provocation[] = [
  row('StakeUnavailable', { coldkey: COLDKEY, netuid: NETUID, actual: 40n * TAO, required: 41n * TAO }, 'remove_stake', { hotkey: HOTKEY, netuid: NETUID, amount_unstaked: 41n * TAO }, { because: 'unstaking', arrange: locked }),
  row('StakeUnavailable', { coldkey: COLDKEY, netuid: NETUID, actual: 40n * TAO, required: 41n * TAO }, 'recycle_alpha', { ...lock, amount: 41n * TAO }, { because: 'recycling', arrange: locked }),
  row('StakeUnavailable', { coldkey: COLDKEY, netuid: NETUID, actual: 40n * TAO, required: 41n * TAO }, 'swap_stake', { hotkey: HOTKEY, origin_netuid: NETUID, destination_netuid: OTHER_NETUID, alpha_amount: 41n * TAO }, {
    because: 'moving it to another subnet', arrange: locked,
  }),
  row('LockHotkeyMismatch', { coldkey: COLDKEY, netuid: NETUID, actual: OTHER_HOTKEY, required: HOTKEY }, 'lock_stake', { ...lock, hotkey: OTHER_HOTKEY }, { because: 'locking to a second hotkey', arrange: locked }),
  row('LockHotkeyMismatch', { coldkey: OTHER_COLDKEY, netuid: NETUID, actual: HOTKEY, required: OTHER_HOTKEY }, 'transfer_stake', transfer, {
    because: 'who gets the stake has locked to another hotkey', arrange: all(locked, lockOf(OTHER_COLDKEY, OTHER_HOTKEY)),
  }),
  row('InsufficientStakeForLock', { coldkey: COLDKEY, netuid: NETUID, actual: 100n * TAO, required: 101n * TAO }, 'lock_stake', { ...lock, amount: 101n * TAO }, { arrange: staker }),
  row('InsufficientStakeForLock', { coldkey: COLDKEY, netuid: NETUID, actual: 100n * TAO, required: 101n * TAO }, 'lock_stake', { ...lock, amount: 41n * TAO }, { because: 'together with the lock there is', arrange: locked }),
  row('NoExistingLock', { coldkey: COLDKEY, netuid: NETUID }, 'move_lock', { destination_hotkey: HOTKEY, netuid: NETUID }, { arrange: staker }),
  row('AccountRejectsLockedAlpha', { coldkey: OTHER_COLDKEY, actual: 10n * TAO, required: 0n }, 'transfer_stake', transfer, { arrange: locked }),
  row('ActiveLockExists', { coldkey: OTHER_COLDKEY, netuid: NETUID, hotkey: HOTKEY, actual: TAO, required: 0n }, 'swap_coldkey', { old_coldkey: COLDKEY, new_coldkey: OTHER_COLDKEY, swap_cost: 0n }, {
    origin: ROOT, arrange: all(subnets, hotkeys, lockOf(OTHER_COLDKEY, HOTKEY)),
  }),
];
