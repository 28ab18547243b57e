/** What it would cost to send a call. */

import type { BlockCtx, RuntimeCall } from '@taonet/frame';
import { inclusionFee, totalFee } from '../pallets/transactionPayment/fees.ts';

/** Around the call: format 1, address 33, signature 65, era 2, nonce 1, tip 1, mode 1. */
const SIGNED_BYTES = 104;

/** Bytes of a compact length in front of so many. */
const prefixBytes = (length: number): number => (length < 1 << 6 ? 1 : length < 1 << 14 ? 2 : 4);

/** Rao that the sender of the call pays, without a tip, in a mortal transaction with a nonce below 64; undefined for calls that are free. */
export function callFee(ctx: BlockCtx, call: RuntimeCall): bigint | undefined {
  const { weight, class: dispatchClass, paysFee } = ctx.dispatchInfo(call);
  if (!paysFee) return undefined;
  const length = ctx.encodeCall(call).length + SIGNED_BYTES;
  return totalFee(inclusionFee(ctx, { weight, dispatchClass, lengthBytes: length + prefixBytes(length) }), 0n);
}
