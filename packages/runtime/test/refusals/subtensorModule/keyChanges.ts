/** Coldkeys and hotkeys that are replaced, and the EVM key of a neuron. */

import type { BlockCtx } from '@taonet/frame';
import { hexToBytes } from '@taonet/primitives';
import { S as System } from '../../../src/pallets/system/pallet.ts';
import { S } from '../../../src/pallets/subtensor/pallet.ts';
import { call, id } from '../../pallets/createBlockCtx.ts';
import type { Provocation } from '../provoke.ts';
import { all, COLDKEY, HOTKEY, hotkey, NETUID, OTHER_COLDKEY, subtensor, unguarded } from './scenery.ts';
import { hotkeys, neuron, rich, row, subnets } from './stage.ts';

const HASH = 'ab'.repeat(32);
/** Some signature by the secret key 1. */
const SIGNATURE = hexToBytes('9ad021dce9c98181042e915a3beb1492832627fc93d15a972a0cc86529aa49885b3e28add2d2f432489ebefa86126e95a7bc11a9a9074cdabbdda7d389f62b1801');

const announced = (when: number) => (ctx: BlockCtx): void => S.ColdkeySwapAnnouncements.set(ctx, COLDKEY, [when, HASH]);
const swappedAt = (block: bigint) => all(subnets, rich, hotkeys, neuron, (ctx) => S.LastHotkeySwapOnNetuid.set(ctx, NETUID, COLDKEY, block));
const at = (block: number) => (ctx: BlockCtx): void => System.Number.set(ctx, block);

const associate = { netuid: NETUID, evm_key: '11'.repeat(20), block_number: 990n, signature: SIGNATURE };
const swap = { hotkey: HOTKEY, new_hotkey: OTHER_COLDKEY };

export const rows: readonly Provocation[] = [
  row('ColdkeySwapAnnounced', { coldkey: COLDKEY, call: 'Balances.transfer_allow_death' }, '', {}, {
    because: 'only calls about the swap pass', arrange: all(rich, announced(2_000)), call: call('Balances', 'transfer_allow_death', { dest: id(OTHER_COLDKEY), value: 500n }),
  }),
  row('ColdkeySwapDisputed', { coldkey: COLDKEY }, 'clear_coldkey_swap_announcement', {}, { because: 'no call passes', arrange: all(announced(2_000), (ctx) => S.ColdkeySwapDisputes.set(ctx, COLDKEY, 990)) }),
  row('ColdkeySwapClearTooEarly', { who: COLDKEY, actual: 1_000, required: 8_100 }, 'clear_coldkey_swap_announcement', {}, { arrange: announced(900) }),
  row('Deprecated', { call: 'schedule_swap_coldkey' }, 'schedule_swap_coldkey', { new_coldkey: OTHER_COLDKEY }),

  row('HotKeySwapOnSubnetIntervalNotPassed', { coldkey: COLDKEY, netuid: NETUID, actual: 8_000n, required: 8_001n }, 'swap_hotkey', { ...swap, netuid: NETUID }, { because: 'on one subnet', arrange: all(swappedAt(800n), at(8_000)) }),
  row('HotKeySwapOnSubnetIntervalNotPassed', { coldkey: COLDKEY, netuid: NETUID, actual: 8_000n, required: 8_001n }, 'swap_hotkey', { ...swap, netuid: undefined }, { because: 'on all subnets', arrange: all(swappedAt(800n), at(8_000)) }),

  row('EvmKeyAssociateRateLimitExceeded', { netuid: NETUID, uid: 0, actual: 1_000n, required: 7_200n }, 'associate_evm_key', associate, { origin: hotkey, arrange: all(subnets, hotkeys, neuron) }),
  row('EvmKeyAssociateRateLimitExceeded', { netuid: NETUID, uid: 0, actual: 1_000n, required: 7_200n }, '', {}, { because: 'the pallet itself', arrange: all(subnets, hotkeys, neuron), ...unguarded(HOTKEY, subtensor('associate_evm_key', associate)) }),
  row('InvalidRecoveredPublicKey', { netuid: NETUID, hotkey: HOTKEY, required: '11'.repeat(20) }, 'associate_evm_key', associate, { origin: hotkey, arrange: all(subnets, hotkeys, neuron, at(8_000)) }),
];
