/** AccountNonceApi, TransactionPaymentApi, TransactionPaymentCallApi: what a signer must know before signing. */

import { accountNonceApi, runtimeCall, transactionPaymentApi, transactionPaymentCallApi, type RuntimeCall } from '@taonet/abi';
import { CannotDecode, encode } from '@taonet/codec';
import type { DispatchInfo, StateCtx } from '@taonet/frame';
import { getAccount } from '../pallets/system/accounts.ts';
import { inclusionFee, lengthToFee, totalFee, weightToFee, type InclusionFee } from '../pallets/transactionPayment/fees.ts';
import { ruleSetOf } from '../rules/ruleSetOf.ts';
import type { WeighCtx } from '../weights/weightRow.ts';
import { bindTrait, type ApiResult } from './handlers.ts';
import { tryReadCall } from './extrinsicCall.ts';
import type { ViewCtx } from './viewCtx.ts';

type RuntimeDispatchInfo = ApiResult<typeof transactionPaymentApi, 'query_info'>;
type FeeDetails = ApiResult<typeof transactionPaymentApi, 'query_fee_details'>;
type Weight = RuntimeDispatchInfo['weight'];

/** What a call announces under the rules of the state. */
function announced(ctx: StateCtx, call: RuntimeCall): DispatchInfo {
  const { announce } = ruleSetOf(ctx);
  const weigh: WeighCtx & StateCtx = { state: ctx.state, crypto: ctx.crypto, build: ctx.build, dispatchInfo: (inner) => announce(inner, weigh), encodeCall: (inner) => encode(runtimeCall, inner as RuntimeCall) };
  return announce(call, weigh);
}

/** How the call would come into a block. */
interface Carriage {
  /** Length of the extrinsic in bytes. */
  readonly len: number;
  /** Bare extrinsics pay nothing. */
  readonly bare: boolean;
}

/** What the call's inclusion costs without a tip; undefined where nothing is paid. */
function feeOf(ctx: StateCtx, { weight, class: dispatchClass, paysFee }: DispatchInfo, { len, bare }: Carriage): InclusionFee | undefined {
  return bare || !paysFee ? undefined : inclusionFee(ctx, { weight, dispatchClass, lengthBytes: len });
}

/** source: pallet-transaction-payment 41.0.0, query_info, query_call_info */
function queryInfo(ctx: StateCtx, call: RuntimeCall, carriage: Carriage): RuntimeDispatchInfo {
  const info = announced(ctx, call);
  return {
    weight: { ref_time: info.weight.refTime, proof_size: info.weight.proofSize },
    class: info.class,
    partial_fee: totalFee(feeOf(ctx, info, carriage), 0n),
  };
}

/** source: pallet-transaction-payment 41.0.0, query_fee_details, query_call_fee_details */
function queryFeeDetails(ctx: StateCtx, call: RuntimeCall, carriage: Carriage): FeeDetails {
  return { inclusion_fee: feeOf(ctx, announced(ctx, call), carriage), tip: 0n };
}

/** The answer about an extrinsic, or why its bytes are none. */
function ofExtrinsic<T>(ctx: ViewCtx, { uxt, len }: { uxt: Uint8Array; len: number }, answer: (call: RuntimeCall, carriage: Carriage) => T): T | CannotDecode {
  const read = tryReadCall(ctx, uxt);
  return read instanceof CannotDecode ? read : answer(read.call, { len, bare: read.bare });
}

const feeOfWeight = (weight: Weight): bigint => weightToFee({ refTime: weight.ref_time, proofSize: weight.proof_size });

export const transactionMethods = {
  ...bindTrait(accountNonceApi, {
    account_nonce: (ctx, { account }) => getAccount(ctx, account).nonce,
  }),
  ...bindTrait(transactionPaymentApi, {
    query_info: (ctx, args) => ofExtrinsic(ctx, args, (call, carriage) => queryInfo(ctx, call, carriage)),
    query_fee_details: (ctx, args) => ofExtrinsic(ctx, args, (call, carriage) => queryFeeDetails(ctx, call, carriage)),
    query_weight_to_fee: (_ctx, { weight }) => feeOfWeight(weight),
    query_length_to_fee: (_ctx, { length }) => lengthToFee(length),
  }),
  ...bindTrait(transactionPaymentCallApi, {
    query_call_info: (ctx, { call, len }) => queryInfo(ctx, call, { len, bare: false }),
    query_call_fee_details: (ctx, { call, len }) => queryFeeDetails(ctx, call, { len, bare: false }),
    query_weight_to_fee: (_ctx, { weight }) => feeOfWeight(weight),
    query_length_to_fee: (_ctx, { length }) => lengthToFee(length),
  }),
};
