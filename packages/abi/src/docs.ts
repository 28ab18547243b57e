/** Entry `@taonet/abi/docs`: sentences for metadata and explorers, apart from the declarations so that clients can do without. */

import type { MetadataDocs } from '@taonet/codec';
import { adminUtilsAdvice } from './advice/adminUtils.ts';
import type { Advice } from './advice/advice.ts';
import { balancesAdvice } from './advice/balances.ts';
import { commitmentsAdvice, drandAdvice, grandpaAdvice, mevShieldAdvice, safeModeAdvice, systemAdvice } from './advice/chainParts.ts';
import { contractsAdvice, ethereumAdvice, evmAdvice } from './advice/contracts.ts';
import { crowdloanAdvice } from './advice/crowdloan.ts';
import { arithmeticAdvice, dispatchErrorAdvice, tokenAdvice, transactionalAdvice } from './advice/dispatchErrors.ts';
import { membershipAdvice, triumvirateAdvice } from './advice/governance.ts';
import { limitOrdersAdvice } from './advice/limitOrders.ts';
import { multisigAdvice, preimageAdvice, proxyAdvice, schedulerAdvice, sudoAdvice, utilityAdvice } from './advice/onBehalf.ts';
import { subtensorModuleAdvice } from './advice/subtensorModule.ts';
import { rulesAdvice } from './advice/rules.ts';
import { swapAdvice } from './advice/swap.ts';
import { customTransactionAdvice, invalidTransactionAdvice, unknownTransactionAdvice } from './advice/validity.ts';
import { adminUtilsDocs } from './docs/adminUtils.ts';
import { frameDocs } from './docs/frame.ts';
import { governanceDocs } from './docs/governance.ts';
import { otherErrorDocs } from './docs/otherErrors.ts';
import { poolDocs } from './docs/pools.ts';
import { rulesDocs } from './docs/rules.ts';
import { subtensorCalls } from './docs/subtensorCalls.ts';
import { subtensorConstants } from './docs/subtensorConstants.ts';
import { subtensorErrors } from './docs/subtensorErrors.ts';
import { subtensorEvents } from './docs/subtensorEvents.ts';
import { subtensorMay2025 } from './docs/subtensorMay2025.ts';
import { subtensorStorage } from './docs/subtensorStorage.ts';

/** By pallet, then calls, events, errors, storage or constants, then name. */
export const docs: MetadataDocs = {
  ...otherErrorDocs,
  ...frameDocs,
  ...poolDocs,
  ...governanceDocs,
  AdminUtils: adminUtilsDocs,
  Rules: rulesDocs,
  SubtensorModule: {
    calls: { ...subtensorCalls, ...subtensorMay2025.calls },
    events: { ...subtensorEvents, ...subtensorMay2025.events },
    errors: { ...subtensorErrors, ...subtensorMay2025.errors },
    storage: { ...subtensorStorage, ...subtensorMay2025.storage },
    constants: subtensorConstants,
  },
};

export type { Advice, PalletAdvice } from './advice/advice.ts';

/**
 * By pallet, then error: what was checked and what to do about it. Refusals of no pallet stand under `Token`, `Arithmetic`, `Transactional` and
 * `DispatchError` (`BadOrigin`, …), reasons of transactions that are not valid under `InvalidTransaction` and `UnknownTransaction`.
 */
export const advice: Readonly<Record<string, Readonly<Record<string, Advice>> | undefined>> = {
  System: systemAdvice,
  Grandpa: grandpaAdvice,
  Balances: balancesAdvice,
  Triumvirate: triumvirateAdvice,
  TriumvirateMembers: membershipAdvice,
  SenateMembers: membershipAdvice,
  Utility: utilityAdvice,
  Sudo: sudoAdvice,
  Multisig: multisigAdvice,
  Preimage: preimageAdvice,
  Scheduler: schedulerAdvice,
  Proxy: proxyAdvice,
  Commitments: commitmentsAdvice,
  AdminUtils: adminUtilsAdvice,
  Rules: rulesAdvice,
  SafeMode: safeModeAdvice,
  Ethereum: ethereumAdvice,
  EVM: evmAdvice,
  Drand: drandAdvice,
  Crowdloan: crowdloanAdvice,
  SubtensorModule: subtensorModuleAdvice,
  Swap: swapAdvice,
  Contracts: contractsAdvice,
  MevShield: mevShieldAdvice,
  LimitOrders: limitOrdersAdvice,
  Token: tokenAdvice,
  Arithmetic: arithmeticAdvice,
  Transactional: transactionalAdvice,
  DispatchError: dispatchErrorAdvice,
  InvalidTransaction: invalidTransactionAdvice,
  UnknownTransaction: unknownTransactionAdvice,
};

export { customTransactionAdvice };

/** Advice on what a refusal or an invalidity is called: `Pallet.Error`, `Token.Frozen`, `BadOrigin`, `InvalidTransaction.Stale`, `InvalidTransaction.Custom(6)`. */
export function adviceOn(name: string): Advice | undefined {
  const custom = /^InvalidTransaction\.Custom\((\d+)\)$/.exec(name);
  if (custom !== null) return customTransactionAdvice[Number(custom[1])];
  const [owner, error] = name.includes('.') ? name.split('.') : ['DispatchError', name];
  return advice[owner!]?.[error!];
}
