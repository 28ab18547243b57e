/** Authorities, votes and equivocation proofs of aura and grandpa. */

import {
  bytes, fixedBytes, h256, namedHex, option, param, row, spelled, struct, tuple, type Codec, type ValueOf, u32, u64, variant,
  weakBoundedVec, wrapped,
} from '@taonet/codec';

/** `sp_consensus_aura::sr25519::app_sr25519::Public` */
export const auraPublic = namedHex('sp_consensus_aura::sr25519::app_sr25519::Public', 32, 'sr25519::Public');
export type AuraPublic = ValueOf<typeof auraPublic>;

/** `sp_consensus_slots::Slot` */
export const slot = wrapped('sp_consensus_slots::Slot', u64);
export type Slot = ValueOf<typeof slot>;

/** `pallet_grandpa::StoredState` */
export const storedState = variant('pallet_grandpa::StoredState', {
  Live: row(0),
  PendingPause: row(1, { scheduled_at: spelled(u32, 'N'), delay: spelled(u32, 'N') }),
  Paused: row(2),
  PendingResume: row(3, { scheduled_at: spelled(u32, 'N'), delay: spelled(u32, 'N') }),
}, [param('N', u32)]);
export type StoredState = ValueOf<typeof storedState>;

/** `sp_consensus_grandpa::app::Public` */
export const grandpaPublic = namedHex('sp_consensus_grandpa::app::Public', 32, 'ed25519::Public');
export type GrandpaPublic = ValueOf<typeof grandpaPublic>;

/** `pallet_grandpa::StoredPendingChange` */
export const storedPendingChange = struct('pallet_grandpa::StoredPendingChange', {
  scheduled_at: spelled(u32, 'N'),
  delay: spelled(u32, 'N'),
  next_authorities: spelled(weakBoundedVec(tuple(grandpaPublic, u64)), 'BoundedAuthorityList<Limit>'),
  forced: option(spelled(u32, 'N')),
}, [param('N', u32), { name: 'Limit' }]);
export type StoredPendingChange = ValueOf<typeof storedPendingChange>;

/** `sp_consensus_grandpa::app::Signature` */
export const grandpaSignature = wrapped('sp_consensus_grandpa::app::Signature', spelled(fixedBytes(64), 'ed25519::Signature'));
export type GrandpaSignature = ValueOf<typeof grandpaSignature>;

/** Two votes of one voter in one round. */
export const finalityEquivocation = <V>(vote: Codec<V>) =>
  struct('finality_grandpa::Equivocation', {
    round_number: u64,
    identity: spelled(grandpaPublic, 'Id'),
    first: spelled(tuple(vote, grandpaSignature), '(V, S)'),
    second: spelled(tuple(vote, grandpaSignature), '(V, S)'),
  }, [param('Id', grandpaPublic), param('V', vote), param('S', grandpaSignature)]);

/** `finality_grandpa::Precommit` */
export const precommit = struct('finality_grandpa::Precommit', {
  target_hash: spelled(h256, 'H'),
  target_number: spelled(u32, 'N'),
}, [param('H', h256), param('N', u32)]);
export type Precommit = ValueOf<typeof precommit>;

/** `finality_grandpa::Prevote` */
export const prevote = struct('finality_grandpa::Prevote', {
  target_hash: spelled(h256, 'H'),
  target_number: spelled(u32, 'N'),
}, [param('H', h256), param('N', u32)]);
export type Prevote = ValueOf<typeof prevote>;

/** `sp_consensus_grandpa::Equivocation` */
export const grandpaEquivocation = variant('sp_consensus_grandpa::Equivocation', {
  Prevote: row(0, [
    spelled(
      finalityEquivocation(prevote),
      'finality_grandpa::Equivocation<AuthorityId, finality_grandpa::Prevote<\nH, N>, AuthoritySignature,>',
    ),
  ]),
  Precommit: row(1, [
    spelled(
      finalityEquivocation(precommit),
      'finality_grandpa::Equivocation<AuthorityId, finality_grandpa::Precommit\n<H, N>, AuthoritySignature,>',
    ),
  ]),
}, [param('H', h256), param('N', u32)]);
export type GrandpaEquivocation = ValueOf<typeof grandpaEquivocation>;

/** `sp_consensus_grandpa::EquivocationProof` */
export const grandpaEquivocationProof = struct('sp_consensus_grandpa::EquivocationProof', {
  set_id: spelled(u64, 'SetId'),
  equivocation: spelled(grandpaEquivocation, 'Equivocation<H, N>'),
}, [param('H', h256), param('N', u32)]);
export type GrandpaEquivocationProof = ValueOf<typeof grandpaEquivocationProof>;

/** `sp_core::Void` */
export const voidType = variant('sp_core::Void', {});
export type VoidType = ValueOf<typeof voidType>;

/** `sp_consensus_slots::SlotDuration` */
export const slotDuration = wrapped('sp_consensus_slots::SlotDuration', u64);
export type SlotDuration = ValueOf<typeof slotDuration>;

/** `sp_core::crypto::KeyTypeId` */
export const keyTypeId = wrapped('sp_core::crypto::KeyTypeId', fixedBytes(4));
export type KeyTypeId = ValueOf<typeof keyTypeId>;

/** `sp_runtime::OpaqueValue` */
export const opaqueValue = wrapped('sp_runtime::OpaqueValue', bytes);
export type OpaqueValue = ValueOf<typeof opaqueValue>;
