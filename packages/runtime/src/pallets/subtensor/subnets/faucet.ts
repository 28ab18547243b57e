/** Test TAO for a proof of work; only in builds with the faucet. */

import { ensureSigned, type CallCtx, type Origin, type StateCtx } from '@taonet/frame';
import { bytesEqual, bytesToHex, ensure, type AccountId } from '@taonet/primitives';
import { S as System } from '../../system/pallet.ts';
import { mintTao, spendTao } from '../coinbase/tao.ts';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { E, Ev, S } from '../pallet.ts';
import { sealHash } from './sealHash.ts';

const FAUCET_DIFFICULTY = 1_000_000n;
/** 1000 TAO. */
const FAUCET_RAO = 1_000_000_000_000n;
/** Work may be this many blocks old, less one. */
const WORK_AGE_BLOCKS = 3n;
const HASH_BYTES = 32;
const U256_LIMIT = 1n << 256n;

export interface ProofOfWork {
  readonly blockNumber: bigint;
  readonly nonce: bigint;
  readonly work: Uint8Array;
}

/**
 * Pays 1000 TAO for work done on a recent block by the signer.
 *
 * refuses FaucetDisabled, InvalidWorkBlock, InvalidDifficulty, InvalidSeal
 * source: pallets/subtensor/src/macros/dispatches.rs, faucet; subnets/registration.rs, do_faucet @ 14bc6f9
 */
export function doFaucet(ctx: CallCtx, origin: Origin, { blockNumber, nonce, work }: ProofOfWork): void {
  // Builds without a faucet have the call when they are extended.
  ensure(ctx.build.powFaucet || ctx.build.extended !== true, E.FaucetDisabled, { powFaucet: ctx.build.powFaucet });
  const coldkey = ensureSigned(origin);
  const block = getCurrentBlockAsU64(ctx);
  ensure(blockNumber <= block, E.InvalidWorkBlock, { actual: blockNumber, required: block });
  ensure(block - blockNumber < WORK_AGE_BLOCKS, E.InvalidWorkBlock, { actual: blockNumber, required: block - WORK_AGE_BLOCKS + 1n });
  // Upstream panics on work that is no hash and its author drops the transaction; we refuse.
  ensure(work.length === HASH_BYTES, E.InvalidSeal, { actual: work.length, required: HASH_BYTES });
  ensure(hashMeetsDifficulty(work, FAUCET_DIFFICULTY), E.InvalidDifficulty, { actual: `0x${bytesToHex(work)}`, required: FAUCET_DIFFICULTY });
  const seal = createSealHash(ctx, blockNumber, nonce, coldkey);
  ensure(bytesEqual(seal, work), E.InvalidSeal, { actual: `0x${bytesToHex(work)}`, required: `0x${bytesToHex(seal)}` });
  S.UsedWork.set(ctx, work, block);
  spendTao(ctx, coldkey, mintTao(ctx, FAUCET_RAO), FAUCET_RAO);
  ctx.deposit(Ev.Faucet([coldkey, FAUCET_RAO]));
}

/**
 * Whether hash × difficulty, the hash read little-endian, stays below 2^256.
 *
 * source: pallets/subtensor/src/subnets/registration.rs, hash_meets_difficulty @ 14bc6f9
 */
export function hashMeetsDifficulty(hash: Uint8Array, difficulty: bigint): boolean {
  return BigInt(`0x${bytesToHex(hash.slice().reverse())}`) * difficulty < U256_LIMIT;
}

/**
 * The seal over a block by its number. Blocks that the state has no hash of (the present one too) count as 32 zero bytes.
 *
 * source: pallets/subtensor/src/subnets/registration.rs, create_seal_hash, get_block_hash_from_u64 @ 14bc6f9
 */
export function createSealHash(ctx: StateCtx, blockNumber: bigint, nonce: bigint, account: AccountId): Uint8Array {
  return sealHash(ctx.crypto, System.BlockHash.get(ctx, Number(blockNumber)), nonce, account);
}
