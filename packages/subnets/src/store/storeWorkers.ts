/** Miners of the Store subnet: one keeps what it takes, one takes less, three only pretend. */

import { randomBytes } from 'node:crypto';
import { BadRequest, type Behaviour, type Worker } from '../subnetKind.ts';
import { LEAF_BYTES, leafAt, merkleProof, merkleRoot } from './merkle.ts';
import type { Shards } from './shardFolder.ts';
import { answerDigest } from './storeExaminer.ts';
import { readStoreRequest, type GetAnswer, type ProveAnswer, type PutAnswer, type ShardId } from './storeWire.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

/** Where a worker's bytes come from when it is asked about a shard. */
type Recall = (shards: Shards, id: ShardId) => Promise<Uint8Array | undefined>;
type Keep = (shards: Shards, id: ShardId, bytes: Uint8Array) => Promise<boolean>;

const keep: Keep = (shards, id, bytes) => shards.put(id, bytes);
const recall: Recall = (shards, id) => shards.get(id);

const BEHAVIOUR: Readonly<Record<Behaviour, () => { readonly keep: Keep; readonly recall: Recall }>> = {
  honest: () => ({ keep, recall }),
  /** The same on a smaller disk: see `createStoreSubnet`. */
  small: () => ({ keep, recall }),
  /** Says yes to all, keeps every other shard. */
  lazy: () => {
    let taken = 0;
    return {
      keep: async (shards, id, bytes) => {
        taken += 1;
        if (taken % 2 === 1) await shards.put(id, bytes);
        return true;
      },
      recall,
    };
  },
  garbage: () => ({ keep: () => Promise.resolve(true), recall: () => Promise.resolve(randomBytes(32 * LEAF_BYTES)) }),
  /** Keeps the first shard it sees and offers it for all. */
  copycat: () => {
    let first: Uint8Array | undefined;
    return {
      keep: (_, __, bytes) => {
        first ??= bytes;
        return Promise.resolve(true);
      },
      recall: () => Promise.resolve(first),
    };
  },
};

export function createStoreWorker(shards: Shards, behaviour: Behaviour): Worker {
  const { keep: put, recall: get } = BEHAVIOUR[behaviour]();
  async function find(id: ShardId): Promise<Uint8Array> {
    return await get(shards, id) ?? Promise.reject(new BadRequest(`id: no shard ${id} is held here`));
  }
  return {
    async answer(body): Promise<PutAnswer | ProveAnswer | GetAnswer> {
      const request = readStoreRequest(body);
      switch (request.op) {
        case 'put': {
          const bytes = Buffer.from(request.bytes, 'base64');
          if (Buffer.from(merkleRoot(bytes)).toString('hex') !== request.id) throw new BadRequest('id: it is not the Merkle root of these bytes');
          return { held: await put(shards, request.id, bytes) };
        }
        case 'drop':
          await shards.drop(request.id);
          return { held: false };
        case 'get': return { shard: base64(await find(request.id)) };
        case 'prove': {
          const shard = await find(request.id);
          const leaves = request.leaves.map((index) => leafAt(shard, index));
          return {
            proven: leaves.map(base64),
            proofs: request.leaves.map((index) => merkleProof(shard, index).map(base64)),
            digest: answerDigest(request.nonce, leaves),
          };
        }
      }
    },
    close: () => Promise.resolve(),
  };
}
