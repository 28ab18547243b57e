import type { Hooks } from '@taonet/frame';
import { defect } from '@taonet/primitives';
import { measured } from '../../weights/weightRow.ts';
import { S } from './pallet.ts';
import { slotOfDigest } from './slots.ts';

const WITH_SLOT = measured(0, 0, 2, 1);
const WITHOUT_SLOT = measured(0, 0, 1, 0);

/** A block's slot must come after its parent's; else the block is invalid. source: pallet-aura 40.0.0, lib.rs */
export const hooks: Hooks = {
  onInitialize(ctx, block) {
    const slot = slotOfDigest(ctx);
    if (slot === undefined) return WITHOUT_SLOT;
    const before = S.CurrentSlot.get(ctx);
    if (slot <= before) throw defect('SlotNotIncreased', { block, slot, before });
    S.CurrentSlot.set(ctx, slot);
    return WITH_SLOT;
  },
};
