/** The localnet genesis as upstream's runtime makes it. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { hexToBytes } from '@taonet/primitives';

const FILE = 'fixtures/runtime/genesis/genesis-local-fast.json.gz';

export function readGenesis(): [string, Uint8Array][] {
  const { top } = JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as { readonly top: Readonly<Record<string, string>> };
  return Object.entries(top).map(([key, value]) => [key.slice(2), hexToBytes(value)]);
}
