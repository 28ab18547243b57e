import { RAO_PER_TAO } from '@taonet/primitives';
import type { Provocation } from '../provoke.ts';
import { all, coldkey, COLDKEY, has, HOTKEY, NETUID, OTHER_HOTKEY, owns, pool, stakes, subnet, subtensor, TAO } from './scenery.ts';

const trading = all(subnet(), pool);
const ALPHA = 10n * RAO_PER_TAO;
const stake = (rao: bigint) => subtensor('add_stake', { hotkey: HOTKEY, netuid: NETUID, amount_staked: rao });
const unstake = (alpha: bigint) => subtensor('remove_stake_limit', { hotkey: HOTKEY, netuid: NETUID, amount_unstaked: alpha, limit_price: 0n, allow_partial: true });
const move = (from: string, to: string) => subtensor('move_stake', { origin_hotkey: from, destination_hotkey: to, origin_netuid: NETUID, destination_netuid: NETUID, alpha_amount: TAO });

/** Calls on a hotkey that nobody owns. */
const noHotkey = (name: string, args: object, arrange = trading): Provocation =>
  ({ error: 'SubtensorModule.HotKeyAccountNotExists', because: name, arrange, origin: coldkey, call: subtensor(name, { hotkey: HOTKEY, ...args }), facts: { hotkey: HOTKEY } });

export const rows: readonly Provocation[] = [
  { error: 'SubtensorModule.NotEnoughBalanceToStake', because: 'add_stake', arrange: all(trading, owns(), has(TAO)), origin: coldkey, call: stake(2n * TAO), facts: { coldkey: COLDKEY, actual: TAO, required: 2n * TAO } },
  {
    error: 'SubtensorModule.NotEnoughStakeToWithdraw', arrange: all(trading, owns(), stakes(ALPHA)), origin: coldkey, call: unstake(ALPHA + 1n),
    facts: { hotkey: HOTKEY, coldkey: COLDKEY, netuid: NETUID, actual: ALPHA, required: ALPHA + 1n },
  },
  noHotkey('add_stake', { netuid: NETUID, amount_staked: TAO }, all(trading, has(10n * TAO))),
  noHotkey('remove_stake', { netuid: NETUID, amount_unstaked: TAO }, all(trading, stakes(ALPHA))),
  noHotkey('unstake_all', {}),
  noHotkey('unstake_all_alpha', {}),
  noHotkey('burn_alpha', { netuid: NETUID, amount: TAO }),
  noHotkey('lock_stake', { netuid: NETUID, amount: TAO }),
  { ...noHotkey('move_lock', {}), call: subtensor('move_lock', { destination_hotkey: HOTKEY, netuid: NETUID }) },
  { ...noHotkey('move_stake', {}), because: 'move_stake from it', call: move(HOTKEY, OTHER_HOTKEY) },
  { ...noHotkey('move_stake', {}), because: 'move_stake to it', arrange: all(trading, owns(OTHER_HOTKEY)), call: move(OTHER_HOTKEY, HOTKEY) },
];
