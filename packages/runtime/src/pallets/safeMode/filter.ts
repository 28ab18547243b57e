/** Which calls pass while the chain is in safe mode. source: runtime/src/lib.rs, SafeModeWhitelistedCalls @ 14bc6f9 */

import type { RuntimeCall, StateCtx } from '@taonet/frame';
import { S } from './pallet.ts';

const PALLETS: ReadonlySet<string> = new Set(['Sudo', 'Multisig', 'System', 'SafeMode', 'Timestamp']);
const CALLS: ReadonlySet<string> = new Set(['SubtensorModule.set_weights', 'SubtensorModule.serve_axon', 'Commitments.set_commitment']);

/** True when the call may be made now by others than root. */
export function passesSafeMode(ctx: StateCtx, call: RuntimeCall): boolean {
  if (PALLETS.has(call.type) || !S.EnteredUntil.has(ctx)) return true;
  return CALLS.has(`${call.type}.${call.value.type}`);
}
