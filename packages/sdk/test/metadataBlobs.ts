/** Metadata for tests: upstream's of spec 425, and mainnet's of April 2026. */

import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { bool, bytes, decode, struct, u8, vec } from '@taonet/codec';

const FOLDER = new URL('../../../fixtures/runtime/metadata/', import.meta.url);
const file = vec(struct('', { version: u8, fast: bool, powFaucet: bool, blob: bytes }));

/** Of the default build. */
export function upstreamBlob(version: 14 | 15 | 16): Uint8Array {
  const blobs = decode(file, brotliDecompressSync(readFileSync(new URL('upstream.br', FOLDER))));
  return blobs.find((one) => one.version === version && !one.fast)!.blob;
}

/** Of mainnet's runtime, spec 393, version 16. */
export function mainnetBlob(): Uint8Array {
  return new Uint8Array(brotliDecompressSync(readFileSync(new URL('../../../fixtures/sdk/finney-393-v16.br', import.meta.url))));
}
