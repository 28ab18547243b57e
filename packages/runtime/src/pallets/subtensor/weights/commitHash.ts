/** What a validator commits to: the hash of its weights and a salt. */

import { accountId, encode, tuple, u16, u64, vec } from '@taonet/codec';
import type { StateCtx } from '@taonet/frame';
import { bytesToHex, type AccountId, type Hash, type Uid } from '@taonet/primitives';

/** A list of weights as it is revealed. */
export interface RevealedWeights {
  readonly uids: readonly Uid[];
  readonly values: readonly number[];
  readonly salt: readonly number[];
  readonly versionKey: bigint;
}

const COMMITTED = tuple(accountId, u16, vec(u16), vec(u16), vec(u16), u64);

/**
 * blake2-256 of SCALE (hotkey, storage index, uids, values, salt, version key).
 *
 * source: pallets/subtensor/src/subnets/weights.rs, get_commit_hash @ 14bc6f9
 */
export function getCommitHash(ctx: Pick<StateCtx, 'crypto'>, hotkey: AccountId, netuidIndex: number, revealed: RevealedWeights): Hash {
  const { uids, values, salt, versionKey } = revealed;
  return bytesToHex(ctx.crypto.blake2b256(encode(COMMITTED, [hotkey, netuidIndex, [...uids], [...values], [...salt], versionKey])));
}
