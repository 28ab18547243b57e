/** Replays `taonet-weights/1`: what each call of upstream announces and costs, with default arguments, asked through the runtime's API. */

import { feeDetails, runtimeDispatchInfo, weight } from '@taonet/abi';
import { CannotDecode, encode, tryDecode, u32, u64, type Codec } from '@taonet/codec';
import { MemoryState, Overlay } from '@taonet/frame';
import { concatBytes, hexToBytes, type Crypto } from '@taonet/primitives';
import { callApi, type ViewCtx } from '@taonet/runtime';

interface CallRow {
  readonly pallet: string;
  readonly call: string;
  /** Calls whose default arguments do not decode have nothing else. */
  readonly undecodable?: string | undefined;
  readonly encoded: string;
  readonly callWeight: { readonly refTime: number; readonly proofSize: number };
  readonly class: string;
  readonly pays: 'Yes' | 'No';
  /** Length of a signed extrinsic with this call. */
  readonly signedLen: number;
  readonly feeDetails: { readonly baseFee: number; readonly lenFee: number; readonly adjustedWeightFee: number } | null;
  readonly partialFee: number;
}

export interface WeightsFile {
  readonly calls: readonly CallRow[];
  readonly weightToFee: readonly (readonly [refTime: number, fee: number])[];
}

export interface WeightCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly expected: string;
  readonly got: string;
}

export function replayWeights(json: unknown, crypto: Crypto, options: { readonly powFaucet?: boolean } = {}): WeightCheck[] {
  const file = json as WeightsFile;
  const build = { fast: false, powFaucet: options.powFaucet ?? false };
  const ctx: ViewCtx = { state: new Overlay(new MemoryState()), crypto, build, metadataAt: () => undefined };
  return [
    ...file.weightToFee.map(([refTime, fee]) =>
      same(`fee of ${refTime} ps`, fee, ask(ctx, 'query_weight_to_fee', encode(weight, { ref_time: BigInt(refTime), proof_size: 0n }), u64))),
    ...file.calls.filter(({ undecodable }) => undecodable === undefined).flatMap((row) => checksOf(ctx, row)),
  ];
}

function checksOf(ctx: ViewCtx, row: CallRow): WeightCheck[] {
  const args = concatBytes(hexToBytes(row.encoded), encode(u32, row.signedLen));
  const info = ask(ctx, 'query_call_info', args, runtimeDispatchInfo);
  const fee = ask(ctx, 'query_call_fee_details', args, feeDetails).inclusion_fee;
  const name = `${row.pallet}.${row.call}`;
  return [
    same(`${name} ref time`, row.callWeight.refTime, info.weight.ref_time),
    same(`${name} proof size`, row.callWeight.proofSize, info.weight.proof_size),
    same(`${name} class`, row.class, info.class),
    same(`${name} pays`, row.pays, fee === undefined ? 'No' : 'Yes'),
    same(`${name} fee`, row.partialFee, info.partial_fee),
    same(`${name} parts of the fee`, feeText(row.feeDetails ?? undefined), fee === undefined ? 'none' : `${fee.base_fee} ${fee.len_fee} ${fee.adjusted_weight_fee}`),
  ];
}

function ask<T>(ctx: ViewCtx, method: string, args: Uint8Array, result: Codec<T>): T {
  const answer = callApi(ctx, `TransactionPaymentCallApi_${method}`, args);
  if (!(answer instanceof Uint8Array)) throw answer;
  const value = tryDecode(result, answer);
  if (value instanceof CannotDecode) throw value;
  return value;
}

const feeText = (fee: CallRow['feeDetails'] | undefined): string => (fee === undefined || fee === null ? 'none' : `${fee.baseFee} ${fee.lenFee} ${fee.adjustedWeightFee}`);

/** JSON numbers above 2^53 lost their last digits when they were read: they are compared as what they became. */
function same(name: string, expected: string | number, got: string | bigint): WeightCheck {
  const equal = typeof expected === 'number' ? Number(got) === expected : expected === got;
  return { name, ok: equal, expected: String(expected), got: String(got) };
}
