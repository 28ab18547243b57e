/** The rules of May 2025. source: opentensor/subtensor @ 1b0c63a, spec 273 */

import { subtensorModule } from '@taonet/abi';
import { bindCalls } from '@taonet/frame';
import { getCurrentBlockAsU64 } from '../pallets/subtensor/currentBlock.ts';
import { callInfoOf } from '../weights/callWeights.ts';
import { adminCalls } from './may2025/adminUtils/calls.ts';
import { weightsOfMay2025 } from './may2025/callWeights/callWeights.ts';
import { enter, leave } from './may2025/carry/carry.ts';
import { childrenCalls } from './may2025/children/calls.ts';
import { onInitialize } from './may2025/coinbase/blockStep.ts';
import { delegateCalls } from './may2025/delegates/calls.ts';
import { writeGenesis } from './may2025/genesis.ts';
import { laterCalls } from './may2025/laterCalls.ts';
import { DEFAULTS, S } from './may2025/pallet.ts';
import { PROXY_FILTERS_OF_MAY_2025 } from './may2025/proxyFilters.ts';
import { registrationCalls } from './may2025/registration/calls.ts';
import { moveCalls } from './may2025/staking/calls/moveCalls.ts';
import { stakeCalls } from './may2025/staking/calls/stakeCalls.ts';
import { swapCalls } from './may2025/swaps/calls.ts';
import { feesOfMay2025 } from './may2025/transactions/fees.ts';
import { validateSigned } from './may2025/transactions/validateSigned.ts';
import { viewsOfMay2025 } from './may2025/views/views.ts';
import { weightCalls } from './may2025/weights/calls.ts';
import { getEpochIndex } from './may2025/weights/commitEpochs.ts';
import type { Handlers, RuleSet } from './ruleSet.ts';

/** Of all areas; each hands in its own. */
const calls = bindCalls(subtensorModule, {
  ...stakeCalls,
  ...moveCalls,
  ...registrationCalls,
  ...childrenCalls,
  ...weightCalls,
  ...swapCalls,
  ...delegateCalls,
  ...laterCalls,
}) as Handlers;

export const may2025: RuleSet = {
  specVersion: 273,
  defaults: DEFAULTS,
  // Pools are traded with through stake calls alone.
  calls: { SubtensorModule: calls, AdminUtils: adminCalls as Handlers, Swap: {}, LimitOrders: {} },
  enter,
  leave,
  writeGenesis,
  onInitialize,
  epochIndex: (ctx, netuid) => getEpochIndex(ctx, netuid, getCurrentBlockAsU64(ctx)),
  hidesWeights: (ctx, netuid) => S.CommitRevealWeightsEnabled.get(ctx, netuid),
  // Dispatch was not guarded then: what a signer must not do was a matter of a transaction's validity.
  guard: () => undefined,
  validateSigned,
  checkSudoSender: () => undefined,
  proxyFilters: PROXY_FILTERS_OF_MAY_2025,
  // Nor did guards add to weights.
  weights: weightsOfMay2025,
  fees: feesOfMay2025,
  views: viewsOfMay2025,
  announce: (call, ctx) => callInfoOf(weightsOfMay2025.calls, call, ctx),
};
