/** What calls announce under the rules of June 2026 with the switch `pow_registration`. source: ours, docs/adr/0015 */

import type { DispatchInfo, RuntimeCall, StateCtx } from '@taonet/frame';
import { dispatchInfoOf } from '../../weights/callWeights.ts';
import type { WeighCtx } from '../../weights/weightRow.ts';
import { bringsRealWork, type RegisterArgs } from './realWork.ts';

/** As upstream, but a registration by real work is free, as it was in May 2025: the hotkey that signs it need not own anything. */
export function announceWithWork(call: RuntimeCall, ctx: WeighCtx & StateCtx): DispatchInfo {
  const info = dispatchInfoOf(call, ctx);
  if (call.type !== 'SubtensorModule' || call.value.type !== 'register') return info;
  return bringsRealWork(ctx, call.value.value as RegisterArgs) ? { ...info, paysFee: false } : info;
}
