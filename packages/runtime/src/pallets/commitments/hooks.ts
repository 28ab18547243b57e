import type { Hooks } from '@taonet/frame';
import { revealTimelockedCommitments } from './revealTimelocked.ts';

/** source: pallets/commitments/src/lib.rs, on_initialize @ 14bc6f9 */
export const hooks: Hooks = {
  onInitialize: (ctx) => revealTimelockedCommitments(ctx),
};
