import fc from 'fast-check';
import { blake2b } from '@noble/hashes/blake2.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { createHashers } from '@taonet/crypto';
import { bytesToHex, compareBytes, concatBytes } from '@taonet/primitives';
import type { Hashers } from '@taonet/primitives';
import { computeTrieRoot } from './computeTrieRoot.ts';
import { StateTrie } from './stateTrie.ts';

type Item = readonly [nibbles: string, value: Uint8Array];

/* An oracle of its own: recursive, from the sorted list, on another implementation of the hash. */

const hash = (bytes: Uint8Array): Uint8Array => blake2b(bytes, { dkLen: 32 });

function compact(n: number): number[] {
  if (n < 64) return [n * 4];
  if (n < 16384) return [(n * 4 + 1) % 256, Math.floor(n / 64)];
  return [(n * 4 + 2) % 256, Math.floor(n / 64) % 256, Math.floor(n / 16384) % 256, Math.floor(n / 4194304)];
}

function head(mark: number, bits: number, partial: string): number[] {
  const full = 2 ** bits - 1;
  const out = [mark + Math.min(partial.length, full)];
  if (partial.length >= full) {
    for (let rest = partial.length - full; ; rest -= 255) {
      out.push(Math.min(rest, 255));
      if (rest < 255) break;
    }
  }
  const even = partial.length % 2 === 0 ? partial : `0${partial}`;
  for (let i = 0; i < even.length; i += 2) out.push(parseInt(even.slice(i, i + 2), 16));
  return out;
}

function carried(value: Uint8Array, version: number): { long: boolean; bytes: number[] } {
  const long = version === 1 && value.length > 32;
  return { long, bytes: long ? [...hash(value)] : [...compact(value.length), ...value] };
}

function encode(items: readonly Item[], at: number, version: number): number[] {
  const [first, value] = items[0]!;
  if (items.length === 1) {
    const { long, bytes } = carried(value, version);
    return [...(long ? head(0x20, 5, first.slice(at)) : head(0x40, 6, first.slice(at))), ...bytes];
  }
  const last = items[items.length - 1]![0];
  let end = at;
  while (end < first.length && first[end] === last[end]) end++;
  const partial = first.slice(at, end);
  const own = first.length === end ? carried(value, version) : undefined;
  const below = own === undefined ? items : items.slice(1);
  let bits = 0;
  const children: number[] = [];
  for (let slot = 0; slot < 16; slot++) {
    const group = below.filter(([nibbles]) => parseInt(nibbles[end]!, 16) === slot);
    if (group.length === 0) continue;
    bits += 2 ** slot;
    const child = encode(group, end + 1, version);
    children.push(...(child.length < 32 ? [child.length * 4, ...child] : [128, ...hash(Uint8Array.from(child))]));
  }
  const mark = own === undefined ? head(0x80, 6, partial) : own.long ? head(0x10, 4, partial) : head(0xc0, 6, partial);
  return [...mark, bits % 256, Math.floor(bits / 256), ...(own?.bytes ?? []), ...children];
}

function oracleRoot(content: ReadonlyMap<string, Uint8Array>, version: number): string {
  const items = [...content].sort(([a], [b]) => (a < b ? -1 : 1));
  return bytesToHex(hash(items.length === 0 ? Uint8Array.of(0) : Uint8Array.from(encode(items, 0, version))));
}

/* Keys over few nibbles collide often: branches with values, prefixes of each other, splits and merges. */

const crowdedKey = fc.array(fc.constantFrom('00', '01', '10', '11', 'f0', 'ff'), { maxLength: 4 }).map((parts) => parts.join(''));
const longKey = fc.tuple(crowdedKey, fc.integer({ min: 0, max: 400 })).map(([key, n]) => key + 'ab'.repeat(n));
const key = fc.oneof({ weight: 6, arbitrary: crowdedKey }, { weight: 1, arbitrary: longKey });
const value = fc.oneof(
  fc.uint8Array({ maxLength: 3 }),
  fc.constantFrom(0, 27, 28, 29, 30, 31, 32, 33, 34, 63, 64, 65, 16383, 16384).map((n) => new Uint8Array(n).fill(7)),
);
const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ key, value }) },
  { weight: 2, arbitrary: fc.record({ key, value: fc.constant(undefined) }) },
);
const version = fc.constantFrom(0 as const, 1 as const);

let hashers: Hashers;
beforeAll(async () => {
  hashers = await createHashers();
});

function apply(trie: StateTrie, content: Map<string, Uint8Array>, step: { key: string; value: Uint8Array | undefined }): void {
  if (step.value === undefined) {
    trie.delete(step.key);
    content.delete(step.key);
  } else {
    trie.set(step.key, step.value);
    content.set(step.key, step.value);
  }
}

describe('state trie', () => {
  it('changes, deletions and roots in between give the root from scratch', () => {
    fc.assert(fc.property(version, fc.array(fc.array(change, { maxLength: 8 }), { maxLength: 10 }), (layout, rounds) => {
      const trie = new StateTrie(hashers, layout);
      const content = new Map<string, Uint8Array>();
      for (const round of rounds) {
        for (const step of round) apply(trie, content, step);
        expect(bytesToHex(trie.root())).toBe(oracleRoot(content, layout));
      }
    }), { numRuns: 400 });
  }, 60_000);

  it('the order of insertion does not matter', () => {
    fc.assert(fc.property(version, fc.uniqueArray(fc.tuple(key, value), { selector: ([k]) => k, maxLength: 30 }), fc.infiniteStream(fc.nat()), (layout, entries, random) => {
      const shuffled = entries.map((entry) => ({ entry, at: random.next().value as number })).sort((a, b) => a.at - b.at).map(({ entry }) => entry);
      const root = bytesToHex(computeTrieRoot(entries, layout, hashers.blake2b256));
      expect(bytesToHex(computeTrieRoot(shuffled, layout, hashers.blake2b256))).toBe(root);
      expect(oracleRoot(new Map(entries), layout)).toBe(root);
    }), { numRuns: 200 });
  }, 60_000);

  it('snapshots survive what comes after, in forks too', () => {
    const rounds = fc.array(fc.record({ back: fc.nat(), steps: fc.array(change, { maxLength: 6 }) }), { maxLength: 12 });
    fc.assert(fc.property(rounds, (plan) => {
      const trie = new StateTrie(hashers);
      const marks = [{ mark: trie.snapshot(), content: new Map<string, Uint8Array>() }];
      for (const { back, steps } of plan) {
        const from = marks[back % marks.length]!;
        trie.restore(from.mark);
        const content = new Map(from.content);
        for (const step of steps) apply(trie, content, step);
        if (back % 2 === 0) trie.root();
        marks.push({ mark: trie.snapshot(), content });
      }
      for (const { mark, content } of marks) {
        const other = new StateTrie(hashers);
        other.restore(mark);
        expect(bytesToHex(other.root())).toBe(oracleRoot(content, 1));
      }
    }), { numRuns: 200 });
  }, 60_000);
});

describe('read proof', () => {
  it('proves present and absent keys by the root alone', () => {
    fc.assert(fc.property(fc.array(fc.tuple(key, value), { minLength: 1, maxLength: 25 }), fc.array(key, { minLength: 1, maxLength: 5 }), (entries, asked) => {
      const content = new Map(entries);
      const trie = new StateTrie(hashers);
      trie.load(entries);
      const keys = [...asked, ...entries.slice(0, 3).map(([k]) => k)];
      const proof = trie.readProof(keys, (k) => content.get(k));
      for (let i = 1; i < proof.length; i++) expect(compareBytes(proof[i - 1]!, proof[i]!)).toBeLessThan(0);
      const byHash = new Map(proof.map((part) => [bytesToHex(hash(part)), part]));
      const used = new Set<string>();
      for (const k of keys) expect(lookUp({ byHash, used, root: bytesToHex(trie.root()) }, k)).toEqual(content.get(k));
      expect(used.size).toBe(proof.length);
    }), { numRuns: 300 });
  }, 60_000);
});

interface Proof {
  readonly byHash: ReadonlyMap<string, Uint8Array>;
  readonly used: Set<string>;
  readonly root: string;
}

function fetch(proof: Proof, id: string): Uint8Array {
  proof.used.add(id);
  const part = proof.byHash.get(id);
  if (part === undefined) throw new Error(`the proof lacks ${id}`);
  return part;
}

/** Reads a key out of a proof with a decoder of its own. */
function lookUp(proof: Proof, wanted: string): Uint8Array | undefined {
  let bytes = fetch(proof, proof.root);
  let rest = wanted;
  for (;;) {
    let at = 0;
    const first = bytes[at++]!;
    const kind = first >= 0xc0 ? 'value' : first >= 0x80 ? 'bare' : first >= 0x40 ? 'leaf' : first >= 0x20 ? 'longLeaf' : 'longValue';
    const full = { value: 63, bare: 63, leaf: 63, longLeaf: 31, longValue: 15 }[kind];
    let count = first & full;
    if (count === full) for (;;) {
      const more = bytes[at++]!;
      count += more;
      if (more < 255) break;
    }
    const packed = Math.ceil(count / 2);
    const partial = bytesToHex(bytes.subarray(at, at + packed)).slice(count % 2);
    at += packed;
    if (!rest.startsWith(partial)) return undefined;
    rest = rest.slice(partial.length);
    let bits = 0;
    const branch = kind === 'value' || kind === 'bare' || kind === 'longValue';
    if (branch) {
      bits = bytes[at]! + 256 * bytes[at + 1]!;
      at += 2;
    }
    const sized = (): Uint8Array => {
      const mode = bytes[at]! & 3;
      const width = [1, 2, 4][mode]!;
      let n = 0;
      for (let i = 0; i < width; i++) n += bytes[at + i]! * 256 ** i;
      at += width;
      const size = Math.floor(n / 4);
      at += size;
      return bytes.subarray(at - size, at);
    };
    let found: Uint8Array | undefined;
    if (kind === 'leaf' || kind === 'value') found = sized();
    if (kind === 'longLeaf' || kind === 'longValue') {
      const id = bytesToHex(bytes.subarray(at, at + 32));
      at += 32;
      if (rest === '') found = fetch(proof, id);
    }
    if (rest === '') return found === undefined ? undefined : concatBytes(found);
    if (!branch) return undefined;
    const slot = parseInt(rest[0]!, 16);
    if ((bits & (1 << slot)) === 0) return undefined;
    for (let other = 0; other < slot; other++) if ((bits & (1 << other)) !== 0) sized();
    const child = sized();
    bytes = child.length === 32 ? fetch(proof, bytesToHex(child)) : child;
    rest = rest.slice(1);
  }
}
