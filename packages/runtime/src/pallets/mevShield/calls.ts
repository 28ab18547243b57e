import { accountId, bytes, encode, tuple } from '@taonet/codec';
import { mevShield } from '@taonet/abi';
import { bindCalls, ensureNone, ensureRoot, ensureSigned, type Ctx } from '@taonet/frame';
import { bytesToHex, ensure, refuse, type AccountId } from '@taonet/primitives';
import { authorityOfSlot, slotOfDigest } from '../aura/slots.ts';
import { S as System } from '../system/pallet.ts';
import { E, Ev, S } from './pallet.ts';

/** Bytes of an ML-KEM-768 encapsulation key. */
const KEY_BYTES = 1184;
/** Half of a block's reference time, ps. */
const WEIGHT_MAX = 2_000_000_000_000n;
/** Blocks from now at whose end the pending and the next key are no longer good. */
const PENDING_LIFETIME = 2;
const NEXT_LIFETIME = 3;

const submission = tuple(accountId, bytes);

/** source: pallets/shield/src/lib.rs @ 14bc6f9 */
export const calls = bindCalls(mevShield, {
  /**
   * Put into each block by its author: moves the keys of coming authors one place on and takes down the author's new key;
   * without one the author is left out of shielded transactions.
   */
  announce_next_key(ctx, origin, { enc_key }) {
    ensureNone(origin);
    const slot = slotOfDigest(ctx);
    const author = slot === undefined ? undefined : authorityOfSlot(ctx, slot);
    if (slot === undefined || author === undefined) return refuse(E.Unreachable, { slot, author });
    rotateKeys(ctx, authorityOfSlot(ctx, slot + 2n));
    if (enc_key === undefined) S.AuthorKeys.remove(ctx, author);
    else {
      ensure(enc_key.length === KEY_BYTES, E.BadEncKeyLen, { actual: enc_key.length, required: KEY_BYTES });
      S.AuthorKeys.set(ctx, author, enc_key);
    }
    setExpiries(ctx);
  },

  submit_encrypted(ctx, origin, { ciphertext }) {
    const who = ensureSigned(origin);
    ctx.deposit(Ev.EncryptedSubmitted({ id: bytesToHex(ctx.crypto.blake2b256(encode(submission, [who, ciphertext]))), who }));
  },

  store_encrypted(ctx, origin, { encrypted_call }) {
    const who = ensureSigned(origin);
    const count = S.CounterForPendingExtrinsics.get(ctx);
    const max = S.MaxPendingExtrinsicsLimit.get(ctx);
    ensure(count < max, E.TooManyPendingExtrinsics, { actual: count, required: max - 1 });
    const index = S.NextPendingExtrinsicIndex.get(ctx);
    S.PendingExtrinsics.set(ctx, index, { who, encrypted_call, submitted_at: System.Number.get(ctx) });
    S.CounterForPendingExtrinsics.set(ctx, count + 1);
    S.NextPendingExtrinsicIndex.set(ctx, index + 1);
    ctx.deposit(Ev.ExtrinsicStored({ index, who }));
  },

  set_max_pending_extrinsics_number(ctx, origin, { value }) {
    ensureRoot(origin);
    S.MaxPendingExtrinsicsLimit.set(ctx, value);
    ctx.deposit(Ev.MaxPendingExtrinsicsNumberSet({ value }));
  },

  set_on_initialize_weight(ctx, origin, { value }) {
    ensureRoot(origin);
    ensure(value <= WEIGHT_MAX, E.WeightExceedsAbsoluteMax, { actual: value, required: WEIGHT_MAX });
    S.OnInitializeWeight.set(ctx, value);
    ctx.deposit(Ev.OnInitializeWeightSet({ value }));
  },

  set_stored_extrinsic_lifetime(ctx, origin, { value }) {
    ensureRoot(origin);
    S.ExtrinsicLifetime.set(ctx, value);
    ctx.deposit(Ev.ExtrinsicLifetimeSet({ value }));
  },

  set_max_extrinsic_weight(ctx, origin, { value }) {
    ensureRoot(origin);
    ensure(value <= WEIGHT_MAX, E.WeightExceedsAbsoluteMax, { actual: value, required: WEIGHT_MAX });
    S.MaxExtrinsicWeight.set(ctx, value);
    ctx.deposit(Ev.MaxExtrinsicWeightSet({ value }));
  },
});

/** The pending key becomes current, the next one pending, and the key of the author after the next one is next. */
function rotateKeys(ctx: Ctx, authorAfterNext: AccountId | undefined): void {
  const pending = S.PendingKey.take(ctx);
  if (pending === undefined) S.CurrentKey.remove(ctx);
  else S.CurrentKey.set(ctx, pending);
  const next = S.NextKey.take(ctx);
  if (next !== undefined) S.PendingKey.set(ctx, next);
  const key = authorAfterNext === undefined ? undefined : S.AuthorKeys.get(ctx, authorAfterNext);
  if (key !== undefined) S.NextKey.set(ctx, key);
}

function setExpiries(ctx: Ctx): void {
  const now = System.Number.get(ctx);
  if (S.PendingKey.has(ctx)) S.PendingKeyExpiresAt.set(ctx, now + PENDING_LIFETIME);
  else S.PendingKeyExpiresAt.remove(ctx);
  if (S.NextKey.has(ctx)) S.NextKeyExpiresAt.set(ctx, now + NEXT_LIFETIME);
  else S.NextKeyExpiresAt.remove(ctx);
}
