/** How much fits into a block, and what the chain calls itself. source: runtime/src/lib.rs @ 14bc6f9; frame-system 41.0.0, limits.rs */

import { weightOf, type BlockLimits } from '@taonet/frame';
import { U64_MAX } from '@taonet/primitives';

/** Weight of an extrinsic apart from its call. */
export const BASE_EXTRINSIC = weightOf(108_157_000n, 0n);

/** 75 % of a u64, rounded to nearest as Perbill does. */
const PROOF_75_PERCENT = 13_835_058_055_282_163_711n;

const MIB = 1024 * 1024;

export const BLOCK_LIMITS: BlockLimits = {
  baseBlock: weightOf(431_614_000n, 0n),
  maxBlock: weightOf(4_000_000_000_000n, U64_MAX),
  classes: {
    Normal: {
      baseExtrinsic: BASE_EXTRINSIC,
      maxExtrinsic: weightOf(2_599_891_843_000n, 11_990_383_647_911_208_550n),
      maxTotal: weightOf(3_000_000_000_000n, PROOF_75_PERCENT),
      reserved: weightOf(0n, 0n),
      maxLengthBytes: (15 * MIB) >> 1,
    },
    Operational: {
      baseExtrinsic: BASE_EXTRINSIC,
      maxExtrinsic: weightOf(3_599_891_843_000n, 16_602_069_666_338_596_454n),
      maxTotal: weightOf(4_000_000_000_000n, U64_MAX),
      reserved: weightOf(1_000_000_000_000n, U64_MAX - PROOF_75_PERCENT),
      maxLengthBytes: 10 * MIB,
    },
    Mandatory: { baseExtrinsic: BASE_EXTRINSIC, maxExtrinsic: undefined, maxTotal: undefined, reserved: undefined, maxLengthBytes: 10 * MIB },
  },
};

/** Block hashes that stay in storage. */
export const BLOCK_HASH_COUNT = 2400;

export const SPEC_NAME = 'node-subtensor';
export const SPEC_VERSION = 425;
export const TRANSACTION_VERSION = 1;
