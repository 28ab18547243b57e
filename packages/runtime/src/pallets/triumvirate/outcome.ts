/** How an inner call ended, as events tell it. */

import type { DispatchResult } from '@taonet/frame';
import type { DispatchError } from '@taonet/primitives';

export function outcomeOf(result: DispatchResult): { readonly type: 'Ok' } | { readonly type: 'Err'; readonly value: DispatchError } {
  return result.ok ? { type: 'Ok' } : { type: 'Err', value: result.error };
}
