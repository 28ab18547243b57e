import { weightOf, type Hooks } from '@taonet/frame';
import { defect } from '@taonet/primitives';
import { S } from './pallet.ts';

/** Weight of on_finalize, announced on_initialize. */
const WEIGHT = weightOf(3_246_000n, 0n);

/** Ends a block only if its time was set. source: pallet-timestamp 40.0.0, lib.rs */
export const hooks: Hooks = {
  onInitialize: () => WEIGHT,
  onFinalize(ctx, block) {
    if (!S.DidUpdate.take(ctx)) throw defect('TimestampNotSet', { block });
  },
};
