/** What is committed to, and what must be kept to reveal it. */

import { bytesToHex, tryHexToBytes } from '@taonet/primitives';
import { encode, tuple, u16, u64, vec, accountId, struct, bytes } from '@taonet/codec';
import { accountIdOf } from '../scale/address.ts';
import { blake2b256 } from '../scale/hashers.ts';
import type { CallValue, Runtime } from '../scale/runtime.ts';
import type { WeightList } from './scores.ts';
import { storageIndexOf } from './storageIndex.ts';

/** Plain data, fit for a file: without it the weights cannot be revealed. */
export interface WeightsCommit {
  readonly netuid: number;
  readonly mechanism: number;
  readonly hotkey: string;
  readonly uids: readonly number[];
  readonly values: readonly number[];
  readonly salt: readonly number[];
  /** Decimal. */
  readonly versionKey: string;
  /** First block in which they may be revealed, as far as can be told now. */
  readonly revealsAt: number;
}

const SALT_WORDS = 8;
const COMMITTED = tuple(accountId, u16, vec(u16), vec(u16), vec(u16), u64);
/** Payload of version 3. */
const SEALED_ANONYMOUS = struct('', { uids: vec(u16), values: vec(u16), version_key: u64 });
const SEALED = struct('', { hotkey: bytes, uids: vec(u16), values: vec(u16), version_key: u64 });

export const newSalt = (): number[] => [...crypto.getRandomValues(new Uint16Array(SALT_WORDS))];

/** blake2-256 of SCALE (hotkey, storage index, uids, values, salt, version key). source: pallets/subtensor/src/subnets/weights.rs, get_commit_hash @ 14bc6f9 */
export function commitHash({ hotkey, netuid, mechanism, uids, values, salt, versionKey }: Omit<WeightsCommit, 'revealsAt'>): string {
  const parts = [accountIdOf(hotkey, 'hotkey'), storageIndexOf(netuid, mechanism), [...uids], [...values], [...salt], BigInt(versionKey)] as const;
  return `0x${bytesToHex(blake2b256(encode(COMMITTED, [...parts])))}`;
}

/** What a time-locked commit holds. source: pallets/subtensor/src/coinbase/reveal_commits.rs @ 14bc6f9 */
export function sealedPayload(hotkey: string, { uids, values }: WeightList, versionKey: bigint): Uint8Array {
  return encode(SEALED, { hotkey: tryHexToBytes(accountIdOf(hotkey, 'hotkey'))!, uids: [...uids], values: [...values], version_key: versionKey });
}

const VERSION_4_SINCE_SPEC = 301;
/** Whether time-locked weights are those of version 4. source: subtensor v3.2.4 */
export const hasVersion4 = ({ version }: Runtime): boolean => version.specVersion >= VERSION_4_SINCE_SPEC;

/** What a time-locked commit held before: anybody could have copied it. source: pallets/subtensor/src/coinbase/run_coinbase.rs @ 1b0c63a */
export function sealedPayloadOfVersion3({ uids, values }: WeightList, versionKey: bigint): Uint8Array {
  return encode(SEALED_ANONYMOUS, { uids: [...uids], values: [...values], version_key: versionKey });
}

const call = (name: string, value: Readonly<Record<string, unknown>>): CallValue => ({ type: 'SubtensorModule', value: { type: name, value } });
/** The mechanism's own call, or the main one's. */
const forMechanism = (mechanism: number, main: string, other: string, value: Readonly<Record<string, unknown>>): CallValue =>
  (mechanism === 0 ? call(main, value) : call(other, { ...value, mecid: mechanism }));

export function setCall(netuid: number, mechanism: number, { uids, values }: WeightList, versionKey: bigint): CallValue {
  return forMechanism(mechanism, 'set_weights', 'set_mechanism_weights', { netuid, dests: uids, weights: values, version_key: versionKey });
}

export function commitCall(commit: WeightsCommit): CallValue {
  return forMechanism(commit.mechanism, 'commit_weights', 'commit_mechanism_weights', { netuid: commit.netuid, commit_hash: commitHash(commit) });
}

export function revealCall({ netuid, mechanism, uids, values, salt, versionKey }: WeightsCommit): CallValue {
  return forMechanism(mechanism, 'reveal_weights', 'reveal_mechanism_weights', { netuid, uids, values, salt, version_key: BigInt(versionKey) });
}

export interface Timelocked {
  readonly netuid: number;
  readonly mechanism: number;
  readonly sealed: Uint8Array;
  readonly round: bigint;
  readonly version: number;
}

/** The mechanisms' call, as official clients send it; the main one's where a runtime has no mechanisms yet. */
export function timelockedCall(runtime: Runtime, { netuid, mechanism, sealed, round, version }: Timelocked): CallValue {
  if (!hasVersion4(runtime)) return call('commit_crv3_weights', { netuid, commit: sealed, reveal_round: round });
  const value = { netuid, commit: sealed, reveal_round: round, commit_reveal_version: version };
  const ofMechanisms = 'commit_timelocked_mechanism_weights';
  return runtime.hasCall('SubtensorModule', ofMechanisms) || mechanism > 0 ? call(ofMechanisms, { ...value, mecid: mechanism }) : call('commit_timelocked_weights', value);
}
