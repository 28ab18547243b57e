/** Signature checks whose answers are kept: a transaction is checked by the pool, by the author and by import, with one computation. */

import { bytesToHex, type Crypto } from '@taonet/primitives';

const MAX_KEPT = 16_384;

export interface RememberingCrypto {
  readonly crypto: Crypto;
  /** Signatures of these accounts pass whatever they are. */
  readonly impersonated: Set<string>;
}

export function rememberSignatures(inner: Crypto): RememberingCrypto {
  const impersonated = new Set<string>();
  const kept = new Map<string, boolean>();
  const verify: Crypto['verify'] = (scheme, message, signature, publicKey) => {
    const signer = bytesToHex(publicKey);
    if (impersonated.size > 0 && impersonated.has(signer)) return true;
    const name = `${scheme}${signer}${bytesToHex(signature)}${bytesToHex(message)}`;
    const known = kept.get(name);
    if (known !== undefined) return known;
    const isGood = inner.verify(scheme, message, signature, publicKey);
    kept.set(name, isGood);
    if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value!);
    return isGood;
  };
  return { crypto: { ...inner, verify }, impersonated };
}
