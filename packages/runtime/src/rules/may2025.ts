/** The rules of May 2025. source: opentensor/subtensor @ 1b0c63a, spec 273 */

import { subtensorModule } from '@taonet/abi';
import { bindCalls, ZERO_WEIGHT } from '@taonet/frame';
import { callInfoOf } from '../weights/callWeights.ts';
import { registrationCalls } from './may2025/registration/calls.ts';
import { moveCalls } from './may2025/staking/calls/moveCalls.ts';
import { stakeCalls } from './may2025/staking/calls/stakeCalls.ts';
import type { Handlers, RuleSet } from './ruleSet.ts';

/** Of all areas; each hands in its own. */
const calls = bindCalls(subtensorModule, {
  ...stakeCalls,
  ...moveCalls,
  ...registrationCalls,
}) as Handlers;

export const may2025: RuleSet = {
  subtensorCalls: calls,
  onInitialize: () => ZERO_WEIGHT,
  // Dispatch was not guarded then: what a signer must not do was a matter of a transaction's validity.
  guard: () => undefined,
  // Nor did guards add to weights.
  announce: callInfoOf,
};
