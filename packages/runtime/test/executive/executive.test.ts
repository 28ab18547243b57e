import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createCrypto } from '@taonet/crypto';
import { decode, digestItem } from '@taonet/codec';
import { MemoryState, StateTrie, TrieRoots, type BlockStart, type OpenBlock } from '@taonet/frame';
import { hexToBytes } from '@taonet/primitives';
import { expect, test } from 'vitest';
import { buildGenesis, createRuntime, LOCAL_CONFIG } from '../../src/index.ts';

interface Block {
  readonly number: number;
  readonly digest: readonly string[];
  readonly extrinsics: readonly { readonly hex: string }[];
}

const crypto = await createCrypto();
const runtime = createRuntime({ fast: true, powFaucet: false }, crypto);
const genesis = buildGenesis(runtime.spec, LOCAL_CONFIG);

const file = new URL('../../../../fixtures/runtime/trace-a.json.gz', import.meta.url);
const recorded = (JSON.parse(gunzipSync(readFileSync(file)).toString()) as { blocks: Block[] }).blocks[0]!;
const bytesOf = (hex: string): Uint8Array => hexToBytes(hex.replace('0x', ''));
const extrinsics = recorded.extrinsics.map(({ hex }) => bytesOf(hex));

const NO_EXTRINSIC = Uint8Array.of(4, 4);

function parent(): Pick<BlockStart, 'state' | 'roots'> {
  const trie = new StateTrie(crypto);
  trie.load(genesis.state);
  return { state: new MemoryState(genesis.state), roots: new TrieRoots(trie) };
}
const open = (): OpenBlock => runtime.openBlock({
  ...parent(), parentHash: genesis.hash, number: 1, digest: recorded.digest.map((item) => decode(digestItem, bytesOf(item))),
});

function made(tried: readonly Uint8Array[] = []): ReturnType<OpenBlock['finalize']> {
  const block = open();
  for (const bytes of extrinsics) block.apply(bytes);
  for (const bytes of tried) expect(block.apply(bytes)).toHaveProperty('invalidity');
  return block.finalize();
}

test('an extrinsic that is not valid leaves no trace in the block', () => {
  expect(made([NO_EXTRINSIC]).hash).toBe(made().hash);
});

test('a block executed again is the block that was made', () => {
  const { header, hash } = made();
  expect(runtime.executeBlock({ ...parent(), header, extrinsics }).hash).toBe(hash);
});

test.each([
  { code: 'BadStateRoot', header: { state_root: '00'.repeat(32) }, list: extrinsics },
  { code: 'BadExtrinsicsRoot', header: { extrinsics_root: '00'.repeat(32) }, list: extrinsics },
  { code: 'BadDigest', header: { digest: { logs: made().header.digest.logs.slice(0, 1) } }, list: extrinsics },
  { code: 'BadExtrinsic', header: {}, list: [...extrinsics, NO_EXTRINSIC] },
])('refuses to execute a block that is not what its header says: $code', ({ code, header, list }) => {
  expect(() => runtime.executeBlock({ ...parent(), header: { ...made().header, ...header }, extrinsics: list })).toThrow(expect.objectContaining({ code }));
});
