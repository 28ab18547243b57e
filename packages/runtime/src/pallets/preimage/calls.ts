import { preimage } from '@taonet/abi';
import { bindCalls, ensureRoot, ensureSigned, ensureSignedOrRoot } from '@taonet/frame';
import { ensure } from '@taonet/primitives';
import { noteBytes, requestPreimage, unnotePreimage, unrequestPreimage } from './note.ts';
import { E } from './pallet.ts';

const HASHES_MAX = 1024;

/** source: pallet-preimage 41.0.0, lib.rs */
export const calls = bindCalls(preimage, {
  note_preimage(ctx, origin, { bytes }) {
    const depositor = ensureSignedOrRoot(origin);
    const { requested } = noteBytes(ctx, bytes, depositor);
    return { paysFee: !requested && depositor !== undefined };
  },

  unnote_preimage: (ctx, origin, { hash }) => unnotePreimage(ctx, hash, ensureSignedOrRoot(origin)),

  request_preimage(ctx, origin, { hash }) {
    ensureRoot(origin);
    requestPreimage(ctx, hash);
  },

  unrequest_preimage(ctx, origin, { hash }) {
    ensureRoot(origin);
    unrequestPreimage(ctx, hash);
  },

  /** Statuses of the old form never were on a chain of this program: there is nothing to update. refuses TooFew, TooMany */
  ensure_updated(_ctx, origin, { hashes }) {
    ensureSigned(origin);
    ensure(hashes.length > 0, E.TooFew, { actual: hashes.length, required: 1 });
    ensure(hashes.length <= HASHES_MAX, E.TooMany, { actual: hashes.length, required: HASHES_MAX });
    return { paysFee: true };
  },
});
