/** Test TAO for a proof of work, where the build has a faucet. */

import { ensureSigned, type CallCtx, type Origin } from '@taonet/frame';
import { ensure } from '@taonet/primitives';
import { E, Ev } from '../pallet.ts';
import { addBalanceToColdkeyAccount, issueTokens } from '../staking/coldkeyBalances.ts';
import { useWork, type ProofOfWork } from './usedWork.ts';

const FAUCET_DIFFICULTY = 1_000_000n;
/** 1000 TAO. */
const FAUCET_RAO = 1_000_000_000_000n;
/** What the pallet's issuance counts of it: a tenth. */
const COUNTED_RAO = 100_000_000_000n;

/**
 * Pays 1000 TAO for work done on a recent block by the signer.
 *
 * refuses FaucetDisabled, InvalidWorkBlock, InvalidDifficulty, InvalidSeal
 * source: pallets/subtensor/src/macros/dispatches.rs, faucet; subnets/registration.rs, do_faucet @ 1b0c63a
 */
export function doFaucet(ctx: CallCtx, origin: Origin, proof: ProofOfWork): void {
  ensure(ctx.build.powFaucet, E.FaucetDisabled, { powFaucet: ctx.build.powFaucet });
  const coldkey = ensureSigned(origin);
  useWork(ctx, proof, coldkey, FAUCET_DIFFICULTY);
  issueTokens(ctx, COUNTED_RAO);
  addBalanceToColdkeyAccount(ctx, coldkey, FAUCET_RAO);
  ctx.deposit(Ev.Faucet([coldkey, FAUCET_RAO]));
}
