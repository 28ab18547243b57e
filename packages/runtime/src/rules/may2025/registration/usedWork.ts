/** Work is done for one account on one of the last three blocks, and remembered. */

import type { StateCtx } from '@taonet/frame';
import { bytesEqual, bytesToHex, refuse, type AccountId, type Facts, type Refusal } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { createSealHash, type ProofOfWork } from '../../../pallets/subtensor/subnets/faucet.ts';
import { E, S } from '../pallet.ts';
import { hashMeetsDifficulty } from './work.ts';

export type { ProofOfWork } from '../../../pallets/subtensor/subnets/faucet.ts';

/** Work may be this many blocks old, less one. */
export const WORK_AGE_BLOCKS = 3n;
const HASH_BYTES = 32;

export interface WorkFault {
  readonly refusal: Refusal;
  readonly facts: Facts;
}

/**
 * Why this is no work of the account; undefined when it is.
 *
 * names: InvalidWorkBlock, InvalidDifficulty, InvalidSeal
 * source: pallets/subtensor/src/subnets/registration.rs, do_registration, do_faucet @ 1b0c63a
 */
export function faultOfWork(ctx: StateCtx, { blockNumber, nonce, work }: ProofOfWork, account: AccountId, difficulty: bigint): WorkFault | undefined {
  const block = getCurrentBlockAsU64(ctx);
  if (blockNumber > block) return { refusal: E.InvalidWorkBlock, facts: { actual: blockNumber, required: block } };
  const oldest = block - WORK_AGE_BLOCKS + 1n;
  if (blockNumber < oldest) return { refusal: E.InvalidWorkBlock, facts: { actual: blockNumber, required: oldest } };
  // Upstream panics on work that is no hash and its author drops the transaction; we refuse.
  if (work.length !== HASH_BYTES) return { refusal: E.InvalidSeal, facts: { actual: work.length, required: HASH_BYTES } };
  const shown = `0x${bytesToHex(work)}`;
  if (!hashMeetsDifficulty(work, difficulty)) return { refusal: E.InvalidDifficulty, facts: { actual: shown, required: difficulty } };
  const seal = createSealHash(ctx, blockNumber, nonce, account);
  return bytesEqual(seal, work) ? undefined : { refusal: E.InvalidSeal, facts: { actual: shown, required: `0x${bytesToHex(seal)}` } };
}

/**
 * Checks the work and writes it down. Upstream never looks whether it was used before: what keeps work from being used twice is that
 * its account is registered then.
 *
 * refuses InvalidWorkBlock, InvalidDifficulty, InvalidSeal
 * source: pallets/subtensor/src/subnets/registration.rs, do_registration, do_faucet @ 1b0c63a
 */
export function useWork(ctx: StateCtx, proof: ProofOfWork, account: AccountId, difficulty: bigint): void {
  const fault = faultOfWork(ctx, proof, account, difficulty);
  if (fault !== undefined) refuse(fault.refusal, fault.facts);
  S.UsedWork.set(ctx, proof.work, getCurrentBlockAsU64(ctx));
}
