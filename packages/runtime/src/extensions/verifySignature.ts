/** Signatures of accounts. source: sp-runtime 42.0.0, MultiSignature */

import type { MultiSignature } from '@taonet/abi';
import { bytesToHex, hexToBytes, type AccountId, type Crypto } from '@taonet/primitives';

/** Whether `signer` signed `message`. An ecdsa account is the blake2-256 of its public key. */
export function verifySignature(crypto: Crypto, { signature, message, signer }: { readonly signature: MultiSignature; readonly message: Uint8Array; readonly signer: AccountId }): boolean {
  switch (signature.type) {
    case 'Ed25519':
      return crypto.verify('ed25519', message, signature.value, hexToBytes(signer));
    case 'Sr25519':
      return crypto.verify('sr25519', message, signature.value, hexToBytes(signer));
    case 'Ecdsa': {
      const key = crypto.recoverEcdsa(crypto.blake2b256(message), signature.value);
      return key !== undefined && bytesToHex(crypto.blake2b256(key)) === signer;
    }
  }
}
