/** What each kind of proxy may call, as a table. */

import type { ProxyType } from '@taonet/abi';

/** A pallet's call, or the whole pallet when `call` is left out. */
export interface CallRef {
  readonly pallet: 'Balances' | 'SubtensorModule' | 'AdminUtils' | 'Sudo' | 'System' | 'Triumvirate' | 'TriumvirateMembers' | 'SenateMembers';
  readonly call?: string;
  /** The named argument must be less than `limit`. */
  readonly less?: { readonly arg: string; readonly limit: bigint };
  /** The call inside must be this one. */
  readonly nested?: { readonly pallet: string; readonly call: string };
}

export interface ProxyFilter {
  readonly type: ProxyType;
  readonly mode: 'AllowAll' | 'DenyAll' | 'Allow' | 'Deny';
  readonly calls: readonly CallRef[];
  readonly exceptions: readonly CallRef[];
}

/** Rao of TAO, and of alpha, below which SmallTransfer may move. */
export const SMALL_TRANSFER_LIMIT = 500_000_000n;

/** Calls of pallet SubtensorModule. */
export const subtensor = (...names: readonly string[]): CallRef[] => names.map((call) => ({ pallet: 'SubtensorModule', call }));
const balances = (...names: readonly string[]): CallRef[] => names.map((call) => ({ pallet: 'Balances', call }));
const admin = (...names: readonly string[]): CallRef[] => names.map((call) => ({ pallet: 'AdminUtils', call: `sudo_set_${call}` }));
/** These calls alone, but for the exceptions. */
export const allow = (type: ProxyType, calls: readonly CallRef[], exceptions: readonly CallRef[] = []): ProxyFilter => ({ type, mode: 'Allow', calls, exceptions });
/** All but these calls. */
export const deny = (type: ProxyType, calls: readonly CallRef[]): ProxyFilter => ({ type, mode: 'Deny', calls, exceptions: [] });
/** Of kinds that exist only so that old records decode. */
const denyAll = (type: ProxyType): ProxyFilter => ({ type, mode: 'DenyAll', calls: [], exceptions: [] });

export const ALL_BALANCES: CallRef = { pallet: 'Balances' };
const ANNOUNCED_COLDKEY_SWAP = subtensor('announce_coldkey_swap', 'swap_coldkey_announced', 'clear_coldkey_swap_announcement', 'dispute_coldkey_swap');
const COLDKEY_SWAP = [...subtensor('schedule_swap_coldkey', 'swap_coldkey'), ...ANNOUNCED_COLDKEY_SWAP];

/**
 * In the order in which clients get them.
 *
 * source: runtime/src/lib.rs, define_proxy_filters @ 14bc6f9
 */
export const PROXY_FILTERS: readonly ProxyFilter[] = [
  { type: 'Any', mode: 'AllowAll', calls: [], exceptions: [] },
  deny('NonTransfer', [ALL_BALANCES, ...subtensor('transfer_stake'), ...COLDKEY_SWAP]),
  deny('NonFungible', [
    ALL_BALANCES,
    ...subtensor(
      'add_stake', 'add_stake_limit', 'remove_stake', 'remove_stake_limit', 'remove_stake_full_limit', 'unstake_all', 'unstake_all_alpha',
      'swap_stake', 'swap_stake_limit', 'move_stake', 'transfer_stake', 'burned_register', 'root_register',
    ),
    ...COLDKEY_SWAP,
    ...subtensor('swap_hotkey', 'swap_hotkey_v2'),
  ]),
  allow('Transfer', [...balances('transfer_keep_alive', 'transfer_allow_death', 'transfer_all'), ...subtensor('transfer_stake')]),
  allow('SmallTransfer', [
    ...balances('transfer_keep_alive', 'transfer_allow_death').map((ref): CallRef => ({ ...ref, less: { arg: 'value', limit: SMALL_TRANSFER_LIMIT } })),
    { pallet: 'SubtensorModule', call: 'transfer_stake', less: { arg: 'alpha_amount', limit: SMALL_TRANSFER_LIMIT } },
  ]),
  allow('Owner', [{ pallet: 'AdminUtils' }, ...subtensor('set_subnet_identity', 'update_symbol')], admin('sn_owner_hotkey', 'subnet_owner_hotkey')),
  deny('NonCritical', [...subtensor('dissolve_network', 'root_register', 'burned_register'), { pallet: 'Sudo' }, ...ANNOUNCED_COLDKEY_SWAP]),
  denyAll('Triumvirate'),
  denyAll('Senate'),
  denyAll('Governance'),
  allow('Staking', subtensor(
    'add_stake', 'remove_stake', 'unstake_all', 'unstake_all_alpha', 'swap_stake', 'swap_stake_limit', 'move_stake', 'add_stake_limit',
    'remove_stake_limit', 'remove_stake_full_limit', 'set_root_claim_type',
  )),
  allow('Registration', subtensor('burned_register', 'register', 'register_limit')),
  denyAll('RootWeights'),
  allow('ChildKeys', subtensor('set_children', 'set_childkey_take')),
  allow('SudoUncheckedSetCode', [{ pallet: 'Sudo', call: 'sudo_unchecked_weight', nested: { pallet: 'System', call: 'set_code' } }]),
  allow('SwapHotkey', subtensor('swap_hotkey', 'swap_hotkey_v2')),
  allow('SubnetLeaseBeneficiary', [
    ...subtensor('start_call'),
    ...admin(
      'serving_rate_limit', 'min_difficulty', 'max_difficulty', 'weights_version_key', 'adjustment_alpha', 'immunity_period', 'min_allowed_weights',
      'kappa', 'rho', 'activity_cutoff', 'network_registration_allowed', 'network_pow_registration_allowed', 'max_burn', 'bonds_moving_average',
      'bonds_penalty', 'commit_reveal_weights_enabled', 'liquid_alpha_enabled', 'alpha_values', 'commit_reveal_weights_interval', 'toggle_transfer',
      'subnet_emission_enabled', 'min_childkey_take_per_subnet',
    ),
  ]),
  allow('RootClaim', subtensor('claim_root')),
];
