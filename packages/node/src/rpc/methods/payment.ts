/** payment_*: what a transaction costs. */

import { CannotDecode, readCompact, Reader, Writer } from '@taonet/codec';
import { concatBytes, U64_MAX } from '@taonet/primitives';
import { callAt } from '../blocks.ts';
import { method, type MethodGroup } from '../method.ts';
import { hash, hexBytes, optional } from '../params.ts';
import { ensureWellFormed } from './author.ts';

const params = { encodedXt: hexBytes, at: optional(hash) };
const CLASSES = ['normal', 'operational', 'mandatory'] as const;

/** The extrinsic and its length, as the runtime API takes them. */
function argsOf(extrinsic: Uint8Array): Uint8Array {
  ensureWellFormed(extrinsic);
  const length = new Writer(4);
  length.uintLe(extrinsic.length, 4);
  return concatBytes(extrinsic, length.bytes());
}

export const paymentMethods: MethodGroup = {
  title: 'payment',
  rows: [
    method({
      name: 'payment_queryInfo',
      params,
      returns: '{ weight: { ref_time, proof_size }, class, partialFee: decimal text }',
      docs: 'Weight, class and fee (without tip) of a transaction. Its signature does not matter.',
      run: ({ node }, { encodedXt, at }) => {
        const reader = new Reader(callAt(node, 'TransactionPaymentApi_query_info', argsOf(encodedXt), at));
        const weight = { ref_time: readCompact(reader, U64_MAX), proof_size: readCompact(reader, U64_MAX) };
        const dispatchClass = CLASSES[reader.byte()];
        if (dispatchClass === undefined) throw new CannotDecode('a dispatch class', reader.offset);
        return { weight, class: dispatchClass, partialFee: String(reader.bigLe(8)) };
      },
    }),
    method({
      name: 'payment_queryFeeDetails',
      params,
      returns: '{ inclusionFee: { baseFee, lenFee, adjustedWeightFee } | null }',
      docs: 'The parts of a transaction\'s fee.',
      run: ({ node }, { encodedXt, at }) => {
        const reader = new Reader(callAt(node, 'TransactionPaymentApi_query_fee_details', argsOf(encodedXt), at));
        if (reader.byte() === 0) return { inclusionFee: null };
        const [baseFee, lenFee, adjustedWeightFee] = [reader.bigLe(8), reader.bigLe(8), reader.bigLe(8)];
        return { inclusionFee: { baseFee, lenFee, adjustedWeightFee } };
      },
    }),
  ],
};
