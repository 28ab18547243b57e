/** The drand beacon. */

import { boundedBytes, param, spelled, struct, type ValueOf, u32, u64, vec } from '@taonet/codec';
import { runtimeMarker } from './nested.ts';
import { multiSigner } from './signature.ts';
import { boundedHash, genericBlockNumber } from './spelled.ts';

/** `pallet_drand::types::Metadata` */
export const beaconMetadata = struct('pallet_drand::types::Metadata', { beacon_id: boundedHash });
export type BeaconMetadata = ValueOf<typeof beaconMetadata>;

/** `pallet_drand::types::BeaconConfiguration` */
export const beaconConfiguration = struct('pallet_drand::types::BeaconConfiguration', {
  public_key: spelled(boundedBytes(96), 'OpaquePublicKey'),
  period: u32,
  genesis_time: u32,
  hash: boundedHash,
  group_hash: boundedHash,
  scheme_id: boundedHash,
  metadata: beaconMetadata,
});
export type BeaconConfiguration = ValueOf<typeof beaconConfiguration>;

/** `pallet_drand::types::Pulse` */
export const pulse = struct('pallet_drand::types::Pulse', {
  round: spelled(u64, 'RoundNumber'),
  randomness: spelled(boundedBytes(32), 'BoundedVec<u8, ConstU32<32>>'),
  signature: spelled(boundedBytes(144), 'BoundedVec<u8, ConstU32<144>>'),
});
export type Pulse = ValueOf<typeof pulse>;

/** `pallet_drand::types::PulsesPayload` */
export const pulsesPayload = struct('pallet_drand::types::PulsesPayload', {
  block_number: genericBlockNumber,
  pulses: vec(pulse),
  public: spelled(multiSigner, 'Public'),
}, [param('Public', multiSigner), param('BlockNumber', u32)]);
export type PulsesPayload = ValueOf<typeof pulsesPayload>;

/** `pallet_drand::types::BeaconConfigurationPayload` */
export const beaconConfigurationPayload = struct('pallet_drand::types::BeaconConfigurationPayload', {
  block_number: genericBlockNumber,
  config: beaconConfiguration,
  public: spelled(multiSigner, 'Public'),
}, [param('Public', multiSigner), param('BlockNumber', u32)]);
export type BeaconConfigurationPayload = ValueOf<typeof beaconConfigurationPayload>;

/** `pallet_drand::drand_priority::DrandPriority` */
export const drandPriority = struct('pallet_drand::drand_priority::DrandPriority', {}, [param('T', runtimeMarker)]);
export type DrandPriority = ValueOf<typeof drandPriority>;
