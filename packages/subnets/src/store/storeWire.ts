/** What the Store subnet sends and answers: the bodies of `POST /Store`. Bytes travel in base64. */

import { flag, integer, list, optional, synapse, text } from '@taonet/sdk/neuron';
import { BadRequest } from '../subnetKind.ts';

/** A shard's name is the hex of its Merkle root: whoever knows it may read the shard or have it dropped. */
export type ShardId = string;

export type StoreRequest =
  | { readonly op: 'put'; readonly id: ShardId; readonly bytes: string }
  | { readonly op: 'prove'; readonly id: ShardId; readonly nonce: string; readonly leaves: readonly number[] }
  | { readonly op: 'get'; readonly id: ShardId }
  | { readonly op: 'drop'; readonly id: ShardId };

export interface PutAnswer {
  /** False: this miner is full. */
  readonly held: boolean;
}

export interface ProveAnswer {
  readonly proven: readonly string[];
  /** For each leaf the neighbours on its way to the root. */
  readonly proofs: readonly (readonly string[])[];
  /** SHA-256 of the nonce and the leaves: this answer was made for this question. */
  readonly digest: string;
}

export interface GetAnswer {
  readonly shard: string;
}

export const MAX_SHARD_BYTES = 1 << 20;
export const MAX_PROVEN_LEAVES = 64;

export const STORE = synapse('Store', {
  request: { op: text, id: text, bytes: optional(text), nonce: optional(text), leaves: optional(list(integer, MAX_PROVEN_LEAVES)) },
  response: {
    held: optional(flag), shard: optional(text),
    proven: optional(list(text, MAX_PROVEN_LEAVES)), proofs: optional(list(list(text, 64), MAX_PROVEN_LEAVES)), digest: optional(text),
  },
  hashed: ['op', 'id', 'bytes', 'nonce'],
});

const isId = (id: unknown): id is ShardId => typeof id === 'string' && /^[0-9a-f]{64}$/.test(id);

/** Refuses anything that is not a storage request. */
export function readStoreRequest(body: unknown): StoreRequest {
  const { op, id, bytes, nonce, leaves } = (body ?? {}) as Record<string, unknown>;
  if (!isId(id)) throw new BadRequest('id: 64 hexadecimal digits are wanted');
  switch (op) {
    case 'get':
    case 'drop': return { op, id };
    case 'put':
      if (typeof bytes !== 'string' || bytes.length === 0 || bytes.length > Math.ceil(MAX_SHARD_BYTES / 3) * 4) throw new BadRequest(`bytes: base64 of 1 to ${MAX_SHARD_BYTES} bytes is wanted`);
      return { op, id, bytes };
    case 'prove':
      if (typeof nonce !== 'string' || nonce.length > 128) throw new BadRequest('nonce: a text of at most 128 characters is wanted');
      if (!Array.isArray(leaves) || leaves.length === 0 || leaves.length > MAX_PROVEN_LEAVES || !leaves.every((leaf) => Number.isSafeInteger(leaf) && leaf >= 0)) throw new BadRequest(`leaves: 1 to ${MAX_PROVEN_LEAVES} indices are wanted`);
      return { op, id, nonce, leaves: leaves as number[] };
    default: throw new BadRequest('op: put, prove, get or drop is wanted');
  }
}
