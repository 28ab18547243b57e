/** Calls that nobody but root may make. source: runtime/src/lib.rs, BaseCallFilter @ 14bc6f9 */

import type { RuntimeCall, StateCtx } from '@taonet/frame';
import { passesSafeMode } from './pallets/safeMode/filter.ts';

const BATCHES: ReadonlySet<string> = new Set(['batch', 'batch_all', 'force_batch']);

const isBatch = (call: RuntimeCall): boolean => call.type === 'Utility' && BATCHES.has(call.value.type);

/** A batch must not hold a batch. */
function passesNesting(call: RuntimeCall): boolean {
  if (!isBatch(call)) return true;
  const { calls } = call.value.value as { readonly calls: readonly RuntimeCall[] };
  return !calls.some(isBatch);
}

export function passesBaseFilter(ctx: StateCtx, call: RuntimeCall): boolean {
  return passesSafeMode(ctx, call) && passesNesting(call);
}
