/** The extensions of pallet System, of which each does one plain check. source: frame-system 41.0.0, extensions */

import { compactU32, encode, era, eraBirth, eraDeath, h256, tuple, accountId, u32, unit, type Era } from '@taonet/codec';
import { actualWeight, exceeds, invalid, subWeight, type BlockCtx, type DispatchResult, type Transaction, type TransactionExtension } from '@taonet/frame';
import type { Hash } from '@taonet/primitives';
import { BLOCK_LIMITS, TRANSACTION_VERSION } from '../limits.ts';
import { specVersionOf } from '../rules/ruleSetOf.ts';
import { consumeExtrinsicWeight, reclaimWeight } from '../pallets/system/blockWeight.ts';
import { S as System } from '../pallets/system/pallet.ts';
import { NOTHING } from './unit.ts';

const ZERO_ACCOUNT = '00'.repeat(32);

/** The account of zeros, whose key nobody has, signs nothing. */
export const checkNonZeroSender: TransactionExtension<undefined, undefined, undefined> = {
  identifier: 'CheckNonZeroSender',
  ...NOTHING,
  validate(_ctx, { origin }) {
    if (origin.kind === 'signed' && origin.who === ZERO_ACCOUNT) invalid('BadSigner', { who: origin.who });
    return { val: undefined };
  },
};

/** The signer knew which version of the runtime it spoke to. */
export const checkSpecVersion: TransactionExtension<undefined, number> = {
  identifier: 'CheckSpecVersion',
  explicit: unit,
  implicit: u32,
  getImplicit: specVersionOf,
};

/** … and how its transactions are written. */
export const checkTxVersion: TransactionExtension<undefined, number> = {
  identifier: 'CheckTxVersion',
  explicit: unit,
  implicit: u32,
  getImplicit: () => TRANSACTION_VERSION,
};

/** … and on which chain. */
export const checkGenesis: TransactionExtension<undefined, Hash> = {
  identifier: 'CheckGenesis',
  explicit: unit,
  implicit: h256,
  getImplicit: (ctx) => System.BlockHash.get(ctx, 0),
};

/** Longest era of a shielded transaction, blocks. */
const SHIELDED_PERIOD_MAX = 8;

/**
 * The transaction's time has not run out; a shielded one must be short-lived.
 *
 * source: runtime/src/check_mortality.rs @ 14bc6f9
 */
export const checkMortality: TransactionExtension<Era, Hash, undefined> = {
  identifier: 'CheckMortality',
  explicit: era,
  implicit: h256,
  getImplicit(ctx, mortality) {
    const birth = eraBirth(mortality, System.Number.get(ctx));
    if (!System.BlockHash.has(ctx, birth)) invalid('AncientBirthBlock', { actual: birth, block: System.Number.get(ctx) });
    return System.BlockHash.get(ctx, birth);
  },
  validate(ctx, { call }, mortality) {
    if (call.type === 'MevShield' && call.value.type === 'submit_encrypted') {
      if (mortality.type === 'Immortal' || mortality.period > SHIELDED_PERIOD_MAX) {
        invalid('Stale', { actual: mortality.type === 'Immortal' ? 'immortal' : mortality.period, required: SHIELDED_PERIOD_MAX });
      };
    }
    const now = System.Number.get(ctx);
    const death = eraDeath(mortality, now);
    return { validity: { longevity: death === undefined ? FOREVER - BigInt(now) : BigInt(death - now) }, val: undefined };
  },
};

const FOREVER = (1n << 64n) - 1n;

const nonceTag = tuple(accountId, u32);

/**
 * Transactions of an account come in order, each once.
 *
 * source: runtime/src/check_nonce.rs @ 14bc6f9
 */
export const checkNonce: TransactionExtension<number, undefined, number | undefined> = {
  identifier: 'CheckNonce',
  explicit: compactU32,
  implicit: unit,
  validate(ctx, { origin, info }, nonce) {
    if (origin.kind !== 'signed') return { val: undefined };
    const account = System.Account.get(ctx, origin.who);
    // Nobody has paid for keeping the nonce of an account that does not exist.
    if (info.paysFee && account.providers === 0 && account.sufficients === 0) invalid('Payment', { who: origin.who, providers: 0 });
    if (nonce < account.nonce) invalid('Stale', { who: origin.who, actual: nonce, required: account.nonce });
    const tag = (n: number): Uint8Array => encode(nonceTag, [origin.who, n]);
    return { validity: { provides: [tag(nonce)], requires: account.nonce < nonce ? [tag(nonce - 1)] : [] }, val: account.nonce };
  },
  prepare(ctx, { origin }, current, nonce) {
    if (origin.kind !== 'signed' || current === undefined) return;
    if (nonce > current) invalid('Future', { who: origin.who, actual: nonce, required: current });
    const account = System.Account.get(ctx, origin.who);
    System.Account.set(ctx, origin.who, { ...account, nonce: (current + 1) >>> 0 });
  },
};

/** The extrinsic fits into the block, by weight and by length. */
export const checkWeight: TransactionExtension<undefined, undefined, number> = {
  identifier: 'CheckWeight',
  ...NOTHING,
  validate: (ctx, tx) => ({ val: ensureFits(ctx, tx) }),
  prepare: (ctx, tx, nextLength) => consume(ctx, tx, nextLength),
  postDispatch: (ctx, tx, _pre, result) => reclaim(ctx, tx, result),
  bareValidate(ctx, tx) {
    ensureFits(ctx, tx);
    return {};
  },
  bareValidateAndPrepare: (ctx, tx) => consume(ctx, tx, ensureFits(ctx, tx)),
  barePostDispatch: reclaim,
};

/** Returns the length of all extrinsics with this one. */
function ensureFits(ctx: BlockCtx, { info, lengthBytes }: Transaction): number {
  const limits = BLOCK_LIMITS.classes[info.class];
  const next = (System.AllExtrinsicsLen.get(ctx) ?? 0) + lengthBytes;
  if (next > limits.maxLengthBytes) invalid('ExhaustsResources', { what: 'bytes', actual: next, required: limits.maxLengthBytes });
  if (limits.maxExtrinsic !== undefined && exceeds(info.weight, limits.maxExtrinsic)) invalid('ExhaustsResources', { what: 'ref_time', actual: info.weight.refTime, required: limits.maxExtrinsic.refTime });
  return next;
}

function consume(ctx: BlockCtx, { info, lengthBytes }: Transaction, nextLength: number): void {
  consumeExtrinsicWeight(ctx, info, lengthBytes);
  System.AllExtrinsicsLen.set(ctx, nextLength);
}

function reclaim(ctx: BlockCtx, { info }: Transaction, result: DispatchResult): void {
  reclaimWeight(ctx, subWeight(info.weight, actualWeight(info, result.post)), info.class);
}
