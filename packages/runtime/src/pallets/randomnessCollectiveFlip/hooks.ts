import type { Hooks } from '@taonet/frame';
import { hexToBytes } from '@taonet/primitives';
import { measured } from '../../weights/weightRow.ts';
import { S as System } from '../system/pallet.ts';
import { S } from './pallet.ts';

/** Parent hashes that are kept. */
const MATERIAL_LENGTH = 81;
const HASH_BYTES = 32;
/** Of the number 81, which stands before them. */
const PREFIX_BYTES = 2;
const FULL_BYTES = PREFIX_BYTES + MATERIAL_LENGTH * HASH_BYTES;
const WEIGHT = measured(0, 0, 1, 1);

/**
 * Keeps the last 81 parent hashes, in a ring. A full one is changed in its bytes: reading and writing all 81 takes longer than the
 * rest of an empty block's bookkeeping.
 *
 * source: pallet-insecure-randomness-collective-flip 29.0.0, lib.rs
 */
export const hooks: Hooks = {
  onInitialize(ctx, block) {
    const parent = System.ParentHash.get(ctx);
    const key = S.RandomMaterial.key(ctx);
    const stored = ctx.state.get(key);
    if (stored?.length === FULL_BYTES) {
      const next = stored.slice();
      next.set(hexToBytes(parent), PREFIX_BYTES + ((block - 1) % MATERIAL_LENGTH) * HASH_BYTES);
      ctx.state.set(key, next);
    } else {
      S.RandomMaterial.mutate(ctx, (ring) => [...ring, parent]);
    }
    return WEIGHT;
  },
};
