/**
 * Transactions by what they require and provide. Ready: all required tags are provided by other ready ones or by the
 * chain lately. Future: some are missing.
 *
 * source: substrate/client/transaction-pool/src/graph (base_pool.rs, ready.rs, future.rs): rules, not code
 */

import type { Hash } from '@taonet/primitives';
import type { PooledTransaction } from './transaction.ts';

/** What one import did. */
export type Imported =
  | { readonly kind: 'future' }
  | { readonly kind: 'ready'; readonly promoted: readonly PooledTransaction[]; readonly usurped: readonly PooledTransaction[] }
  | { readonly kind: 'tooLow'; readonly old: bigint }
  | { readonly kind: 'cycle' };

export class TransactionGraph {
  readonly #ready = new Map<Hash, PooledTransaction>();
  readonly #future = new Map<Hash, PooledTransaction>();
  /** Tag → the ready transaction that provides it. */
  readonly #providers = new Map<string, PooledTransaction>();
  /** Tag → future transactions that wait for it. */
  readonly #waiting = new Map<string, Set<PooledTransaction>>();
  /** Tags provided by the last two blocks, so that a follower that comes in late is not kept in future. */
  #recent: readonly ReadonlySet<string>[] = [new Set(), new Set()];
  #readyBytes = 0;
  #futureBytes = 0;

  get readyCount(): number { return this.#ready.size; }
  get futureCount(): number { return this.#future.size; }
  get readyBytes(): number { return this.#readyBytes; }
  get futureBytes(): number { return this.#futureBytes; }

  get(hash: Hash): PooledTransaction | undefined {
    return this.#ready.get(hash) ?? this.#future.get(hash);
  }

  isReady(hash: Hash): boolean {
    return this.#ready.has(hash);
  }

  readyOnes(): PooledTransaction[] { return [...this.#ready.values()]; }
  futureOnes(): PooledTransaction[] { return [...this.#future.values()]; }

  providerOf(tag: string): PooledTransaction | undefined {
    return this.#providers.get(tag);
  }

  import(transaction: PooledTransaction): Imported {
    if (!this.#satisfied(transaction)) {
      this.#putFuture(transaction);
      return { kind: 'future' };
    }
    const promoted: PooledTransaction[] = [];
    const usurped: PooledTransaction[] = [];
    const queue = [transaction];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const placed = this.#putReady(next);
      if ('old' in placed) {
        if (next === transaction) return { kind: 'tooLow', old: placed.old };
        usurped.push(next);
        continue;
      }
      usurped.push(...placed.replaced);
      if (next !== transaction) promoted.push(next);
      queue.push(...this.#takeUnlocked(next.provides));
    }
    if (!this.#ready.has(transaction.hash)) {
      // A follower that this one unlocked pushed it out: they need each other.
      for (const one of promoted) this.remove(one.hash);
      return { kind: 'cycle' };
    }
    return { kind: 'ready', promoted: promoted.filter((one) => this.#ready.has(one.hash)), usurped };
  }

  /** Takes out one transaction alone; those that need it stay where they are. */
  remove(hash: Hash): PooledTransaction | undefined {
    const ready = this.#ready.get(hash);
    if (ready !== undefined) {
      this.#ready.delete(hash);
      this.#readyBytes -= ready.extrinsic.length;
      for (const tag of ready.provides) if (this.#providers.get(tag) === ready) this.#providers.delete(tag);
      return ready;
    }
    const future = this.#future.get(hash);
    if (future !== undefined) {
      this.#future.delete(hash);
      this.#futureBytes -= future.extrinsic.length;
      for (const tag of future.requires) {
        const waiters = this.#waiting.get(tag);
        waiters?.delete(future);
        if (waiters?.size === 0) this.#waiting.delete(tag);
      }
    }
    return future;
  }

  /** Takes out one transaction and all ready ones that cannot stand without it; the first of the answer is itself. */
  removeSubtree(hash: Hash): PooledTransaction[] {
    const removed: PooledTransaction[] = [];
    const queue = [hash];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const one = this.remove(next);
      if (one === undefined) continue;
      removed.push(one);
      const lost = new Set(one.provides);
      for (const other of this.#ready.values()) if (other.requires.some((tag) => lost.has(tag))) queue.push(other.hash);
    }
    return removed;
  }

  /** A block provided `tags`: their transactions go, those that waited for them become ready. */
  prune(tags: readonly string[]): { readonly pruned: readonly PooledTransaction[]; readonly promoted: readonly PooledTransaction[] } {
    this.#recent = [this.#recent[1]!, new Set(tags)];
    const pruned: PooledTransaction[] = [];
    const promoted: PooledTransaction[] = [];
    for (const tag of tags) {
      const provider = this.#providers.get(tag);
      if (provider !== undefined) pruned.push(this.remove(provider.hash)!);
    }
    for (const one of this.#takeUnlocked(tags)) {
      const imported = this.import(one);
      if (imported.kind === 'ready') promoted.push(one, ...imported.promoted);
    }
    return { pruned, promoted };
  }

  #satisfied(transaction: PooledTransaction): boolean {
    return transaction.requires.every((tag) => this.#providers.has(tag) || this.#recent.some((tags) => tags.has(tag)));
  }

  #putFuture(transaction: PooledTransaction): void {
    this.#future.set(transaction.hash, transaction);
    this.#futureBytes += transaction.extrinsic.length;
    for (const tag of transaction.requires) {
      let waiters = this.#waiting.get(tag);
      if (waiters === undefined) this.#waiting.set(tag, (waiters = new Set()));
      waiters.add(transaction);
    }
  }

  /** Replaces those that provide the same tags when their priorities together are lower. */
  #putReady(transaction: PooledTransaction): { readonly replaced: readonly PooledTransaction[] } | { readonly old: bigint } {
    const rivals = new Set<PooledTransaction>();
    for (const tag of transaction.provides) {
      const rival = this.#providers.get(tag);
      if (rival !== undefined) rivals.add(rival);
    }
    let old = 0n;
    for (const rival of rivals) old += rival.priority;
    if (rivals.size > 0 && old >= transaction.priority) return { old };
    for (const rival of rivals) this.remove(rival.hash);
    this.#ready.set(transaction.hash, transaction);
    this.#readyBytes += transaction.extrinsic.length;
    for (const tag of transaction.provides) this.#providers.set(tag, transaction);
    return { replaced: [...rivals] };
  }

  #takeUnlocked(tags: readonly string[]): PooledTransaction[] {
    const unlocked: PooledTransaction[] = [];
    for (const tag of tags) {
      for (const waiter of this.#waiting.get(tag) ?? []) {
        if (!this.#satisfied(waiter)) continue;
        this.remove(waiter.hash);
        unlocked.push(waiter);
      }
    }
    return unlocked;
  }
}
