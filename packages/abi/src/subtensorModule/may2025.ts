/**
 * What SubtensorModule had in May 2025 and has no more, for extended builds: calls at their old index, storage items, events and
 * errors after the last of today. Everything else of that time has the same keys and values today.
 *
 * source: pallets/subtensor/src/{lib.rs,macros/*} @ 1b0c63a
 */

import {
  blake2Concat, bool, boundedBytes, bytes, callDecl, compactU32, extendedStorage, fixedBytes, h160, identity, inExtended, item, map, optionalMap, option, prodOrFast, row, spelled,
  struct, tuple, u16, u64, vec,
} from '@taonet/codec';
import { boxedSudoCall } from '../types/nested.ts';
import { alphaBalance, blockNumberForT, netUid, tAccountId, taoBalance, tHash } from '../types/spelled.ts';
import { weight } from '../types/weight.ts';
import { ZERO_32 } from '../types/zero.ts';

/** `pallet_subtensor::pallet::SubnetIdentityV2` */
export const subnetIdentityV2 = struct('pallet_subtensor::pallet::SubnetIdentityV2', {
  subnet_name: bytes,
  github_repo: bytes,
  subnet_contact: bytes,
  subnet_url: bytes,
  discord: bytes,
  description: bytes,
  additional: bytes,
});

export const storageOfMay2025 = extendedStorage({
  ColdkeySwapScheduleDuration: item(blockNumberForT, prodOrFast(36_000, 50)),
  ColdkeySwapRescheduleDuration: item(blockNumberForT, prodOrFast(7200, 10)),
  SenateRequiredStakePercentage: item(u64, 1n),
  TaoDividendsPerSubnet: map([identity(netUid), blake2Concat(tAccountId)], taoBalance, 0n),
  ColdkeySwapScheduled: map([blake2Concat(tAccountId)], tuple(blockNumberForT, tAccountId), [0, ZERO_32]),
  NetworkLastRegistered: item(u64, 0n),
  NetworkModality: map([identity(netUid)], u16, 0),
  PendingEmission: map([identity(netUid)], alphaBalance, 0n),
  PendingRootDivs: map([identity(netUid)], taoBalance, 0n),
  PendingAlphaSwapped: map([identity(netUid)], alphaBalance, 0n),
  Rank: map([identity(netUid)], vec(u16), []),
  Trust: map([identity(netUid)], vec(u16), []),
  PruningScores: map([identity(netUid)], vec(u16), []),
  SubnetIdentitiesV2: optionalMap([blake2Concat(netUid)], subnetIdentityV2),
});

export const callsOfMay2025 = {
  become_delegate: callDecl(1, { hotkey: tAccountId }, inExtended),
  set_tao_weights: callDecl(8, { netuid: netUid, hotkey: tAccountId, dests: vec(u16), weights: vec(u16), version_key: u64 }, inExtended),
  sudo: callDecl(51, { call: boxedSudoCall }, inExtended),
  sudo_unchecked_weight: callDecl(52, { call: boxedSudoCall, weight }, inExtended),
  vote: callDecl(55, { hotkey: tAccountId, proposal: tHash, index: compactU32, approve: bool }, inExtended),
  adjust_senate: callDecl(63, { hotkey: tAccountId }, inExtended),
  commit_crv3_weights: callDecl(99, { netuid: netUid, commit: spelled(boundedBytes(5000), 'BoundedVec<u8, ConstU32<MAX_CRV3_COMMIT_SIZE_BYTES>>'), reveal_round: u64 }, inExtended),
  schedule_dissolve_network: callDecl(74, { netuid: netUid }, inExtended),
  // Then it was associate_evm_key, 93: today's call of that name has no hotkey.
  associate_evm_key_of_hotkey: callDecl(200, { netuid: netUid, hotkey: tAccountId, evm_key: h160, block_number: u64, signature: spelled(fixedBytes(65), 'Signature') }, inExtended),
} as const;

export const eventsOfMay2025 = {
  SenateRequiredStakePercentSet: row(137, [u64]),
  SenateAdjusted: row(138, { old_member: option(tAccountId), new_member: tAccountId }),
  ColdkeySwapScheduled: row(139, { old_coldkey: tAccountId, new_coldkey: tAccountId, execution_block: blockNumberForT, swap_cost: taoBalance }),
  ColdkeySwapScheduleDurationSet: row(140, [blockNumberForT]),
} as const;

export const errorsOfMay2025 = {
  SubNetworkDoesNotExist: 147,
  NotSenateMember: 148,
  CouldNotJoinSenate: 149,
  ColdkeyIsInArbitration: 150,
  SwapAlreadyScheduled: 151,
  FailedToSchedule: 152,
  CannotUnstakeLock: 153,
  ZeroMaxStakeAmount: 154,
} as const;
