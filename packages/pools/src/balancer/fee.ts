/**
 * The swap fee: a u16 share of what is paid in, all of it for the block's author.
 *
 * source: pallets/swap/src/pallet/impls.rs, swap_step.rs @ 14bc6f9
 */

import { U64F64 } from '@taonet/primitives';

/** Default rate: 33/65535. */
export const FEE_RATE_DEFAULT_U16 = 33;
/** Highest rate root may set: 15.26 %. */
export const FEE_RATE_MAX_U16 = 10_000;

const U16_ONE = U64F64.fromInt(0xffff);

/** Fee contained in a gross amount: ⌊amount·rate/65535⌋, the ratio truncated to 2⁻⁶⁴. source: calculate_fee_amount */
export function computeFeeOfAmount(amount: bigint, feeRateU16: number): bigint {
  const rate = U64F64.safeDiv(U64F64.fromInt(feeRateU16), U16_ONE);
  return U64F64.saturatingToU64(U64F64.saturatingMul(U64F64.fromInt(amount), rate));
}

/** Fee on top of a net amount: ⌊net·rate/(65535 − rate)⌋. source: determine_action */
export function computeFeeOnNet(net: bigint, feeRateU16: number): bigint {
  const rate = U64F64.fromInt(feeRateU16);
  return U64F64.saturatingToU64(U64F64.saturatingMul(U64F64.fromInt(net), U64F64.safeDiv(rate, U64F64.saturatingSub(U16_ONE, rate))));
}
