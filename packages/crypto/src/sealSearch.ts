/** Looks for proofs of work: nonces whose seal is at most a limit. The seal is keccak-256(sha2-256(nonce ‖ what stays the same)). */

import { SEAL_WASM } from '../dist/sealWasm.mjs';

/** A range of nonces to look through. */
export interface SealRange {
  /** The 32 bytes behind the nonce: keccak-256(block hash ‖ account). */
  readonly suffix: Uint8Array;
  /** The largest seal that counts, 32 bytes, big-endian. */
  readonly limit: Uint8Array;
  readonly start: bigint;
  /** Below 2^32. */
  readonly count: number;
}

/** The first nonce of the range that counts; undefined when there is none. Nonces wrap at 2^64. */
export type SealSearch = (range: SealRange) => bigint | undefined;

/** What assembly/seal.ts exports; u64 is `bigint`. */
interface SealWasm {
  readonly memory: WebAssembly.Memory;
  questionAddress(): number;
  search(start: bigint, count: number): number;
}

const HASH_BYTES = 32;

/**
 * One search at a time, on the thread that calls.
 *
 * cost: about 0.7 microseconds per nonce
 */
export function createSealSearch(): SealSearch {
  const { memory, questionAddress, search } = new WebAssembly.Instance(new WebAssembly.Module(decoded(SEAL_WASM))).exports as unknown as SealWasm;
  const question = new Uint8Array(memory.buffer, questionAddress(), 2 * HASH_BYTES);
  return ({ suffix, limit, start, count }) => {
    question.set(suffix);
    question.set(limit, HASH_BYTES);
    const missed = search(start, count) >>> 0;
    return missed === count ? undefined : BigInt.asUintN(64, start + BigInt(missed));
  };
}

function decoded(base64: string): Uint8Array {
  const text = atob(base64);
  return Uint8Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}
