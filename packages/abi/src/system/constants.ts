/** System: constants. */

import { constant, u16, u32 } from '@taonet/codec';
import { hexToBytes } from '@taonet/primitives';
import { runtimeVersion } from '../types/system.ts';
import { blockLength, blockWeights, runtimeDbWeight } from '../types/weight.ts';

export const constants = {
  BlockWeights: constant(blockWeights, {
    base_block: { ref_time: 431_614_000n, proof_size: 0n },
    max_block: { ref_time: 4_000_000_000_000n, proof_size: 0xffffffffffffffffn },
    per_class: {
      normal: {
        base_extrinsic: { ref_time: 108_157_000n, proof_size: 0n },
        max_extrinsic: { ref_time: 2_599_891_843_000n, proof_size: 11_990_383_647_911_208_550n },
        max_total: { ref_time: 3_000_000_000_000n, proof_size: 13_835_058_055_282_163_711n },
        reserved: { ref_time: 0n, proof_size: 0n },
      },
      operational: {
        base_extrinsic: { ref_time: 108_157_000n, proof_size: 0n },
        max_extrinsic: { ref_time: 3_599_891_843_000n, proof_size: 16_602_069_666_338_596_454n },
        max_total: { ref_time: 4_000_000_000_000n, proof_size: 0xffffffffffffffffn },
        reserved: { ref_time: 1_000_000_000_000n, proof_size: 4_611_686_018_427_387_904n },
      },
      mandatory: {
        base_extrinsic: { ref_time: 108_157_000n, proof_size: 0n },
        max_extrinsic: undefined,
        max_total: undefined,
        reserved: undefined,
      },
    },
  }),
  BlockLength: constant(blockLength, { max: { normal: 7_864_320, operational: 10_485_760, mandatory: 10_485_760 } }),
  BlockHashCount: constant(u32, 2400),
  DbWeight: constant(runtimeDbWeight, { read: 25_000_000n, write: 100_000_000n }),
  Version: constant(runtimeVersion, {
    spec_name: 'node-subtensor',
    impl_name: 'node-subtensor',
    authoring_version: 1,
    spec_version: 425,
    impl_version: 1,
    apis: [
      [hexToBytes('df6acb689907609b'), 5],
      [hexToBytes('37e397fc7c91f5e4'), 2],
      [hexToBytes('40fe3ad401f8959a'), 6],
      [hexToBytes('fbc577b9d747efd6'), 1],
      [hexToBytes('d2bc9897eed08f15'), 3],
      [hexToBytes('f78b278be53f454c'), 2],
      [hexToBytes('dd718d5cc53262d4'), 1],
      [hexToBytes('ab3c0572291feb8b'), 1],
      [hexToBytes('ed99c5acb25eedf5'), 3],
      [hexToBytes('bc9d89904f5b923f'), 1],
      [hexToBytes('37c8bb1350a9a2a8'), 4],
      [hexToBytes('f3ff14d5ab527059'), 3],
      [hexToBytes('582211f65bb14b89'), 6],
      [hexToBytes('e65b00e46cedd0aa'), 2],
      [hexToBytes('68b66ba122c93fa7'), 2],
      [hexToBytes('42e62be4a39e5b60'), 1],
      [hexToBytes('806df4ccaa9ed485'), 1],
      [hexToBytes('8375104b299b74c5'), 2],
      [hexToBytes('5d1fbfbe852f2807'), 1],
      [hexToBytes('c6886e2f8e598b0a'), 1],
      [hexToBytes('c0de4984d112f3b4'), 1],
      [hexToBytes('cbca25e39f142387'), 2],
      [hexToBytes('a8b093e6508d9e9c'), 1],
      [hexToBytes('1c4585bd5c707202'), 1],
    ],
    transaction_version: 1,
    system_version: 1,
  }),
  SS58Prefix: constant(u16, 42),
} as const;
