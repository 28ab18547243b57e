/** A binary SHA-256 Merkle tree over the leaves of a shard, and proofs of single leaves. */

import { createHash } from 'node:crypto';

export const LEAF_BYTES = 1_024;

const hash = (kind: 0 | 1, ...parts: readonly Uint8Array[]): Uint8Array => {
  // Leaves and nodes are hashed apart, so that a node can never pass for a leaf.
  const hasher = createHash('sha256').update(Uint8Array.of(kind));
  for (const part of parts) hasher.update(part);
  return hasher.digest();
};

export function leafAt(shard: Uint8Array, index: number): Uint8Array {
  return shard.subarray(index * LEAF_BYTES, (index + 1) * LEAF_BYTES);
}

/** All layers from the leaves' hashes to the root; a node without a neighbour goes up as it is. */
function layersOf(shard: Uint8Array): Uint8Array[][] {
  const layers = [Array.from({ length: Math.max(1, Math.ceil(shard.length / LEAF_BYTES)) }, (_, i) => hash(0, leafAt(shard, i)))];
  for (let top = layers[0]!; top.length > 1; top = layers.at(-1)!) {
    const next: Uint8Array[] = [];
    for (let i = 0; i < top.length; i += 2) next.push(i + 1 < top.length ? hash(1, top[i]!, top[i + 1]!) : top[i]!);
    layers.push(next);
  }
  return layers;
}

export function merkleRoot(shard: Uint8Array): Uint8Array {
  return layersOf(shard).at(-1)![0]!;
}

/** The neighbours on the way from leaf `index` to the root. */
export function merkleProof(shard: Uint8Array, index: number): Uint8Array[] {
  const proof: Uint8Array[] = [];
  let at = index;
  for (const layer of layersOf(shard).slice(0, -1)) {
    const neighbour = layer[at ^ 1];
    if (neighbour !== undefined) proof.push(neighbour);
    at >>= 1;
  }
  return proof;
}

/** Whether `leaf` stands at `index` of a shard of `leafCount` leaves with this root. */
export function provesLeaf(root: Uint8Array, leafCount: number, index: number, leaf: Uint8Array, proof: readonly Uint8Array[]): boolean {
  let [at, width, used] = [index, leafCount, 0];
  let node = hash(0, leaf);
  for (; width > 1; width = Math.ceil(width / 2), at >>= 1) {
    if ((at ^ 1) >= width) continue;
    const neighbour = proof[used];
    if (neighbour === undefined) return false;
    used += 1;
    node = at % 2 === 0 ? hash(1, node, neighbour) : hash(1, neighbour, node);
  }
  return used === proof.length && Buffer.compare(node, root) === 0;
}
