/** The babe API types; the chain runs aura and answers them for Ethereum tools. */

import {
  bytes, fixedBytes, header, namedHex, param, plainEnum, spelled, struct, tuple, type ValueOf, u64, vec, wrapped,
} from '@taonet/codec';
import { slot } from './consensus.ts';

/** `sp_consensus_babe::AllowedSlots` */
export const allowedSlots = plainEnum('sp_consensus_babe::AllowedSlots', {
  PrimarySlots: 0,
  PrimaryAndSecondaryPlainSlots: 1,
  PrimaryAndSecondaryVRFSlots: 2,
});
export type AllowedSlots = ValueOf<typeof allowedSlots>;

/** `sp_consensus_babe::app::Public` */
export const babePublic = namedHex('sp_consensus_babe::app::Public', 32, 'sr25519::Public');
export type BabePublic = ValueOf<typeof babePublic>;

/** `sp_consensus_babe::BabeConfiguration` */
export const babeConfiguration = struct('sp_consensus_babe::BabeConfiguration', {
  slot_duration: u64,
  epoch_length: u64,
  c: tuple(u64, u64),
  authorities: vec(tuple(spelled(babePublic, 'AuthorityId'), spelled(u64, 'BabeAuthorityWeight'))),
  randomness: spelled(fixedBytes(32), 'Randomness'),
  allowed_slots: allowedSlots,
});
export type BabeConfiguration = ValueOf<typeof babeConfiguration>;

/** `sp_consensus_babe::BabeEpochConfiguration` */
export const babeEpochConfiguration = struct('sp_consensus_babe::BabeEpochConfiguration', {
  c: tuple(u64, u64),
  allowed_slots: allowedSlots,
});
export type BabeEpochConfiguration = ValueOf<typeof babeEpochConfiguration>;

/** `sp_consensus_babe::Epoch` */
export const babeEpoch = struct('sp_consensus_babe::Epoch', {
  epoch_index: u64,
  start_slot: slot,
  duration: u64,
  authorities: vec(tuple(spelled(babePublic, 'AuthorityId'), spelled(u64, 'BabeAuthorityWeight'))),
  randomness: spelled(fixedBytes(32), 'Randomness'),
  config: babeEpochConfiguration,
});
export type BabeEpoch = ValueOf<typeof babeEpoch>;

/** `sp_consensus_babe::OpaqueKeyOwnershipProof` */
export const opaqueKeyOwnershipProof = wrapped('sp_consensus_babe::OpaqueKeyOwnershipProof', bytes);
export type OpaqueKeyOwnershipProof = ValueOf<typeof opaqueKeyOwnershipProof>;

/** `sp_consensus_slots::EquivocationProof` */
export const slotsEquivocationProof = struct('sp_consensus_slots::EquivocationProof', {
  offender: spelled(babePublic, 'Id'),
  slot,
  first_header: header,
  second_header: header,
}, [param('Header', header), param('Id', babePublic)]);
export type SlotsEquivocationProof = ValueOf<typeof slotsEquivocationProof>;
