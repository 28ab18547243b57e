import { randomBytes } from 'node:crypto';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@taonet/primitives';
import { neuronError } from '../errors.ts';

/**
 * Sealed requests (docs/sealed.md): X25519 with a key of one request, HKDF-SHA256, XChaCha20-Poly1305. The miner's public key stands on chain as
 * its neuron certificate. Whoever reads the wire sees hotkeys, sizes and times, nothing else. No forward secrecy towards the miner's key:
 * who steals it reads old traffic; so it should be changed now and then.
 */

/** First byte of a neuron certificate that holds a sealing key (chain: `NeuronCertificate.algorithm`). */
export const SEALING_ALGORITHM = 0x58;
const KEY_SIZE = 32;
const NONCE_SIZE = 24;

/** A miner's sealing keys. The secret stays in memory or in the miner's own state. */
export interface SealingKeys {
  readonly secretKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** Seals and opens the messages of one request; pieces of a stream are numbered, and the last one says so. */
export interface SealedChannel {
  seal(plain: Uint8Array, last?: boolean): Uint8Array;
  open(sealed: Uint8Array, last?: boolean): Uint8Array;
}

/** New sealing keys, or those of a secret. */
export function createSealingKeys(secretKey: Uint8Array = new Uint8Array(randomBytes(KEY_SIZE))): SealingKeys {
  return { secretKey, publicKey: x25519.getPublicKey(secretKey) };
}

/** Certificate for `serve_axon_tls`: the algorithm byte, the key. */
export function sealingCertificate({ publicKey }: Pick<SealingKeys, 'publicKey'>): Uint8Array {
  return concatBytes(Uint8Array.of(SEALING_ALGORITHM), publicKey);
}

/** The sealing key of a chain's neuron certificate, if it is one of ours. */
export function sealingKeyOf(certificate: { readonly algorithm: number; readonly publicKey: Uint8Array } | undefined): Uint8Array | undefined {
  if (certificate === undefined || certificate.algorithm !== SEALING_ALGORITHM || certificate.publicKey.length !== KEY_SIZE) return undefined;
  return certificate.publicKey;
}

/** Seals a request for a miner. returns: the bytes to send, and the channel that opens its answers */
export function sealRequest(minerKey: Uint8Array, plain: Uint8Array): { readonly sealed: Uint8Array; readonly answers: SealedChannel } {
  const { secretKey, publicKey } = createSealingKeys();
  const shared = sharedSecret(secretKey, minerKey);
  const request = channel(shared, publicKey, minerKey, 'request');
  return { sealed: concatBytes(publicKey, request.seal(plain, true)), answers: channel(shared, publicKey, minerKey, 'answer') };
}

/** Opens a request as its miner. refuses: CannotOpen */
export function openRequest(keys: SealingKeys, sealed: Uint8Array): { readonly plain: Uint8Array; readonly answers: SealedChannel } {
  if (sealed.length < KEY_SIZE + NONCE_SIZE) throw neuronError('CannotOpen');
  const sender = sealed.slice(0, KEY_SIZE);
  const shared = sharedSecret(keys.secretKey, sender);
  const plain = channel(shared, sender, keys.publicKey, 'request').open(sealed.subarray(KEY_SIZE), true);
  return { plain, answers: channel(shared, sender, keys.publicKey, 'answer') };
}

function sharedSecret(secretKey: Uint8Array, publicKey: Uint8Array): Uint8Array {
  try {
    return x25519.getSharedSecret(secretKey, publicKey);
  } catch (cause) {
    throw neuronError('CannotOpen', {}, cause); // a key of small order
  }
}

function channel(shared: Uint8Array, sender: Uint8Array, receiver: Uint8Array, direction: 'request' | 'answer'): SealedChannel {
  const key = hkdf(sha256, shared, concatBytes(sender, receiver), utf8ToBytes(`taonet-sealed/1 ${direction}`), KEY_SIZE);
  let sent = 0;
  let received = 0;
  return {
    seal(plain, last = true) {
      const nonce = new Uint8Array(randomBytes(NONCE_SIZE));
      return concatBytes(nonce, xchacha20poly1305(key, nonce, position(sent++, last)).encrypt(plain));
    },
    open(sealed, last = true) {
      try {
        return xchacha20poly1305(key, sealed.subarray(0, NONCE_SIZE), position(received++, last)).decrypt(sealed.subarray(NONCE_SIZE));
      } catch (cause) {
        throw neuronError('CannotOpen', {}, cause);
      }
    },
  };
}

/** Authenticated with each piece: its number and whether it is the last, so that none can be dropped, swapped or cut off. */
function position(index: number, last: boolean): Uint8Array {
  return utf8ToBytes(`${index}${last ? ' last' : ''}`);
}
