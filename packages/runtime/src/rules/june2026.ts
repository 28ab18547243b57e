/** The rules of June 2026. source: opentensor/subtensor @ 14bc6f9, spec 425 */

import { writeSubtensorGenesis } from '../genesis/subtensorGenesis.ts';
import { calls } from '../pallets/subtensor/calls.ts';
import { subtensorGuards } from '../pallets/subtensor/guards/subtensorGuards.ts';
import { onInitialize } from '../pallets/subtensor/hooks.ts';
import { dispatchInfoOf } from '../weights/callWeights.ts';
import { S } from '../pallets/subtensor/pallet.ts';
import type { Handlers, RuleSet } from './ruleSet.ts';

export const june2026: RuleSet = {
  subtensorCalls: calls as Handlers,
  writeGenesis: writeSubtensorGenesis,
  onInitialize,
  epochIndex: (ctx, netuid) => S.SubnetEpochIndex.get(ctx, netuid),
  guard: (ctx, who, call) => subtensorGuards(ctx, { kind: 'signed', who }, call),
  announce: dispatchInfoOf,
};
