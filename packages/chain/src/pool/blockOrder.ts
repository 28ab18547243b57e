/** The order in which ready transactions go into a block. */

import type { PooledTransaction } from './transaction.ts';

/** Negative when `a` comes first: higher priority, then sooner out of date, then earlier here. */
function compare(a: PooledTransaction, b: PooledTransaction): number {
  if (a.priority !== b.priority) return a.priority > b.priority ? -1 : 1;
  if (a.validTill !== b.validTill) return a.validTill < b.validTill ? -1 : 1;
  return a.order - b.order;
}

/**
 * Yields `ready` best first, each only after all that it requires. A consumer that skips one calls `skip`: what
 * depends on it is left out too.
 *
 * cost: O(n log n)
 */
export class BlockOrder {
  readonly #heap: PooledTransaction[] = [];
  readonly #missing = new Map<PooledTransaction, number>();
  readonly #followers = new Map<string, PooledTransaction[]>();
  #last: PooledTransaction | undefined;

  constructor(ready: readonly PooledTransaction[]) {
    const provided = new Set<string>();
    for (const one of ready) for (const tag of one.provides) provided.add(tag);
    for (const one of ready) {
      let missing = 0;
      for (const tag of one.requires) {
        if (!provided.has(tag)) continue;
        missing += 1;
        const followers = this.#followers.get(tag);
        if (followers === undefined) this.#followers.set(tag, [one]);
        else followers.push(one);
      }
      if (missing === 0) this.#push(one);
      else this.#missing.set(one, missing);
    }
  }

  next(): PooledTransaction | undefined {
    if (this.#last !== undefined) this.#release(this.#last);
    this.#last = this.#pop();
    return this.#last;
  }

  /** The one just yielded is not in the block. */
  skip(): void {
    this.#last = undefined;
  }

  #release(done: PooledTransaction): void {
    for (const tag of done.provides) {
      for (const follower of this.#followers.get(tag) ?? []) {
        const missing = this.#missing.get(follower)! - 1;
        this.#missing.set(follower, missing);
        if (missing === 0) this.#push(follower);
      }
    }
  }

  #push(one: PooledTransaction): void {
    const heap = this.#heap;
    let i = heap.push(one) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (compare(heap[parent]!, one) <= 0) break;
      heap[i] = heap[parent]!;
      i = parent;
    }
    heap[i] = one;
  }

  #pop(): PooledTransaction | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && compare(heap[child + 1]!, heap[child]!) < 0) child += 1;
      if (compare(heap[child]!, last) >= 0) break;
      heap[i] = heap[child]!;
      i = child;
    }
    heap[i] = last;
    return top;
  }
}
