/** Metadata with its magic number and version, as `state_getMetadata` gives it. */

import type { Codec } from '../codec.ts';
import type { Reader, Writer } from '../cursor.ts';
import { metadataV14, type MetadataV14 } from './metadataV14.ts';
import { metadataV15, type MetadataV15 } from './metadataV15.ts';
import { metadataV16, type MetadataV16 } from './metadataV16.ts';

/** One metadata of a known version. */
export type Metadata =
  | { readonly version: 14; readonly value: MetadataV14 }
  | { readonly version: 15; readonly value: MetadataV15 }
  | { readonly version: 16; readonly value: MetadataV16 };

/** The versions that can be read and built, as `Metadata_metadata_versions` lists them. */
export const METADATA_VERSIONS = [14, 15, 16] as const;

/** "meta" in ASCII, little-endian. */
const MAGIC = 0x6174656d;

function decodeMetadata(reader: Reader): Metadata {
  if (reader.uintLe(4) !== MAGIC) reader.fail('metadata');
  const version = reader.byte();
  switch (version) {
    case 14: return { version, value: metadataV14.decode(reader) };
    case 15: return { version, value: metadataV15.decode(reader) };
    case 16: return { version, value: metadataV16.decode(reader) };
    default: return reader.fail('metadata of version 14, 15 or 16');
  }
}

function encodeMetadata(writer: Writer, metadata: Metadata): void {
  writer.uintLe(MAGIC, 4);
  writer.byte(metadata.version);
  switch (metadata.version) {
    case 14: return metadataV14.encode(writer, metadata.value);
    case 15: return metadataV15.encode(writer, metadata.value);
    case 16: return metadataV16.encode(writer, metadata.value);
  }
}

export const metadata: Codec<Metadata> = {
  type: { kind: 'tuple', of: [] },
  encode: encodeMetadata,
  decode: decodeMetadata,
};
