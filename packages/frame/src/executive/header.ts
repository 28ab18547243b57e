/** What the chain does with headers and digests; their codecs live in package codec. */

import { encode, header as headerCodec, type DigestItem, type Header } from '@taonet/codec';
import { bytesToHex, type Hash, type Hashers } from '@taonet/primitives';

/** blake2b-256 of the encoded header. */
export function hashHeader(hashers: Hashers, header: Header): Hash {
  return bytesToHex(hashers.blake2b256(encode(headerCodec, header)));
}

/** Payload of the pre-runtime item of `engine` (four characters), if there is one. */
export function preRuntimePayload(digest: readonly DigestItem[], engine: string): Uint8Array | undefined {
  for (const item of digest) {
    if (item.type === 'PreRuntime' && isEngine(item.value[0], engine)) return item.value[1];
  }
  return undefined;
}

function isEngine(id: Uint8Array, engine: string): boolean {
  for (let i = 0; i < id.length; i++) if (id[i] !== engine.charCodeAt(i)) return false;
  return true;
}
