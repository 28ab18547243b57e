import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface GoldenKeyFile {
  readonly name: string;
  readonly data: string;
  readonly address: string;
  readonly scheme: 'sr25519' | 'ed25519';
  readonly password?: string;
  readonly public?: boolean;
  readonly uri?: string;
  /** Fernet: the key of the password, which takes seconds to derive. */
  readonly key?: string;
}

interface Golden {
  readonly files: readonly GoldenKeyFile[];
  readonly signedText: string;
  readonly signatures: readonly { readonly address: string; readonly scheme: 'sr25519' | 'ed25519'; readonly signature: string }[];
  readonly environment: { readonly path: string; readonly password: string; readonly line: string };
}

/** Key files that the official wallets wrote (fixtures/wallet/README.md). */
export const GOLDEN = JSON.parse(readFileSync(fileURLToPath(new URL('../../../../fixtures/wallet/keyFiles.json', import.meta.url)), 'utf8')) as Golden;

export function goldenBytes({ data }: GoldenKeyFile): Uint8Array {
  return new Uint8Array(Buffer.from(data, 'base64'));
}
