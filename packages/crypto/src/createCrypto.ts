import { sr25519Verify } from '@polkadot/wasm-crypto/bundle';
import { bytesEqual } from '@taonet/primitives';
import type { Crypto } from '@taonet/primitives';
import { recoverEcdsa, uncompressEcdsaKey } from './ecdsa.ts';
import { createEd25519Verifier } from './ed25519.ts';
import { createHashers } from './nodeHashers.ts';
import { openTimelock, verifyPulse } from './quicknet.ts';
import { cryptoReady } from './wasm.ts';

/**
 * Node's implementation of the `Crypto` port: hashes and signature checks, synchronous once created.
 *
 * ecdsa follows `MultiSignature`: the signature is over blake2_256(message), by recovery of the key.
 * Malformed keys and signatures answer false.
 */
export async function createCrypto(): Promise<Crypto> {
  const [hashers] = await Promise.all([createHashers(), cryptoReady()]);
  const verifyEd25519 = createEd25519Verifier();
  return {
    ...hashers,
    recoverEcdsa,
    uncompressEcdsaKey,
    verifyPulse,
    openTimelock,
    verify(scheme, message, signature, publicKey) {
      switch (scheme) {
        case 'sr25519':
          return verifySr25519(message, signature, publicKey);
        case 'ed25519':
          return verifyEd25519(message, signature, publicKey);
        case 'ecdsa': {
          const recovered = recoverEcdsa(hashers.blake2b256(message), signature);
          return recovered !== undefined && bytesEqual(recovered, publicKey);
        }
      }
    },
  };
}

function verifySr25519(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  // lengths first: the WebAssembly side would trap on a short key
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  return sr25519Verify(signature, message, publicKey);
}
