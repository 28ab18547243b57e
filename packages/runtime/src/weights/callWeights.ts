/** What every call announces before it runs. */

import { addWeight, type DispatchInfo, type RuntimeCall } from '@taonet/frame';
import { defect } from '@taonet/primitives';
import { adminUtilsWeights } from './adminUtils.ts';
import { balancesWeights } from './balances.ts';
import { commitmentsWeights } from './commitments.ts';
import { contractsWeights } from './contracts.ts';
import { crowdloanWeights } from './crowdloan.ts';
import { dispatchExtensionWeight } from './dispatchExtension.ts';
import { drandWeights } from './drand.ts';
import { baseFeeWeights, ethereumWeights, evmWeights } from './evm.ts';
import { grandpaWeights } from './grandpa.ts';
import { limitOrdersWeights } from './limitOrders.ts';
import { senateMembersWeights, triumvirateMembersWeights } from './membership.ts';
import { mevShieldWeights } from './mevShield.ts';
import { multisigWeights } from './multisig.ts';
import { preimageWeights } from './preimage.ts';
import { proxyWeights } from './proxy.ts';
import { rulesWeights } from './rules.ts';
import { safeModeWeights } from './safeMode.ts';
import { schedulerWeights } from './scheduler.ts';
import { subtensorModuleWeights } from './subtensorModule.ts';
import { sudoWeights } from './sudo.ts';
import { swapWeights } from './swap.ts';
import { systemWeights } from './system.ts';
import { timestampWeights } from './timestamp.ts';
import { triumvirateWeights } from './triumvirate.ts';
import { utilityWeights } from './utility.ts';
import type { WeighCtx, WeightTable } from './weightRow.ts';

/** Weight tables by pallet. */
export type WeightTables = Readonly<Record<string, WeightTable>>;

export const CALL_WEIGHTS: WeightTables = {
  System: systemWeights,
  Timestamp: timestampWeights,
  Grandpa: grandpaWeights,
  Balances: balancesWeights,
  SubtensorModule: subtensorModuleWeights,
  Triumvirate: triumvirateWeights,
  TriumvirateMembers: triumvirateMembersWeights,
  SenateMembers: senateMembersWeights,
  Utility: utilityWeights,
  Sudo: sudoWeights,
  Multisig: multisigWeights,
  Preimage: preimageWeights,
  Scheduler: schedulerWeights,
  Proxy: proxyWeights,
  Commitments: commitmentsWeights,
  AdminUtils: adminUtilsWeights,
  Rules: rulesWeights,
  SafeMode: safeModeWeights,
  Ethereum: ethereumWeights,
  EVM: evmWeights,
  BaseFee: baseFeeWeights,
  Drand: drandWeights,
  Crowdloan: crowdloanWeights,
  Swap: swapWeights,
  Contracts: contractsWeights,
  MevShield: mevShieldWeights,
  LimitOrders: limitOrdersWeights,
};

/** Weight, class and fee flag of `call` by itself. */
export function callInfoOf(tables: WeightTables, call: RuntimeCall, ctx: WeighCtx): DispatchInfo {
  const row = tables[call.type]?.[call.value.type];
  if (row === undefined) throw defect('CallWithoutWeight', { pallet: call.type, call: call.value.type });
  return row((call.value.value ?? {}) as Readonly<Record<string, unknown>>, ctx);
}

/** Weight, class and fee flag of `call`, the dispatch extension's weight included. */
export function dispatchInfoOf(call: RuntimeCall, ctx: WeighCtx): DispatchInfo {
  const info = callInfoOf(CALL_WEIGHTS, call, ctx);
  return { ...info, weight: addWeight(info.weight, dispatchExtensionWeight(call)) };
}
