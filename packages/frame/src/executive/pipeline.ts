/** Checks and applies one extrinsic: signature, extensions, call. source: sp-runtime 42.0.0, generic/checked_extrinsic.rs */

import { encode, encodeEach, signedPayload, type AnyCodec, type Extrinsic } from '@taonet/codec';
import { bytesToHex, type Hash } from '@taonet/primitives';
import type { DispatchResult } from '../call.ts';
import { NONE, signed, type Origin } from '../origin.ts';
import type { BlockCtx } from './blockContext.ts';
import type { Transaction } from './extension.ts';
import type { RuntimeSpec } from './runtimeSpec.ts';
import { combineValidity, DEFAULT_VALIDITY, invalid, unknown, type TransactionSource, type ValidTransaction } from './validity.ts';

/** An extrinsic whose signer is known to have signed it. */
export interface Checked {
  readonly origin: Origin;
  /** Undefined for bare extrinsics. */
  readonly extra: readonly unknown[] | undefined;
}

/** Tells that the signature of the extrinsic with this hash was found good before. */
export type IsVerified = (extrinsicHash: Hash) => boolean;

/** Finds the signer and checks the signature. Throws an Invalidity: UnknownTransaction.CannotLookup, BadProof. */
export function checkExtrinsic<A, S>(
  spec: RuntimeSpec<A, S>,
  ctx: BlockCtx,
  { extrinsic, bytes, isVerified }: { extrinsic: Extrinsic<A, S>; bytes: Uint8Array; isVerified: IsVerified },
): Checked {
  const { preamble, call } = extrinsic;
  if (preamble.kind === 'bare') return { origin: NONE, extra: undefined };
  if (preamble.kind === 'general') return { origin: NONE, extra: preamble.extra };
  const who = spec.lookup(preamble.address);
  if (who === undefined) return unknown('CannotLookup', { required: 'an address that is an account' });
  const implicit = spec.extensions.map((one, i) => one.getImplicit?.(ctx, preamble.extra[i]));
  if (!isVerified(bytesToHex(ctx.crypto.blake2b256(bytes)))) {
    const payload = signedPayload(
      {
        call: encode(spec.format.call, call),
        extra: encodeEach(spec.extensions.map((one) => one.explicit as AnyCodec), preamble.extra),
        implicit: encodeEach(spec.extensions.map((one) => one.implicit as AnyCodec), implicit),
      },
      ctx.crypto.blake2b256,
    );
    if (!spec.verifySignature(preamble.signature, payload, who)) invalid('BadProof', { who });
  }
  return { origin: signed(who), extra: preamble.extra };
}

/** What all extensions (or, without a signature, the call's pallet) say of the transaction. Throws an Invalidity. */
export function validateChecked(spec: RuntimeSpec, ctx: BlockCtx, tx: Transaction, checked: Checked): ValidTransaction {
  return checked.extra === undefined ? validateBare(spec, ctx, tx) : validateExtended(spec, ctx, { tx, extra: checked.extra }).validity;
}

function validateExtended(spec: RuntimeSpec, ctx: BlockCtx, { tx, extra }: { tx: Transaction; extra: readonly unknown[] }): { validity: ValidTransaction; vals: unknown[] } {
  let validity = DEFAULT_VALIDITY;
  const vals: unknown[] = [];
  for (let i = 0; i < spec.extensions.length; i++) {
    const done = spec.extensions[i]!.validate?.(ctx, tx, extra[i]);
    if (done?.validity !== undefined) validity = combineValidity(validity, done.validity);
    vals.push(done?.val);
  }
  if (tx.origin.kind === 'none') invalid('UnknownOrigin', { call: `${tx.call.type}.${tx.call.value.type}` });
  return { validity, vals };
}

function validateBare(spec: RuntimeSpec, ctx: BlockCtx, tx: Transaction): ValidTransaction {
  const pallet = spec.pallets.find(({ name }) => name === tx.call.type);
  const ofCall = pallet?.validateUnsigned?.(ctx, tx.source, tx.call.value) ?? unknown('NoUnsignedValidator', { call: `${tx.call.type}.${tx.call.value.type}` });
  let validity = DEFAULT_VALIDITY;
  for (const extension of spec.extensions) validity = combineValidity(validity, extension.bareValidate?.(ctx, tx) ?? {});
  return combineValidity(validity, ofCall);
}

/** Applies the transaction: extensions, call, extensions. Throws an Invalidity when it must not stand in a block. */
export function applyChecked(spec: RuntimeSpec, ctx: BlockCtx, tx: Transaction, checked: Checked): DispatchResult {
  return checked.extra === undefined ? applyBare(spec, ctx, tx) : applyExtended(spec, ctx, { tx, extra: checked.extra });
}

function applyBare(spec: RuntimeSpec, ctx: BlockCtx, tx: Transaction): DispatchResult {
  // A pallet without a validator lets calls pass: its author answers for what stands in the block.
  spec.pallets.find(({ name }) => name === tx.call.type)?.validateUnsigned?.(ctx, 'InBlock', tx.call.value);
  for (const extension of spec.extensions) extension.bareValidateAndPrepare?.(ctx, tx);
  const result = ctx.dispatch(tx.call, NONE);
  for (const extension of spec.extensions) extension.barePostDispatch?.(ctx, tx, result);
  return result;
}

function applyExtended(spec: RuntimeSpec, ctx: BlockCtx, { tx, extra }: { tx: Transaction; extra: readonly unknown[] }): DispatchResult {
  const { vals } = validateExtended(spec, ctx, { tx, extra });
  const pres = spec.extensions.map((one, i) => one.prepare?.(ctx, tx, vals[i], extra[i]));
  const result = ctx.dispatch(tx.call, tx.origin);
  spec.extensions.forEach((one, i) => one.postDispatch?.(ctx, tx, pres[i], result));
  return result;
}

/** Describes the transaction for the extensions. */
export function transactionOf(
  ctx: BlockCtx,
  { call, bytes, checked, source }: { call: Transaction['call']; bytes: Uint8Array; checked: Checked; source: TransactionSource },
): Transaction {
  return { origin: checked.origin, call, info: ctx.dispatchInfo(call), lengthBytes: bytes.length, source };
}
