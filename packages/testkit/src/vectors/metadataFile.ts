/** The committed metadata of upstream's builds: without docs and notes, all nine in one brotli file. */

import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { bool, bytes, decode, struct, u8, vec, type Build, type Metadata, type ValueOf } from '@taonet/codec';

/** Upstream's metadata of one version and build. */
export const metadataFile = vec(struct('', { version: u8, fast: bool, powFaucet: bool, blob: bytes }));
export type MetadataFile = ValueOf<typeof metadataFile>;

const FILE = new URL('../../../../fixtures/runtime/metadata/upstream.br', import.meta.url);

/** All committed blobs. */
export function readMetadataFile(): { readonly version: Metadata['version']; readonly build: Build; readonly blob: Uint8Array }[] {
  return decode(metadataFile, new Uint8Array(brotliDecompressSync(readFileSync(FILE)))).map(({ version, fast, powFaucet, blob }) => ({
    version: version as Metadata['version'],
    build: { fast, powFaucet },
    blob,
  }));
}
