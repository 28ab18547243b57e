/** Finding blocks and states for methods, and showing them as JSON. */

import { decodeHeader, type Block, type Chain, type Header, type KeyChange, type ReadableState } from '@taonet/chain';
import { bytesToHex, type Hash } from '@taonet/primitives';
import type { NodeContext } from '../nodeContext.ts';
import { clientError, unknownBlock } from './rpcError.ts';

/** `:code`, which is served but not part of the state. */
const CODE_KEY = '3a636f6465';

export const hex = (bytes: Uint8Array): string => `0x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`;
export const prefixed = (hexText: string): string => `0x${hexText}`;

/** The number of block `at`, or of the head; refuses blocks that are not of this chain. */
export function numberAt(chain: Chain, at: Hash | undefined): number {
  if (at === undefined || at === chain.head.hash) return chain.head.number;
  const number = chain.store.numberOf(at);
  if (number === undefined) throw unknownBlock(at);
  return number;
}

/** State as clients see it: with the runtime's code. */
export class ServedState {
  readonly state: ReadableState;
  readonly #code: () => Uint8Array;

  constructor(state: ReadableState, code: () => Uint8Array) {
    this.state = state;
    this.#code = code;
  }

  get(key: string): Uint8Array | undefined {
    return key === CODE_KEY ? this.#code() : this.state.get(key);
  }

  keysWithPrefix(prefix: string): readonly string[] {
    const keys = this.state.keysWithPrefix(prefix);
    return CODE_KEY.startsWith(prefix) ? [...keys, CODE_KEY].sort() : keys;
  }

  /** At most `count` keys below `prefix`, behind `after`. */
  keysPaged(prefix: string, count: number, after: string | undefined): string[] {
    const keys = this.keysWithPrefix(prefix);
    const from = after === undefined ? 0 : firstAbove(keys, after);
    return keys.slice(from, from + count);
  }
}

function firstAbove(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle]! <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function stateAt(node: NodeContext, at: Hash | undefined): ServedState {
  return new ServedState(node.chain.stateAt(numberAt(node.chain, at)), () => node.code(node.chain.stateAt(numberAt(node.chain, at))));
}

/** Calls a runtime API at a block; a failure becomes the text that clients know. */
export function callAt({ chain }: NodeContext, name: string, args: Uint8Array, at?: Hash): Uint8Array {
  const outcome = chain.call(numberAt(chain, at), name, args);
  if ('ok' in outcome) return outcome.ok;
  throw clientError(failureText(name, outcome));
}

/** What upstream's executor says of a failed call; clients compare the first sentence letter by letter. */
export function failureText(name: string, outcome: { readonly failed: 'NotFound' } | { readonly failed: 'BadInput' | 'Trapped'; readonly reason: string }): string {
  if (outcome.failed === 'NotFound') return `Execution failed: Other: Exported method ${name} is not found`;
  return `Execution failed: Execution aborted due to trap: ${outcome.reason}`;
}

export interface HeaderJson {
  readonly parentHash: string;
  readonly number: string;
  readonly stateRoot: string;
  readonly extrinsicsRoot: string;
  readonly digest: { readonly logs: readonly string[] };
}

export function headerJson(header: Header): HeaderJson {
  return {
    parentHash: prefixed(header.parentHash),
    number: `0x${header.number.toString(16)}`,
    stateRoot: prefixed(header.stateRoot),
    extrinsicsRoot: prefixed(header.extrinsicsRoot),
    digest: { logs: header.digest.map(hex) },
  };
}

export function blockJson(block: Block): unknown {
  return { block: { header: headerJson(decodeHeader(block.header)), extrinsics: block.extrinsics.map(hex) }, justifications: null };
}

export function changeSetJson(blockHash: Hash, changes: readonly KeyChange[]): { readonly block: string; readonly changes: readonly (readonly [string, string | null])[] } {
  return { block: prefixed(blockHash), changes: changes.map(([key, value]) => [prefixed(key), value === null ? null : hex(value)]) };
}

export const hexOrNull = (bytes: Uint8Array | undefined): string | null => (bytes === undefined ? null : hex(bytes));
export const hashOf = (chain: Chain, bytes: Uint8Array): string => prefixed(bytesToHex(chain.hashers.blake2b256(bytes)));
