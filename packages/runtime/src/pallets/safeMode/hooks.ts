import type { Hooks } from '@taonet/frame';
import { measured } from '../../weights/weightRow.ts';
import { exitSafeMode } from './exit.ts';
import { S } from './pallet.ts';

const NOTHING_TO_DO = measured(733_000, 1_489, 1, 0);
const EXIT = measured(4_926_000, 1_489, 1, 1);

/** Safe mode ends by itself. source: pallet-safe-mode 22.0.0, lib.rs, on_initialize */
export const hooks: Hooks = {
  onInitialize(ctx, block) {
    const until = S.EnteredUntil.get(ctx);
    if (until === undefined || block <= until) return NOTHING_TO_DO;
    exitSafeMode(ctx, 'Timeout');
    return EXIT;
  },
};
