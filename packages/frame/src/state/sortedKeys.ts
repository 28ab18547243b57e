/** Keys in ascending order that come and go one by one: a list of short ascending lists. */

import { lowerBound } from './backend.ts';

/** A chunk that grows beyond this is cut in two; so a key comes or goes without moving more than this many others. */
const CHUNK_MAX = 512;

export class SortedKeys {
  /** Ascending as a whole; none is empty. */
  readonly #chunks: string[][] = [];
  /** All of them in one list, as it was last asked for; undefined when keys came or went since. */
  #all: readonly string[] | undefined;

  /** Adds a key that is not there yet. Ascending order is the fastest one. */
  add(key: string): void {
    this.#all = undefined;
    const at = this.#chunkOf(key);
    const chunk = this.#chunks[at];
    if (chunk === undefined) {
      this.#chunks.push([key]);
      return;
    }
    if (chunk[chunk.length - 1]! < key) chunk.push(key);
    else chunk.splice(lowerBound(chunk, key), 0, key);
    if (chunk.length > CHUNK_MAX) this.#split(at, chunk, key);
  }

  /** A chunk that grew at its end keeps what it has: so keys that come in order leave full chunks. */
  #split(at: number, chunk: string[], key: string): void {
    const half = chunk[chunk.length - 1] === key ? chunk.length - 1 : chunk.length >> 1;
    this.#chunks.splice(at + 1, 0, chunk.splice(half));
  }

  /** Takes out a key that is there. */
  remove(key: string): void {
    this.#all = undefined;
    const at = this.#chunkOf(key);
    const chunk = this.#chunks[at]!;
    chunk.splice(lowerBound(chunk, key), 1);
    if (chunk.length === 0) this.#chunks.splice(at, 1);
  }

  /** All keys that start with `prefix`, ascending, in a list of their own. */
  withPrefix(prefix: string): string[] {
    const found: string[] = [];
    for (let at = this.#chunkOf(prefix); at < this.#chunks.length; at++) {
      const chunk = this.#chunks[at]!;
      let i = found.length === 0 ? lowerBound(chunk, prefix) : 0;
      while (i < chunk.length && chunk[i]!.startsWith(prefix)) found.push(chunk[i++]!);
      if (i < chunk.length) break;
    }
    return found;
  }

  /** All keys, ascending. The list is not changed later. */
  all(): readonly string[] {
    this.#all ??= ([] as string[]).concat(...this.#chunks);
    return this.#all;
  }

  /** The first `limit` keys above `after` that start with `prefix`, ascending. */
  following(after: string, prefix: string, limit: number): string[] {
    const start = after < prefix ? prefix : after;
    const found: string[] = [];
    for (let at = this.#chunkOf(start); at < this.#chunks.length && found.length < limit; at++) {
      const chunk = this.#chunks[at]!;
      let i = found.length === 0 ? lowerBound(chunk, start) : 0;
      if (chunk[i] === after) i += 1;
      while (i < chunk.length && found.length < limit && chunk[i]!.startsWith(prefix)) found.push(chunk[i++]!);
      if (i < chunk.length) break;
    }
    return found;
  }

  /** Index of the last chunk whose first key is not above `key`, or 0. */
  #chunkOf(key: string): number {
    let low = 0;
    let high = this.#chunks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#chunks[middle]![0]! <= key) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : low - 1;
  }
}
