/** The one place of the deterministic zone that catches. */

import { Invalidity, Refusal } from '@taonet/primitives';
import type { StateCtx } from './context.ts';

/**
 * Runs `work` in its own storage layer. A refusal rolls the layer back (storage and events) and is returned;
 * everything else passes through. Upstream: `with_storage_layer`, and every place that swallows a refusal.
 */
export function inLayer<T>(ctx: StateCtx, work: () => T): { readonly ok: T } | { readonly refusal: Refusal } {
  ctx.state.begin();
  // eslint-disable-next-line no-restricted-syntax -- the one place where refusals are caught
  try {
    const ok = work();
    ctx.state.commit();
    return { ok };
  } catch (error) {
    ctx.state.rollback();
    if (error instanceof Refusal) return { refusal: error };
    throw error;
  }
}

/** `inLayer` for transactions: what is caught and returned is an Invalidity. */
export function inTransaction<T>(ctx: StateCtx, work: () => T): { readonly ok: T } | { readonly invalidity: Invalidity } {
  ctx.state.begin();
  // eslint-disable-next-line no-restricted-syntax -- the one place where refusals are caught
  try {
    const ok = work();
    ctx.state.commit();
    return { ok };
  } catch (error) {
    ctx.state.rollback();
    if (error instanceof Invalidity) return { invalidity: error };
    throw error;
  }
}
