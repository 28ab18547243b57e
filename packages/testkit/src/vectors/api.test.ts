import { createCrypto } from '@taonet/crypto';
import { computeTrieRoot } from '@taonet/frame';
import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { replayApi, viewOfState } from './api.ts';

const read = (name: string): unknown => JSON.parse(gunzipSync(readFileSync(new URL(`../../../../fixtures/runtime/${name}`, import.meta.url))).toString());
const state = read('state-b.json.gz') as { stateRoot: string; top: Record<string, string> };
let crypto: Awaited<ReturnType<typeof createCrypto>>;

beforeAll(async () => {
  crypto = await createCrypto();
});

test('the state is the one that upstream answered on', () => {
  const entries = Object.entries(state.top).map(([key, value]) => [key, hexToBytes(value)] as const);
  expect(`0x${bytesToHex(computeTrieRoot(entries, 1, crypto.blake2b256))}`).toBe(state.stateRoot);
});

test('all 234 answers of upstream, byte for byte, and nothing is written', () => {
  const ctx = viewOfState(state, crypto);
  const results = replayApi(read('api-b.json.gz'), ctx);
  expect(results.filter((result) => !result.ok)).toEqual([]);
  expect(results).toHaveLength(234);
  expect(ctx.state.changes()).toEqual([]);
});
