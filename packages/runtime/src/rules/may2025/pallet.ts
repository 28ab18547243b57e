/**
 * What the rules of May 2025 use of pallet SubtensorModule: storage, errors, events, constants. The items are today's, but seven of them
 * read as something else where nothing is stored.
 *
 * source: pallets/subtensor/src/lib.rs, runtime/src/lib.rs @ 1b0c63a
 */

import { subtensorModule } from '@taonet/abi';
import { StorageItem } from '@taonet/frame';
import { S as June } from '../../pallets/subtensor/pallet.ts';

export { C, E, Ev } from '../../pallets/subtensor/pallet.ts';

const { name: pallet, storage } = subtensorModule;

/** Storage items. */
export const S = {
  ...June,
  /** 1 TAO. */
  Burn: new StorageItem(pallet, 'Burn', { ...storage.Burn, fallback: 1_000_000_000n }),
  CommitRevealWeightsEnabled: new StorageItem(pallet, 'CommitRevealWeightsEnabled', { ...storage.CommitRevealWeightsEnabled, fallback: false }),
  MaxAllowedUids: new StorageItem(pallet, 'MaxAllowedUids', { ...storage.MaxAllowedUids, fallback: 4096 }),
  MaxWeightsLimit: new StorageItem(pallet, 'MaxWeightsLimit', { ...storage.MaxWeightsLimit, fallback: 1000 }),
  NetworkImmunityPeriod: new StorageItem(pallet, 'NetworkImmunityPeriod', { ...storage.NetworkImmunityPeriod, fallback: 50_400n }),
  NetworkPowRegistrationAllowed: new StorageItem(pallet, 'NetworkPowRegistrationAllowed', { ...storage.NetworkPowRegistrationAllowed, fallback: false }),
  NetworkRegistrationAllowed: new StorageItem(pallet, 'NetworkRegistrationAllowed', { ...storage.NetworkRegistrationAllowed, fallback: false }),
};
