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
  /** Signers that show a transaction before they sign it (extensions) are given it whole, and asked instead of `sign`. */
  signTransaction?(payload: TransactionPayload): Promise<{ readonly scheme: SignatureScheme; readonly signature: Uint8Array }>;
}

/** A transaction in the form that wallet extensions take: the `SignerPayloadJSON` of the injected-signer contract. */
export interface TransactionPayload {
  readonly address: string;
  readonly blockHash: string;
  readonly blockNumber: string;
  readonly era: string;
  readonly genesisHash: string;
  readonly method: string;
  readonly nonce: string;
  readonly specVersion: string;
  readonly tip: string;
  readonly transactionVersion: string;
  readonly signedExtensions: readonly string[];
  readonly version: 4;
  /** Metadata hash: off. */
  readonly mode: 0;
  readonly metadataHash: null;
}

/** A coldkey and a hotkey: `Wallet` of entry `./wallet`, or `wallet.dev('alice')`. */
export interface WalletLike {
  coldkey(): Signer | Promise<Signer>;
  hotkey(): Signer | Promise<Signer>;
  /** Addresses without opening a key. */
  coldkeypub?(): { readonly address: string } | Promise<{ readonly address: string }>;
  hotkeypub?(): { readonly address: string } | Promise<{ readonly address: string }>;
}
