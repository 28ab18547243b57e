import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { createHashers } from '@taonet/crypto';
import { bytesToHex, hexToBytes } from '@taonet/primitives';
import type { Hashers } from '@taonet/primitives';
import { computeTrieRoot } from './computeTrieRoot.ts';
import { StateTrie } from './stateTrie.ts';

interface Genesis {
  readonly top: Record<string, string>;
  readonly stateRoot: string;
}
interface Block {
  readonly number: number;
  readonly stateRoot: string;
  readonly extrinsicsRoot: string;
  readonly extrinsics: readonly { readonly hex: string }[];
  readonly events: string;
  readonly diff: Record<string, string | null>;
}

const FIXTURES = new URL('../../../../fixtures/runtime/', import.meta.url);
const EVENTS_KEY = '26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7';

function readGzip(path: string): unknown {
  return JSON.parse(gunzipSync(readFileSync(new URL(path, FIXTURES))).toString('utf8'));
}

let hashers: Hashers;
let genesis: Genesis;
let entries: [string, Uint8Array][];
let blocks: readonly Block[];
beforeAll(async () => {
  hashers = await createHashers();
  genesis = readGzip('genesis/genesis-local-fast.json.gz') as Genesis;
  entries = Object.entries(genesis.top).map(([key, value]) => [key.slice(2), hexToBytes(value)]);
  blocks = (readGzip('trace-a.json.gz') as { blocks: Block[] }).blocks;
});

function rootOf(trie: StateTrie): string {
  return `0x${bytesToHex(trie.root())}`;
}

function applyBlock(trie: StateTrie, block: Block): void {
  for (const [key, value] of Object.entries(block.diff)) {
    if (value === null) trie.delete(key.slice(2));
    else trie.set(key.slice(2), hexToBytes(value));
  }
  trie.set(EVENTS_KEY, hexToBytes(block.events));
}

describe('against upstream', () => {
  it('genesis state root', () => {
    expect(`0x${bytesToHex(computeTrieRoot(entries, 1, hashers.blake2b256))}`).toBe(genesis.stateRoot);
  });

  it('state root of each block, with transient keys and roots in the middle', () => {
    const trie = new StateTrie(hashers);
    trie.load(entries);
    expect(blocks.length).toBe(60);
    for (const block of blocks) {
      trie.set('3a65787472696e7369635f696e646578', Uint8Array.of(0, 0, 0, 0));
      trie.set('26aa394eea5630e07c48ae0c9558cef7ff', new Uint8Array(100));
      expect(rootOf(trie)).not.toBe(block.stateRoot);
      trie.delete('3a65787472696e7369635f696e646578');
      trie.delete('26aa394eea5630e07c48ae0c9558cef7ff');
      applyBlock(trie, block);
      expect(rootOf(trie), `block ${block.number}`).toBe(block.stateRoot);
    }
  });

  it('extrinsics root of each block (version 0)', () => {
    for (const block of blocks) {
      const numbered = block.extrinsics.map(({ hex }, i) => [bytesToHex(Uint8Array.of(i << 2)), hexToBytes(hex)] as const);
      expect(`0x${bytesToHex(computeTrieRoot(numbered, 0, hashers.blake2b256))}`).toBe(block.extrinsicsRoot);
    }
  });

  it('a snapshot brings back any earlier block, again and again', () => {
    const trie = new StateTrie(hashers);
    trie.load(entries);
    const marks = blocks.slice(0, 10).map((block) => {
      applyBlock(trie, block);
      return { block, mark: trie.snapshot() };
    });
    for (const { block, mark } of [...marks.reverse(), ...marks]) {
      trie.restore(mark);
      for (const [key] of entries.slice(0, 40)) trie.delete(key);
      expect(rootOf(trie)).not.toBe(block.stateRoot);
      trie.restore(mark);
      expect(rootOf(trie)).toBe(block.stateRoot);
    }
  });
});

describe('edges', () => {
  it('empty trie', () => {
    const empty = '03170a2e7597b7b7e3d84c05391d139a62b157e78786d8c082f29dcf4c111314';
    expect(bytesToHex(computeTrieRoot([], 1, hashers.blake2b256))).toBe(empty);
    const trie = new StateTrie(hashers);
    trie.set('01', Uint8Array.of(1));
    trie.delete('01');
    expect(bytesToHex(trie.root())).toBe(empty);
    expect(trie.readProof([], () => undefined)).toEqual([]);
  });

  it('deleting what is not there changes nothing', () => {
    const trie = new StateTrie(hashers);
    trie.load(entries);
    for (const key of ['', '00', entries[0]![0].slice(0, -2), `${entries[0]![0]}00`]) trie.delete(key);
    expect(rootOf(trie)).toBe(genesis.stateRoot);
  });

  it('the returned root is the caller\'s own', () => {
    const trie = new StateTrie(hashers);
    trie.load(entries);
    trie.root().fill(0);
    expect(rootOf(trie)).toBe(genesis.stateRoot);
  });
});
