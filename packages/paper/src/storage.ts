/** Storage items that rows read, and set where a what-if asks for it. */

import { aura, balances, rules, senateMembers, subtensorModule, sudo, swap, system, timestamp, triumvirateMembers } from '@taonet/abi';
import { bindStorage, type StorageOf } from '@taonet/frame';
import { describeUnder } from '@taonet/runtime';
import type { RulesName } from './world.ts';

export type Storage = StorageOf<(typeof subtensorModule)['storage']>;

/** SubtensorModule's; eight of them read as something else under the rules of May 2025 where nothing is stored. */
export function storageUnder(name: RulesName): Storage {
  return name === '2026-06' ? ITEMS_OF_JUNE : ITEMS_OF_MAY;
}

const ITEMS_OF_JUNE: Storage = bindStorage(subtensorModule);
const ITEMS_OF_MAY = bindStorage(describeUnder('May2025').pallets.find(({ name }) => name === 'SubtensorModule')!) as unknown as Storage;

export const System = bindStorage(system);
export const Balances = bindStorage(balances);
export const Timestamp = bindStorage(timestamp);
export const Swap = bindStorage(swap);
export const Rules = bindStorage(rules);
export const Sudo = bindStorage(sudo);
export const Aura = bindStorage(aura);
export const TriumvirateMembers = bindStorage(triumvirateMembers);
export const SenateMembers = bindStorage(senateMembers);
