import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createHashers } from '@taonet/crypto';
import { bytesToHex, type Hashers } from '@taonet/primitives';
import { StateTrie } from './stateTrie.ts';

let hashers: Hashers;
beforeAll(async () => { hashers = await createHashers(); });

function trieOf(entries: Iterable<readonly [string, Uint8Array]>): StateTrie {
  const trie = new StateTrie(hashers);
  trie.load(entries);
  return trie;
}

const at = (trie: StateTrie, prefix: string): string | undefined => {
  const value = trie.closestMerkleValue(prefix);
  return value === undefined ? undefined : bytesToHex(value);
};
const blake = (...bytes: number[]): string => bytesToHex(hashers.blake2b256(Uint8Array.from(bytes)));

describe('closestMerkleValue', () => {
  it('default: the topmost node by its hash, a short one below it as it is', () => {
    const trie = trieOf([['a1', Uint8Array.of(7)], ['a2', Uint8Array.of(8)]]);
    // branch of partial "a", children 1 and 2: leaves without nibbles, one byte each
    const branch = [0x81, 0x0a, 0b110, 0, 12, 0x40, 4, 7, 12, 0x40, 4, 8];
    expect(at(trie, '')).toBe(blake(...branch));
    expect(at(trie, 'a')).toBe(blake(...branch));
    expect(at(trie, 'a1')).toBe('400407');
    expect(at(trie, 'a2')).toBe('400408');
    expect(at(trie, 'a3')).toBeUndefined();
    expect(at(trie, 'b')).toBeUndefined();
    expect(at(trie, 'a100')).toBeUndefined();
    expect(at(trieOf([]), '')).toBeUndefined();
  });

  it('behavior: of two nodes below a prefix the higher one, also in the middle of its nibbles', () => {
    const long = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
    const trie = trieOf([['00', long(1)], ['1234', long(2)], ['1235', long(3)], ['1299', long(4)]]);
    const here = at(trie, '12')!;
    expect(here).toHaveLength(64);
    expect(at(trie, '1')).toBe(here);
    expect(at(trie, '123')).not.toBe(here);
    expect(at(trie, '1234')).not.toBe(at(trie, '123'));
    expect(at(trie, '1299')).toBe(blake(0x41, 9, 128, ...long(4)));
  });

  it('behavior: changes exactly when something below the prefix does', () => {
    const key = fc.array(fc.constantFrom('00', '01', '10', '11'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    const content = fc.dictionary(key, fc.uint8Array({ maxLength: 40 }), { minKeys: 2, maxKeys: 12, noNullPrototype: true });
    fc.assert(fc.property(content, key, key, fc.uint8Array({ maxLength: 40 }), (start, prefix, changed, value) => {
      const trie = trieOf(Object.entries(start));
      const before = at(trie, prefix);
      expect(before !== undefined).toBe(Object.keys(start).some((one) => one.startsWith(prefix)));
      const same = start[changed] !== undefined && Buffer.compare(start[changed], value) === 0;
      trie.set(changed, value);
      const after = at(trie, prefix);
      if (same) expect(after).toBe(before);
      else if (changed.startsWith(prefix)) expect(after).not.toBe(before);
      expect(bytesToHex(trie.root())).toBe(bytesToHex(trieOf(Object.entries({ ...start, [changed]: value })).root()));
    }), { numRuns: 300 });
  });
});
