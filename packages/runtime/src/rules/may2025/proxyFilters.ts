/** What each kind of proxy let through in May 2025. Kinds of later times do what they do today. source: runtime/src/lib.rs, InstanceFilter for ProxyType @ 1b0c63a */

import { ALL_BALANCES, allow, deny, PROXY_FILTERS, subtensor, type CallRef, type ProxyFilter } from '../../pallets/proxy/filterTable.ts';

const TRIUMVIRATE: CallRef = { pallet: 'Triumvirate' };
const COLDKEY_SWAP = subtensor('schedule_swap_coldkey', 'swap_coldkey');

/** The kinds for triumvirate and senate, which exist wherever these govern. A senator's vote is a call of SubtensorModule and none of them. */
export const GOVERNANCE_FILTERS: readonly ProxyFilter[] = [
  allow('Triumvirate', [TRIUMVIRATE, { pallet: 'TriumvirateMembers' }]),
  allow('Senate', [{ pallet: 'SenateMembers' }]),
  allow('Governance', [{ pallet: 'SenateMembers' }, TRIUMVIRATE, { pallet: 'TriumvirateMembers' }]),
];

const OF_MAY_2025: readonly ProxyFilter[] = [
  ...GOVERNANCE_FILTERS,
  deny('NonTransfer', [ALL_BALANCES, ...subtensor('transfer_stake'), ...COLDKEY_SWAP]),
  deny('NonFungible', [
    ALL_BALANCES,
    ...subtensor(
      'add_stake', 'add_stake_limit', 'remove_stake', 'remove_stake_limit', 'unstake_all', 'unstake_all_alpha', 'swap_stake', 'swap_stake_limit',
      'move_stake', 'transfer_stake', 'burned_register', 'root_register',
    ),
    ...COLDKEY_SWAP,
    ...subtensor('swap_hotkey'),
  ]),
  allow('Owner', [{ pallet: 'AdminUtils' }], [{ pallet: 'AdminUtils', call: 'sudo_set_sn_owner_hotkey' }]),
  deny('NonCritical', [...subtensor('dissolve_network', 'root_register', 'burned_register'), TRIUMVIRATE, ...subtensor('set_tao_weights'), { pallet: 'Sudo' }]),
  allow('Staking', subtensor(
    'add_stake', 'remove_stake', 'unstake_all', 'unstake_all_alpha', 'swap_stake', 'swap_stake_limit', 'move_stake', 'add_stake_limit', 'remove_stake_limit',
  )),
  allow('Registration', subtensor('burned_register', 'register')),
  allow('RootWeights', subtensor('set_tao_weights')),
];

/** Those of `others` in the place of ones of the same kind. */
export function withFilters(filters: readonly ProxyFilter[], others: readonly ProxyFilter[]): readonly ProxyFilter[] {
  return filters.map((filter) => others.find(({ type }) => type === filter.type) ?? filter);
}

export const PROXY_FILTERS_OF_MAY_2025 = withFilters(PROXY_FILTERS, OF_MAY_2025);
