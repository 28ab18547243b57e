import { grandpa } from '@taonet/abi';
import { bindCalls, ensureRoot } from '@taonet/frame';
import { S } from './pallet.ts';

/** source: pallet-grandpa 41.0.0, lib.rs */
export const calls = bindCalls(grandpa, {
  /** Notes that finality stands still; nothing on this chain acts on it. */
  note_stalled(ctx, origin, { delay, best_finalized_block_number }) {
    ensureRoot(origin);
    S.Stalled.set(ctx, [delay, best_finalized_block_number]);
  },
});
