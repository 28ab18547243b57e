/** Contracts: constants. */

import { bool, constant, u32, u64 } from '@taonet/codec';
import { perbill } from '../types/arithmetic.ts';
import { contractsApiVersion, contractsEnvironment, contractsSchedule } from '../types/contracts.ts';

export const constants = {
  Schedule: constant(contractsSchedule, {
    limits: {
      event_topics: 4,
      memory_pages: 16,
      subject_len: 32,
      payload_len: 16_384,
      runtime_memory: 1_073_741_824,
      validator_runtime_memory: 2_147_483_648,
      event_ref_time: 60_000n,
    },
    instruction_weights: { base: 1259 },
  }),
  DepositPerByte: constant(u64, 30n),
  DefaultDepositLimit: constant(u64, 31_534_080n),
  DepositPerItem: constant(u64, 75n),
  CodeHashLockupDepositPercent: constant(perbill, 300_000_000),
  MaxCodeLen: constant(u32, 131_072),
  MaxStorageKeyLen: constant(u32, 128),
  MaxTransientStorageSize: constant(u32, 1_048_576),
  MaxDelegateDependencies: constant(u32, 32),
  UnsafeUnstableInterface: constant(bool, false),
  MaxDebugBufferLen: constant(u32, 2_097_152),
  Environment: constant(contractsEnvironment, {
    account_id: {  },
    balance: {  },
    hash: {  },
    hasher: {  },
    timestamp: {  },
    block_number: {  },
  }),
  ApiVersion: constant(contractsApiVersion, 4),
} as const;
