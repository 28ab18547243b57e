/** Work is done for one account on one of the last three blocks, and remembered. */

import type { StateCtx } from '@taonet/frame';
import { bytesEqual, bytesToHex, ensure, type AccountId } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { createSealHash, type ProofOfWork } from '../../../pallets/subtensor/subnets/faucet.ts';
import { E, S } from '../pallet.ts';
import { hashMeetsDifficulty } from './work.ts';

export type { ProofOfWork } from '../../../pallets/subtensor/subnets/faucet.ts';

/** Work may be this many blocks old, less one. */
export const WORK_AGE_BLOCKS = 3n;
const HASH_BYTES = 32;

/**
 * Checks the work and writes it down. Upstream never looks whether it was used before: what keeps work from being used twice is that
 * its account is registered then.
 *
 * refuses InvalidWorkBlock, InvalidDifficulty, InvalidSeal
 * source: pallets/subtensor/src/subnets/registration.rs, do_registration, do_faucet @ 1b0c63a
 */
export function useWork(ctx: StateCtx, { blockNumber, nonce, work }: ProofOfWork, account: AccountId, difficulty: bigint): void {
  const block = getCurrentBlockAsU64(ctx);
  ensure(blockNumber <= block, E.InvalidWorkBlock, { actual: blockNumber, required: block });
  ensure(block - blockNumber < WORK_AGE_BLOCKS, E.InvalidWorkBlock, { actual: blockNumber, required: block - WORK_AGE_BLOCKS + 1n });
  // Upstream panics on work that is no hash and its author drops the transaction; we refuse.
  ensure(work.length === HASH_BYTES, E.InvalidSeal, { actual: work.length, required: HASH_BYTES });
  ensure(hashMeetsDifficulty(work, difficulty), E.InvalidDifficulty, { actual: `0x${bytesToHex(work)}`, required: difficulty });
  const seal = createSealHash(ctx, blockNumber, nonce, account);
  ensure(bytesEqual(seal, work), E.InvalidSeal, { actual: `0x${bytesToHex(work)}`, required: `0x${bytesToHex(seal)}` });
  S.UsedWork.set(ctx, work, block);
}
