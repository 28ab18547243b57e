/** Runtime API StakeInfoRuntimeApi. */

import { accountId, apiMethod, btreeMap, option, tuple, type ApiDecl, u16, u64, vec } from '@taonet/codec';
import { u64f64 } from '../types/fixed.ts';
import { stakeAvailability, stakeInfo } from '../types/stakeInfo.ts';
import { lockState } from '../types/subtensor.ts';

export const stakeInfoApi = {
  name: 'StakeInfoRuntimeApi',
  id: '5d1fbfbe852f2807',
  version: 1,
  methods: {
    get_stake_info_for_coldkey: apiMethod({ coldkey_account: accountId }, vec(stakeInfo)),
    get_stake_info_for_coldkeys: apiMethod({ coldkey_accounts: vec(accountId) }, vec(tuple(accountId, vec(stakeInfo)))),
    get_stake_info_for_hotkey_coldkey_netuid: apiMethod({
      hotkey_account: accountId,
      coldkey_account: accountId,
      netuid: u16,
    }, option(stakeInfo)),
    get_stake_availability_for_coldkeys: apiMethod({
      coldkey_accounts: vec(accountId),
      netuids: option(vec(u16)),
    }, btreeMap(accountId, btreeMap(u16, stakeAvailability))),
    get_stake_fee: apiMethod({
      origin: option(tuple(accountId, u16)),
      origin_coldkey_account: accountId,
      destination: option(tuple(accountId, u16)),
      destination_coldkey_account: accountId,
      amount: u64,
    }, u64),
    get_coldkey_lock: apiMethod({ coldkey: accountId, netuid: u16 }, option(lockState)),
    get_hotkey_conviction: apiMethod({ hotkey: accountId, netuid: u16 }, u64f64),
    get_most_convicted_hotkey_on_subnet: apiMethod({ netuid: u16 }, option(accountId)),
  },
} as const satisfies ApiDecl;
