/** Who signs. */

import type { AccountId } from '@taonet/primitives';

export type SignatureScheme = 'sr25519' | 'ed25519' | 'ecdsa';

/**
 * Signs for one account: a key in memory, a key file that has been opened, or a browser extension. It never shows its secret:
 * printed or turned into JSON it is its address.
 */
export interface Signer {
  /** SS58, prefix 42. */
  readonly address: string;
  readonly accountId: AccountId;
  readonly scheme: SignatureScheme;
  /** Signature over `message` as it is: 64 bytes, 65 with ecdsa. Payloads longer than 256 bytes are hashed by the caller. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}
