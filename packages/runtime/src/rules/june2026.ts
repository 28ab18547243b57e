/** The rules of June 2026. source: opentensor/subtensor @ 14bc6f9, spec 425 */

import { invalid } from '@taonet/frame';
import { viewsOfToday } from '../apis/viewsOfToday.ts';
import { writeSubtensorGenesis } from '../genesis/subtensorGenesis.ts';
import { SPEC_VERSION } from '../limits.ts';
import { PROXY_FILTERS } from '../pallets/proxy/filterTable.ts';
import { calls } from '../pallets/subtensor/calls.ts';
import { settlePending } from '../pallets/subtensor/coinbase/settlePending.ts';
import { subtensorGuards } from '../pallets/subtensor/guards/subtensorGuards.ts';
import { onInitialize } from '../pallets/subtensor/hooks.ts';
import { S } from '../pallets/subtensor/pallet.ts';
import { S as Sudo } from '../pallets/sudo/pallet.ts';
import { feesOfJune2026 } from '../pallets/transactionPayment/charge.ts';
import { CALL_WEIGHTS } from '../weights/callWeights.ts';
import { REFUND } from '../weights/crowdloan.ts';
import { createDoneWeights } from '../weights/doneWeights.ts';
import { MULTISIG_STEPS } from '../weights/multisig.ts';
import { utilityWeights } from '../weights/utility.ts';
import { announceLiquidity } from './announceLiquidity.ts';
import { announceWithWork } from './powRegistration/announce.ts';
import { registerByWorkOrBurn } from './powRegistration/register.ts';
import { settleRegistrations } from './powRegistration/settleRegistrations.ts';
import type { Handlers, RuleSet } from './ruleSet.ts';

export const june2026: RuleSet = {
  specVersion: SPEC_VERSION,
  defaults: {},
  calls: { SubtensorModule: { ...calls, register: registerByWorkOrBurn } as Handlers },
  enter: () => undefined,
  leave: settlePending,
  writeGenesis: writeSubtensorGenesis,
  onInitialize(ctx, block, kernel) {
    settleRegistrations(ctx);
    return onInitialize(ctx, block, kernel);
  },
  epochIndex: (ctx, netuid) => S.SubnetEpochIndex.get(ctx, netuid),
  hidesWeights: (ctx, netuid) => S.CommitRevealWeightsEnabled.get(ctx, netuid),
  guard: (ctx, who, call) => subtensorGuards(ctx, { kind: 'signed', who }, call),
  validateSigned(ctx, who, call) {
    subtensorGuards(ctx, { kind: 'signed', who }, call);
    return {};
  },
  checkSudoSender(ctx, who) {
    const key = Sudo.Key.get(ctx);
    if (key !== who) invalid('BadSigner', { actual: who, required: key });
  },
  proxyFilters: PROXY_FILTERS,
  weights: { calls: CALL_WEIGHTS, done: createDoneWeights({ utility: utilityWeights, forcedBatch: 'force_batch', multisig: MULTISIG_STEPS, refund: REFUND }) },
  fees: feesOfJune2026,
  views: viewsOfToday,
  announce: (call, ctx) => announceLiquidity(call, ctx) ?? announceWithWork(call, ctx),
};
