import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { computeShares, computeStanding, Draw } from '../src/index.ts';
import { drawSentence } from '../src/embed/sentences.ts';
import { LEAF_BYTES, leafAt, merkleProof, merkleRoot, provesLeaf } from '../src/store/merkle.ts';

const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });
const shards = fc.integer({ min: 1, max: 40 }).chain((leaves) => seeds.map((seed) => new Draw(seed).bytes(leaves * LEAF_BYTES)));

describe('draws', () => {
  it('are fixed by seed and path, and differ between paths', () => {
    fc.assert(fc.property(seeds, fc.integer({ min: 0, max: 300 }), (seed, length) => {
      expect(new Draw(seed).at('a', 1).bytes(length)).toEqual(new Draw(seed).at('a', 1).bytes(length));
      expect(drawSentence(new Draw(seed).at(0))).not.toBe(drawSentence(new Draw(seed).at(1)));
    }));
  });

  it('reach every value', () => {
    const draw = new Draw(new Uint8Array(32));
    expect(new Set(Array.from({ length: 400 }, () => draw.below(10))).size).toBe(10);
  });
});

describe('Merkle proofs', () => {
  it('hold for the leaf at its place and for nothing else', () => {
    fc.assert(fc.property(shards, fc.nat(), fc.nat(), (shard, a, b) => {
      const leaves = shard.length / LEAF_BYTES;
      const [index, other] = [a % leaves, b % leaves];
      const [root, proof] = [merkleRoot(shard), merkleProof(shard, index)];
      expect(provesLeaf(root, leaves, index, leafAt(shard, index), proof)).toBe(true);
      const changed = Uint8Array.from(leafAt(shard, index));
      changed[b % LEAF_BYTES]! ^= 1;
      expect(provesLeaf(root, leaves, index, changed, proof)).toBe(false);
      expect(provesLeaf(root, leaves, other, leafAt(shard, index), proof)).toBe(other === index);
      expect(provesLeaf(root, leaves, index, leafAt(shard, index), [...proof, root])).toBe(false);
    }));
  });
});

describe('shares', () => {
  const marks = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });
  it('sum to one, or there are none', () => {
    fc.assert(fc.property(fc.array(marks, { maxLength: 12 }), (miners) => {
      const standings = new Map(miners.map((list, uid) => [uid, computeStanding(list, 0.1)]));
      const shares = computeShares(standings);
      if (shares === undefined) expect([...standings.values()].every(({ raw }) => raw === 0)).toBe(true);
      else expect([...shares.values()].reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
    }));
  });

  it('pay nothing for what chance gives', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(0, 0.25), { minLength: 1, maxLength: 40 }), (list) => {
      expect(computeStanding(list, 0.25).raw).toBe(0);
    }));
  });
});
