import { addWeight, type Hooks } from '@taonet/frame';
import { BLOCK_HASH_COUNT } from '../../limits.ts';
import { measured } from '../../weights/weightRow.ts';
import { S } from './pallet.ts';
import { storeBlock } from './storeBlock.ts';

/** Killing one storage key, and what on_finalize reads and writes. */
const WEIGHT = addWeight(measured(1_624_000 + 566_903, 0, 0, 1), measured(0, 0, 2, 2));

/** source: frontier d553a1155, frame/ethereum/src/lib.rs */
export const hooks: Hooks = {
  onInitialize: () => WEIGHT,
  onFinalize(ctx, block) {
    storeBlock(ctx, BigInt(block));
    const oldest = block - BLOCK_HASH_COUNT - 1;
    // The genesis hash stays.
    if (oldest > 0) S.BlockHash.remove(ctx, BigInt(oldest));
  },
};
