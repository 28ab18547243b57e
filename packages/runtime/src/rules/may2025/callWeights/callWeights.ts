/** What every call weighed in May 2025. Calls that came later weigh what they do today. */

import { CALL_WEIGHTS, type WeightTables } from '../../../weights/callWeights.ts';
import { createDoneWeights } from '../../../weights/doneWeights.ts';
import { fixed, type WeightTable } from '../../../weights/weightRow.ts';
import type { RuleSet } from '../../ruleSet.ts';
import { adminUtilsWeights } from './adminUtils.ts';
import { balancesWeights, preimageWeights, safeModeWeights, schedulerWeights, sudoWeights, systemWeights, timestampWeights } from './frame.ts';
import { subtensorModuleWeights } from './subtensorModule.ts';
import { crowdloanWeights, MULTISIG, multisigWeights, proxyWeights, REFUND, utilityWeights } from './wrapping.ts';

/** source: pallets/commitments/src/lib.rs @ 1b0c63a */
const commitmentsWeights: WeightTable = {
  set_commitment: fixed(38_000_000, 0, 5, 4, { class: 'Operational', free: true }),
  set_max_space: fixed(3_556_000, 0, 0, 1, { class: 'Operational', free: true }),
};

/** source: pallets/drand/src/lib.rs @ 1b0c63a */
const drandWeights: WeightTable = {
  write_pulse: fixed(5_708_000_000, 0, 2, 3),
  set_beacon_config: fixed(9_878_000, 0, 0, 2),
};

const THEN: WeightTables = {
  System: systemWeights,
  Timestamp: timestampWeights,
  Balances: balancesWeights,
  SubtensorModule: subtensorModuleWeights,
  Utility: utilityWeights,
  Sudo: sudoWeights,
  Multisig: multisigWeights,
  Preimage: preimageWeights,
  Scheduler: schedulerWeights,
  Proxy: proxyWeights,
  Commitments: commitmentsWeights,
  AdminUtils: adminUtilsWeights,
  SafeMode: safeModeWeights,
  Drand: drandWeights,
  Crowdloan: crowdloanWeights,
};

const calls: WeightTables = Object.fromEntries(Object.entries(CALL_WEIGHTS).map(([pallet, table]) => [pallet, { ...table, ...THEN[pallet] }]));

export const weightsOfMay2025: RuleSet['weights'] = {
  calls,
  // A forced batch was weighed as an ordinary one once it was done.
  done: createDoneWeights({ utility: calls['Utility']!, forcedBatch: 'batch', multisig: MULTISIG, refund: REFUND }),
};
