/** Associated types, view functions and deprecations of pallets, which metadata 16 adds. */

import { accountId, bool, fixedBytes, h256, u32, u64, type PalletExtras } from '@taonet/codec';
import { accountData, runtimeFreezeReason, runtimeHoldReason } from './types/balances.ts';
import { block } from './types/block.ts';
import { auraPublic, voidType } from './types/consensus.ts';
import { nestedCall } from './types/nested.ts';
import { originCaller } from './types/origin.ts';
import { blakeTwo256 } from './types/preimage.ts';
import { proxyType } from './types/proxy.ts';

const NO_LIQUIDITY = 'Liquidity of users is switched off for good.';

/** By pallet name. Which items are deprecated, and whether with a note, is upstream's; the notes are ours. */
export const palletExtras: Readonly<Record<string, PalletExtras>> = {
  System: {
    associatedTypes: {
      RuntimeCall: nestedCall, Nonce: u32, Hash: h256, Hashing: blakeTwo256, AccountId: accountId, Block: block, AccountData: accountData,
    },
  },
  Timestamp: { associatedTypes: { Moment: u64 } },
  Aura: { associatedTypes: { AuthorityId: auraPublic } },
  Grandpa: { associatedTypes: { KeyOwnerProof: voidType } },
  Balances: {
    associatedTypes: {
      RuntimeHoldReason: runtimeHoldReason,
      Balance: u64,
      ReserveIdentifier: fixedBytes(8),
      FreezeIdentifier: runtimeFreezeReason,
    },
  },
  SubtensorModule: {
    associatedTypes: { RuntimeCall: nestedCall, SudoRuntimeCall: nestedCall },
    deprecated: {
      calls: {
        swap_hotkey: 'swap_hotkey_v2 takes its place; this one is to go after June 2026.',
        schedule_swap_coldkey: 'announce_coldkey_swap and coldkey_swap take its place.',
      },
      events: { MaxWeightLimitSet: 'The limit is constant today; the event no longer occurs.' },
      storage: { LastTxBlock: '', LastTxBlockChildKeyTake: '', LastTxBlockDelegateTake: '' },
    },
  },
  Utility: { associatedTypes: { RuntimeCall: nestedCall, PalletsOrigin: originCaller } },
  Sudo: { associatedTypes: { RuntimeCall: nestedCall } },
  Multisig: { associatedTypes: { RuntimeCall: nestedCall } },
  Preimage: { deprecated: { storage: { StatusFor: 'See RequestStatusFor.' } } },
  Scheduler: { associatedTypes: { RuntimeCall: nestedCall } },
  Proxy: {
    associatedTypes: { RuntimeCall: nestedCall, ProxyType: proxyType },
    viewFunctions: {
      check_permissions: {
        id: '1809d78346727a0ef58c0fa03bafa323cbc51488d92a1aa7137b03bfb50efc17',
        args: { call: nestedCall, proxy_type: proxyType },
        result: bool,
      },
      is_superset: {
        id: '1809d78346727a0ef58c0fa03bafa3231714b0607d62af0a3b3b0ad2c5d55c58',
        args: { to_check: proxyType, against: proxyType },
        result: bool,
      },
    },
  },
  AdminUtils: { associatedTypes: { AuthorityId: auraPublic } },
  Crowdloan: { associatedTypes: { RuntimeCall: nestedCall } },
  Swap: { deprecated: { calls: { modify_position: NO_LIQUIDITY, disable_lp: NO_LIQUIDITY } } },
  Contracts: {
    deprecated: {
      calls: {
        call_old_weight: 'Knows weight of one dimension only; call takes both.',
        instantiate_with_code_old_weight: 'Knows weight of one dimension only; instantiate_with_code takes both.',
        instantiate_old_weight: 'Knows weight of one dimension only; instantiate takes both.',
      },
    },
  },
  MevShield: { associatedTypes: { AuthorityId: auraPublic, RuntimeCall: nestedCall } },
};
