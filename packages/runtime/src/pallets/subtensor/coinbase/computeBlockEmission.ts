/** Emission of one block from what has been issued so far: halved each time the unissued half is halved. */

import { fixedLog2Floor, I96F32 } from '@taonet/primitives';

/** 21 million TAO in rao: nothing is issued beyond. */
export const TOTAL_SUPPLY_RAO = 21_000_000_000_000_000n;
/** Emission before the first halving: 1 TAO. */
export const DEFAULT_BLOCK_EMISSION_RAO = 1_000_000_000n;

const HALF_SUPPLY = I96F32.fromInt(10_500_000_000_000_000n);
const TWO = I96F32.fromInt(2);

/**
 * ⌊10⁹ / 2^k⌋ rao with k = ⌊log2(1 / (1 − issuance/supply))⌋; 0 when all is issued.
 *
 * issuanceRao: u64, TAO or the alpha of one subnet · all steps in I96F32, which makes the thresholds exact to the rao
 * Upstream also stores the result in BlockEmission: that is the caller's to do.
 * source: pallets/subtensor/src/coinbase/block_emission.rs, get_block_emission_for_issuance @ 14bc6f9
 */
export function computeBlockEmission(issuanceRao: bigint): bigint {
  if (issuanceRao >= TOTAL_SUPPLY_RAO) return 0n;
  const issuedShare = I96F32.safeDiv(I96F32.fromInt(issuanceRao), I96F32.saturatingMul(TWO, HALF_SUPPLY));
  // Below the supply the share is below 1 by at least one bit, so no step of this can fail.
  const residual = I96F32.safeDiv(I96F32.one, I96F32.saturatingSub(I96F32.one, issuedShare));
  const halvings = fixedLog2Floor(I96F32, residual);
  const multiplier = I96F32.saturatingFromBits(I96F32.one << BigInt(halvings));
  const share = I96F32.safeDiv(I96F32.one, multiplier);
  return I96F32.saturatingToU64(I96F32.saturatingMul(share, I96F32.fromInt(DEFAULT_BLOCK_EMISSION_RAO)));
}
