/** Who makes and finalises blocks: AuraApi, GrandpaApi, SessionKeys, and BabeApi, which says nothing. */

import { auraApi, babeApi, grandpaApi, sessionKeysApi } from '@taonet/abi';
import { utf8ToBytes } from '@taonet/primitives';
import { C as Aura, S as AuraStorage } from '../pallets/aura/pallet.ts';
import { S as Grandpa } from '../pallets/grandpa/pallet.ts';
import { bindTrait, type ApiResult } from './handlers.ts';

const KEY_BYTES = 32;
const AURA_KEY_TYPE = utf8ToBytes('aura');
const GRANDPA_KEY_TYPE = utf8ToBytes('gran');

type BabeEpoch = ApiResult<typeof babeApi, 'current_epoch'>;
const BABE_CONFIG: BabeEpoch['config'] = { c: [1n, 4n], allowed_slots: 'PrimaryAndSecondaryVRFSlots' };
const NO_RANDOMNESS = new Uint8Array(32);
const NO_EPOCH: BabeEpoch = { epoch_index: 0n, start_slot: 0n, duration: 0n, authorities: [], randomness: NO_RANDOMNESS, config: BABE_CONFIG };

/** A node's two public keys with their key types; undefined when there are not enough bytes. */
function splitSessionKeys(encoded: Uint8Array): [Uint8Array, Uint8Array][] | undefined {
  if (encoded.length < 2 * KEY_BYTES) return undefined;
  return [
    [encoded.slice(0, KEY_BYTES), AURA_KEY_TYPE],
    [encoded.slice(KEY_BYTES, 2 * KEY_BYTES), GRANDPA_KEY_TYPE],
  ];
}

export const consensusMethods = {
  ...bindTrait(auraApi, {
    slot_duration: (ctx) => Aura.SlotDuration(ctx),
    authorities: (ctx) => AuraStorage.Authorities.get(ctx),
  }),
  ...bindTrait(grandpaApi, {
    grandpa_authorities: (ctx) => Grandpa.Authorities.get(ctx),
    current_set_id: (ctx) => Grandpa.CurrentSetId.get(ctx),
    /** Keys are not proved to be anybody's on this chain, so nobody can be reported. */
    generate_key_ownership_proof: () => undefined,
    submit_report_equivocation_unsigned_extrinsic: () => undefined,
  }),
  ...bindTrait(sessionKeysApi, {
    decode_session_keys: (_ctx, { encoded }) => splitSessionKeys(encoded),
  }),
  /** source: runtime/src/lib.rs, BabeApi @ 14bc6f9: prepared for a change that has not come */
  ...bindTrait(babeApi, {
    configuration: () => ({ slot_duration: 0n, epoch_length: 0n, ...BABE_CONFIG, authorities: [], randomness: NO_RANDOMNESS }),
    current_epoch_start: () => 0n,
    current_epoch: () => NO_EPOCH,
    next_epoch: () => NO_EPOCH,
    generate_key_ownership_proof: () => undefined,
    submit_report_equivocation_unsigned_extrinsic: () => undefined,
  }),
};
