/** The rules of June 2026. source: opentensor/subtensor @ 14bc6f9, spec 425 */

import { calls } from '../pallets/subtensor/calls.ts';
import { subtensorGuards } from '../pallets/subtensor/guards/subtensorGuards.ts';
import { onInitialize } from '../pallets/subtensor/hooks.ts';
import { dispatchInfoOf } from '../weights/callWeights.ts';
import type { Handlers, RuleSet } from './ruleSet.ts';

export const june2026: RuleSet = {
  subtensorCalls: calls as Handlers,
  onInitialize,
  guard: (ctx, who, call) => subtensorGuards(ctx, { kind: 'signed', who }, call),
  announce: dispatchInfoOf,
};
