/** What there is to copy. */

import { entries, read, readAll, type Account, type Asking } from './ask.ts';

const NO_OWNER = /^(0{64}|5C4hrfjw9DjXZTzV3MwzrrAr9P1MJhSrvWGWqi1eSuyUpnhM)$/;
/** Mechanism m of a subnet keeps its weights under m · 4096 + netuid. source: pallets/subtensor/src/subnets/mechanism.rs @ 14bc6f9 */
const MECHANISM_STRIDE = 4096;

export interface OriginalNeuron {
  readonly uid: number;
  readonly hotkey: Account;
  /** Undefined: the hotkey belongs to no account. */
  readonly coldkey: Account | undefined;
}

/** One validator's weights for one mechanism. */
export interface OriginalWeights {
  readonly mechanism: number;
  readonly uid: number;
  readonly row: readonly (readonly [uid: number, weight: number])[];
}

export interface Original {
  readonly netuid: number;
  readonly neurons: readonly OriginalNeuron[];
  readonly weights: readonly OriginalWeights[];
  readonly mechanisms: number;
  /** What validators agree on of each uid, of 65535, in the main mechanism. */
  readonly consensus: readonly number[];
}

export const storageIndexOf = (netuid: number, mechanism: number): number => mechanism * MECHANISM_STRIDE + netuid;

/** Whether the account is the one that nobody has the key of and that stands for nobody. */
export const isNobody = (who: Account): boolean => NO_OWNER.test(who);

/** undefined: there is no such subnet. */
export function* readOriginal(netuid: number): Asking<Original | undefined> {
  if (!(yield* read<boolean>('SubtensorModule.NetworksAdded', netuid))) return undefined;
  const count = yield* read<number>('SubtensorModule.SubnetworkN', netuid);
  const uids = Array.from({ length: count }, (_, uid) => uid);
  const hotkeys = yield* readAll<Account>(uids.map((uid) => ({ item: 'SubtensorModule.Keys', keys: [netuid, uid] })));
  const owners = yield* readAll<Account>(hotkeys.map((hotkey) => ({ item: 'SubtensorModule.Owner', keys: [hotkey] })));
  const mechanisms = yield* read<number>('SubtensorModule.MechanismCountCurrent', netuid);
  const weights: OriginalWeights[] = [];
  for (let mechanism = 0; mechanism < mechanisms; mechanism++) {
    const rows = yield* entries<[number, number], OriginalWeights['row']>('SubtensorModule.Weights', storageIndexOf(netuid, mechanism));
    for (const [[, uid], row] of rows) if (row.length > 0) weights.push({ mechanism, uid, row });
  }
  return {
    netuid, mechanisms, consensus: yield* read<readonly number[]>('SubtensorModule.Consensus', netuid), weights: weights.sort((a, b) => a.mechanism - b.mechanism || a.uid - b.uid),
    neurons: uids.map((uid) => ({ uid, hotkey: hotkeys[uid]!, coldkey: isNobody(owners[uid]!) ? undefined : owners[uid]! })),
  };
}
