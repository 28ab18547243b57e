/** Which calls on the beacon may come without a signer: their payload names a key, which must have signed it. */

import { beaconConfigurationPayload, multiSigner, pulsesPayload, type BeaconConfigurationPayload, type MultiSignature, type MultiSigner, type PulsesPayload } from '@taonet/abi';
import { bytes, encode, tuple, u32, u64 } from '@taonet/codec';
import { invalid, type PalletBehaviour, type StateCtx, type ValidTransaction } from '@taonet/frame';
import { concatBytes, saturatingAddU64, U64_MAX, utf8ToBytes, type Crypto } from '@taonet/primitives';
import { S as System } from '../system/pallet.ts';
import { C, S } from './pallet.ts';

const TAG = utf8ToBytes('drand');
const TAG_PREFIX = encode(bytes, utf8ToBytes('DrandOffchainWorker'));
/** Blocks for which a pulse and a configuration are worth keeping. */
const PULSE_LONGEVITY = 3n;
const CONFIG_LONGEVITY = 1n;

/**
 * Lower rounds first, one round a transaction, none that is not newer than the last one stored.
 *
 * source: pallets/drand/src/lib.rs, validate_unsigned @ 14bc6f9
 */
export const validateUnsigned: NonNullable<PalletBehaviour['validateUnsigned']> = (ctx, _source, call) => {
  switch (call.type) {
    case 'write_pulse': {
      const { pulses_payload: payload, signature } = call.value as { readonly pulses_payload: PulsesPayload; readonly signature?: MultiSignature };
      ensureSignedPayload(ctx.crypto, encode(pulsesPayload, payload), payload.public, signature);
      return validatePulse(ctx, payload);
    }
    case 'set_beacon_config': {
      const { config_payload: payload, signature } = call.value as { readonly config_payload: BeaconConfigurationPayload; readonly signature?: MultiSignature };
      ensureSignedPayload(ctx.crypto, encode(beaconConfigurationPayload, payload), payload.public, signature);
      return validateConfig(ctx, payload);
    }
    default:
      return invalid('Call', { call: `Drand.${call.type}` });
  }
};

/** Only sr25519 keys can sign. */
function ensureSignedPayload(crypto: Crypto, payload: Uint8Array, signer: MultiSigner, signature: MultiSignature | undefined): void {
  if (signature === undefined) invalid('BadSigner', { signer: signer.type });
  const isGood = signer.type === 'Sr25519' && signature.type === 'Sr25519' && crypto.verify('sr25519', payload, signature.value, signer.value);
  if (!isGood) invalid('BadProof', { signer: signer.type });
}

function validatePulse(ctx: StateCtx, { block_number, pulses }: PulsesPayload): Partial<ValidTransaction> {
  const block = System.Number.get(ctx);
  if (block < block_number) invalid('Future', { actual: block_number, required: block });
  const [first] = pulses;
  if (first === undefined || pulses.length > 1) return invalid('Call', { actual: pulses.length, required: 1 });
  const { round } = first;
  const last = S.LastStoredRound.get(ctx);
  if (S.NextUnsignedAt.get(ctx) > block || round <= last) invalid('Stale', { actual: round, required: last + 1n });
  return {
    priority: saturatingAddU64(C.UnsignedPriority(ctx), U64_MAX - round),
    provides: [tagOf(ctx, concatBytes(TAG, encode(u64, round)))],
    longevity: PULSE_LONGEVITY,
    propagate: false,
  };
}

function validateConfig(ctx: StateCtx, { block_number, public: signer }: BeaconConfigurationPayload): Partial<ValidTransaction> {
  const block = System.Number.get(ctx);
  if (block < block_number) invalid('Future', { actual: block_number, required: block });
  const next = S.NextUnsignedAt.get(ctx);
  if (next > block_number) invalid('Stale', { actual: block_number, required: next });
  const tag = encode(tuple(u32, bytes), [next, encode(multiSigner, signer)]);
  return { priority: C.UnsignedPriority(ctx), provides: [tagOf(ctx, tag)], longevity: CONFIG_LONGEVITY };
}

const tagOf = (ctx: StateCtx, what: Uint8Array): Uint8Array => concatBytes(TAG_PREFIX, ctx.crypto.blake2b256(what));
