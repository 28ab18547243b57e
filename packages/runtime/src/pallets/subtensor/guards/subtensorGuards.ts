/**
 * What a signer must satisfy before a call is dispatched. Runs at every dispatch, nested ones included, and when a
 * transaction is validated; root passes.
 *
 * source: pallets/subtensor/src/guards/mod.rs, runtime/src/lib.rs DispatchExtension @ 14bc6f9
 */

import type { Origin, RuntimeCall, StateCtx } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import { checkColdkeySwap } from './checkColdkeySwap.ts';
import { checkDelegateTake } from './checkDelegateTake.ts';
import { checkEvmKeyAssociation } from './checkEvmKeyAssociation.ts';
import { checkRateLimits } from './checkRateLimits.ts';
import { checkServingEndpoints } from './checkServingEndpoints.ts';
import { checkWeights } from './checkWeights.ts';
import { GUARDED_CALLS, type GuardName } from './guardedCalls.ts';
import { asSubtensorCall, type SubtensorCall } from './subtensorCall.ts';

/** In upstream's order. */
const CHECKS: readonly (readonly [GuardName, (ctx: StateCtx, who: AccountId, call: SubtensorCall) => void])[] = [
  ['weights', checkWeights],
  ['rateLimits', checkRateLimits],
  ['delegateTake', checkDelegateTake],
  ['servingEndpoints', checkServingEndpoints],
  ['evmKeyAssociation', checkEvmKeyAssociation],
];

/** Refuses what the guards refuse to a signed origin; other origins pass. */
export function subtensorGuards(ctx: StateCtx, origin: Origin, call: RuntimeCall): void {
  if (origin.kind !== 'signed') return;
  checkColdkeySwap(ctx, origin.who, call);
  const own = asSubtensorCall(call);
  if (own === undefined) return;
  for (const [guard, check] of CHECKS) if (GUARDED_CALLS[guard].has(own.type)) check(ctx, origin.who, own);
}
