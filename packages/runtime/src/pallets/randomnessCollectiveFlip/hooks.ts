import type { Hooks } from '@taonet/frame';
import { measured } from '../../weights/weightRow.ts';
import { S as System } from '../system/pallet.ts';
import { S } from './pallet.ts';

/** Parent hashes that are kept. */
const MATERIAL_LENGTH = 81;
const WEIGHT = measured(0, 0, 1, 1);

/** Keeps the last 81 parent hashes, in a ring. source: pallet-insecure-randomness-collective-flip 29.0.0, lib.rs */
export const hooks: Hooks = {
  onInitialize(ctx, block) {
    const parent = System.ParentHash.get(ctx);
    S.RandomMaterial.mutate(ctx, (ring) => {
      if (ring.length < MATERIAL_LENGTH) return [...ring, parent];
      const next = [...ring];
      next[(block - 1) % MATERIAL_LENGTH] = parent;
      return next;
    });
    return WEIGHT;
  },
};
