import { sha3_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, utf8ToBytes } from '@taonet/primitives';
import { neuronError } from '../errors.ts';
import type { BodyOf, Fields } from './field.ts';

/** Names that the dialect uses itself; a user's field cannot have them. */
const RESERVED = ['name', 'timeout', 'total_size', 'header_size', 'dendrite', 'axon', 'computed_body_hash', 'body_hash', 'required_hash_fields', 'deserialize', '__proto__'];
const NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/** How an answer comes in pieces: `'text'` as the handler writes them, or fields: one JSON object a line. */
export type StreamForm = 'text' | Fields | undefined;

export interface SynapseForm<Q extends Fields, A extends Fields, C extends StreamForm> {
  readonly request: Q;
  readonly response: A;
  /** Request fields whose Python text the caller signs, in the order of Python's `required_hash_fields`. */
  readonly hashed?: readonly (keyof Q & string)[];
  readonly stream?: C;
}

/** One kind of request: its name is the path and the Python class, its fields are the class's. */
export interface Synapse<Q extends Fields = Fields, A extends Fields = Fields, C extends StreamForm = StreamForm> {
  readonly name: string;
  readonly request: Q;
  readonly response: A;
  readonly hashed: readonly string[];
  readonly stream: C;
}

/** A piece of a stream. */
export type ChunkOf<S extends Synapse> = S['stream'] extends Fields ? BodyOf<S['stream']> : string;

/**
 * Declares a synapse; both ends must declare the same.
 *
 * refuses: BadSynapse, for names that collide with the dialect and hashed fields without an exact Python text
 */
export function synapse<const Q extends Fields, const A extends Fields, const C extends StreamForm = undefined>(name: string, form: SynapseForm<Q, A, C>): Synapse<Q, A, C> {
  const { request, response, hashed = [], stream } = form;
  const names = [...Object.keys(request), ...Object.keys(response)];
  const wrong = names.find((field) => RESERVED.includes(field) || !NAME.test(field)) ?? names.find((field, i) => names.indexOf(field) !== i);
  if (!NAME.test(name) || wrong !== undefined) throw neuronError('BadSynapse', { name, field: wrong });
  const unwritable = hashed.find((field) => request[field]?.python === undefined);
  if (unwritable !== undefined) throw neuronError('BadSynapse', { name, field: unwritable, reason: 'cannot be hashed' });
  return { name, request, response, hashed, stream: stream as C };
}

/**
 * SHA3-256, hex, over the concatenated hex hashes of the hashed fields' Python texts.
 *
 * source: bittensor 10.5.0 core/synapse.py, body_hash
 */
export function bodyHash({ request, hashed }: Synapse, body: Readonly<Record<string, unknown>>): string {
  return hashOf(hashed.map((name) => {
    const field = request[name]!;
    return hashOf((field.pythonStr ?? field.python!)(body[name]));
  }).join(''));
}

function hashOf(text: string): string {
  return bytesToHex(sha3_256(utf8ToBytes(text)));
}
