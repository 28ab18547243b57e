/**
 * What the rules of May 2025 use of pallet SubtensorModule: storage, errors, events, constants. The items are today's, but eight of them
 * read as something else where nothing is stored.
 *
 * source: pallets/subtensor/src/lib.rs, runtime/src/lib.rs @ 1b0c63a
 */

import { subtensorModule } from '@taonet/abi';
import { prodOrFast } from '@taonet/codec';
import { StorageItem } from '@taonet/frame';
import { S as June } from '../../pallets/subtensor/pallet.ts';

export { C, E, Ev } from '../../pallets/subtensor/pallet.ts';

const { name: pallet, storage } = subtensorModule;

/** Declarations that read as something else where nothing is stored: burn 1 TAO, closed registration, open weights, a week from birth to start. */
export const DEFAULTS = {
  Burn: { ...storage.Burn, fallback: 1_000_000_000n },
  CommitRevealWeightsEnabled: { ...storage.CommitRevealWeightsEnabled, fallback: false },
  MaxAllowedUids: { ...storage.MaxAllowedUids, fallback: 4096 },
  MaxWeightsLimit: { ...storage.MaxWeightsLimit, fallback: 1000 },
  NetworkImmunityPeriod: { ...storage.NetworkImmunityPeriod, fallback: 50_400n },
  NetworkPowRegistrationAllowed: { ...storage.NetworkPowRegistrationAllowed, fallback: false },
  NetworkRegistrationAllowed: { ...storage.NetworkRegistrationAllowed, fallback: false },
  // Then a constant, DurationOfStartCall.
  StartCallDelay: { ...storage.StartCallDelay, fallback: prodOrFast(50_400n, 10n) },
} as const;

/** Storage items. */
export const S = {
  ...June,
  Burn: new StorageItem(pallet, 'Burn', DEFAULTS.Burn),
  CommitRevealWeightsEnabled: new StorageItem(pallet, 'CommitRevealWeightsEnabled', DEFAULTS.CommitRevealWeightsEnabled),
  MaxAllowedUids: new StorageItem(pallet, 'MaxAllowedUids', DEFAULTS.MaxAllowedUids),
  MaxWeightsLimit: new StorageItem(pallet, 'MaxWeightsLimit', DEFAULTS.MaxWeightsLimit),
  NetworkImmunityPeriod: new StorageItem(pallet, 'NetworkImmunityPeriod', DEFAULTS.NetworkImmunityPeriod),
  NetworkPowRegistrationAllowed: new StorageItem(pallet, 'NetworkPowRegistrationAllowed', DEFAULTS.NetworkPowRegistrationAllowed),
  NetworkRegistrationAllowed: new StorageItem(pallet, 'NetworkRegistrationAllowed', DEFAULTS.NetworkRegistrationAllowed),
  StartCallDelay: new StorageItem(pallet, 'StartCallDelay', DEFAULTS.StartCallDelay),
};
