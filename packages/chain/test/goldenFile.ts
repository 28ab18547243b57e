/** Golden data of upstream's runtime, from fixtures/ at the root. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { hexToBytes } from '@taonet/primitives';

const ROOT = new URL('../../../fixtures/runtime/', import.meta.url);

export function readGolden<T>(name: string): T {
  return JSON.parse(gunzipSync(readFileSync(new URL(name, ROOT))).toString('utf8')) as T;
}

/** The state of block 0 of upstream's local network, fast build. */
export function localFastGenesis(): (readonly [string, Uint8Array])[] {
  const { top } = readGolden<{ readonly top: Readonly<Record<string, string>> }>('genesis/genesis-local-fast.json.gz');
  return Object.entries(top).map(([key, value]) => [key.replace(/^0x/, ''), hexToBytes(value)] as const);
}
