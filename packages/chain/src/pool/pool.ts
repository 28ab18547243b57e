/** The transaction pool: what was handed in and is not yet in a block. */

import { extrinsicHash } from '../header.ts';
import type { Block, TransactionSource } from '../ports.ts';
import type { Validity } from '../validity.ts';
import type { Hash, Hashers, InvalidTransaction } from '@taonet/primitives';
import { Bans } from './bans.ts';
import { BlockOrder } from './blockOrder.ts';
import { TransactionGraph } from './graph.ts';
import type { PooledTransaction, PoolRefusal, SubmitResult } from './transaction.ts';
import { Watchers, type TransactionListener } from './watchers.ts';

export interface PoolLimits {
  readonly readyCount: number;
  readonly readyBytes: number;
  readonly futureCount: number;
  readonly futureBytes: number;
}

/** Upstream's defaults: 8192 transactions, 20 MiB, a tenth of each for future ones. */
export const DEFAULT_LIMITS: PoolLimits = { readyCount: 8192, readyBytes: 20480 * 1024, futureCount: 819, futureBytes: 2048 * 1024 };

/** At most this many waiting transactions are checked again after a block. */
const RECHECKS_PER_BLOCK = 64;
/** A ready transaction is believed for so many blocks. */
const READY_TRUSTED_BLOCKS = 8;

export interface PoolPort {
  readonly hashers: Hashers;
  readonly limits?: PoolLimits;
  now(): number;
  headNumber(): number;
  /** Judges against the state at the head; undefined: no extrinsic at all. */
  validate(extrinsic: Uint8Array, source: TransactionSource): Validity | undefined;
  /** A mistake of ours was met where nobody waits for an answer. */
  onDefect?(thrown: unknown, extrinsic?: Uint8Array): void;
}

/** The pool's content, for snapshots. */
export type PoolContent = readonly PooledTransaction[];

type Judgement = { readonly transaction: PooledTransaction } | { readonly refused: PoolRefusal };

export class TransactionPool {
  readonly #port: PoolPort;
  readonly #limits: PoolLimits;
  readonly #watchers: Watchers;
  readonly #bans = new Bans();
  readonly #readyListeners = new Set<() => void>();
  #graph = new TransactionGraph();
  #order = 0;

  constructor(port: PoolPort) {
    this.#port = port;
    this.#limits = port.limits ?? DEFAULT_LIMITS;
    this.#watchers = new Watchers((thrown) => port.onDefect?.(thrown));
  }

  get readyCount(): number { return this.#graph.readyCount; }
  get futureCount(): number { return this.#graph.futureCount; }

  /** Calls `listener` whenever a transaction becomes ready. */
  onReady(listener: () => void): () => void {
    this.#readyListeners.add(listener);
    return () => this.#readyListeners.delete(listener);
  }

  watch(hash: Hash, listener: TransactionListener): () => void {
    return this.#watchers.watch(hash, listener);
  }

  /** Takes one transaction in, or says why not. */
  submit(extrinsic: Uint8Array, source: TransactionSource): SubmitResult {
    const hash = extrinsicHash(this.#port.hashers, extrinsic);
    if (this.#bans.isBanned(hash, this.#port.now())) return refused({ kind: 'TemporarilyBanned' });
    if (this.#graph.get(hash) !== undefined) return refused({ kind: 'AlreadyImported', hash });
    const judged = this.#judge(hash, extrinsic, source);
    if ('refused' in judged) return judged;
    const result = this.#import(judged.transaction);
    if (result !== undefined) return refused(result);
    return this.#enforceLimits().has(hash) ? refused({ kind: 'ImmediatelyDropped' }) : { ok: hash };
  }

  /** Ready transactions, best first. */
  inBlockOrder(): BlockOrder {
    return new BlockOrder(this.#graph.readyOnes());
  }

  ready(): readonly PooledTransaction[] { return this.#graph.readyOnes(); }
  future(): readonly PooledTransaction[] { return this.#graph.futureOnes(); }

  /** Whether a ready transaction provides `tag`: how the next nonce is found. */
  provides(tag: string): boolean {
    return this.#graph.providerOf(tag) !== undefined;
  }

  /** An author found `hash` invalid while it built a block. */
  reject(hash: Hash, error: InvalidTransaction | undefined): void {
    this.#bans.ban(hash, this.#port.now());
    this.#drop(hash, (one) => this.#watchers.emit(one, { type: 'invalid', error: one === hash ? error : undefined }));
  }

  /** Forgets `hash` and what depends on it, as asked by the operator; bans it. */
  remove(hash: Hash): readonly Hash[] {
    this.#bans.ban(hash, this.#port.now());
    return this.#drop(hash, (one) => this.#watchers.emit(one, { type: 'dropped' }));
  }

  /** A block was imported: its transactions leave, others are checked again. */
  onImported(block: Block): void {
    const tags: string[] = [];
    block.extrinsics.forEach((extrinsic, index) => {
      const hash = extrinsicHash(this.#port.hashers, extrinsic);
      const known = this.#graph.get(hash);
      if (known !== undefined) {
        tags.push(...known.provides);
        this.#graph.remove(hash);
      }
      this.#watchers.emit(hash, { type: 'inBlock', block: block.hash, index });
    });
    const { pruned, promoted } = this.#graph.prune(tags);
    for (const one of pruned) this.#watchers.emit(one.hash, { type: 'invalid', error: 'Stale' });
    this.#announceReady(promoted);
    this.#recheck(block.number);
  }

  onFinalized(block: Block): void {
    block.extrinsics.forEach((extrinsic, index) => {
      this.#watchers.emit(extrinsicHash(this.#port.hashers, extrinsic), { type: 'finalized', block: block.hash, index });
    });
  }

  onRetracted(block: Block): void {
    for (const extrinsic of block.extrinsics) {
      this.#watchers.emit(extrinsicHash(this.#port.hashers, extrinsic), { type: 'retracted', block: block.hash });
    }
  }

  content(): PoolContent {
    return [...this.#graph.readyOnes(), ...this.#graph.futureOnes()];
  }

  /** Makes `content` the pool's content again; bans are lifted, since the state they were judged by is gone. */
  restore(content: PoolContent): void {
    this.#graph = new TransactionGraph();
    this.#bans.clear();
    for (const one of content) this.#graph.import(one);
    if (this.readyCount > 0) this.#wake();
  }

  #judge(hash: Hash, extrinsic: Uint8Array, source: TransactionSource): Judgement {
    const validity = this.#port.validate(extrinsic, source);
    if (validity === undefined) return refused({ kind: 'Undecodable' });
    if ('unknown' in validity) return refused({ kind: 'Unknown', error: validity.unknown });
    if ('invalid' in validity) {
      this.#bans.ban(hash, this.#port.now());
      return refused({ kind: 'Invalid', error: validity.invalid });
    }
    const { priority, requires, provides, longevity } = validity.valid;
    if (provides.length === 0) return refused({ kind: 'NoTags' });
    const checkedAt = this.#port.headNumber();
    const validTill = BigInt(checkedAt) + longevity;
    return { transaction: { hash, extrinsic, source, priority, requires, provides, validTill, checkedAt, order: this.#order++ } };
  }

  #import(transaction: PooledTransaction): PoolRefusal | undefined {
    const imported = this.#graph.import(transaction);
    switch (imported.kind) {
      case 'tooLow': return { kind: 'TooLowPriority', old: imported.old, new: transaction.priority };
      case 'cycle': return { kind: 'CycleDetected' };
      case 'future':
        this.#watchers.emit(transaction.hash, { type: 'future' });
        return undefined;
      case 'ready':
        this.#announceReady([transaction, ...imported.promoted]);
        for (const one of imported.usurped) this.#watchers.emit(one.hash, { type: 'usurped', by: transaction.hash });
        return undefined;
    }
  }

  #announceReady(transactions: readonly PooledTransaction[]): void {
    for (const one of transactions) this.#watchers.emit(one.hash, { type: 'ready' });
    if (transactions.length > 0) this.#wake();
  }

  #wake(): void {
    for (const listener of [...this.#readyListeners]) {
      try {
        listener();
      } catch (thrown) {
        this.#port.onDefect?.(thrown);
      }
    }
  }

  #drop(hash: Hash, tell: (hash: Hash) => void): readonly Hash[] {
    const removed = this.#graph.removeSubtree(hash).map((one) => one.hash);
    for (const one of removed) tell(one);
    return removed;
  }

  /** Drops what is out of date; judges the longest unchecked ones again, future ones first. */
  #recheck(head: number): void {
    for (const one of this.content()) if (one.validTill < BigInt(head)) this.reject(one.hash, 'AncientBirthBlock');
    const byAge = (a: PooledTransaction, b: PooledTransaction): number => a.checkedAt - b.checkedAt || a.order - b.order;
    const doubted = this.#graph.readyOnes().filter((one) => head - one.checkedAt >= READY_TRUSTED_BLOCKS);
    const due = [...this.#graph.futureOnes().sort(byAge), ...doubted.sort(byAge)];
    for (const one of due.slice(0, RECHECKS_PER_BLOCK)) {
      if (one.checkedAt === head || this.#graph.get(one.hash) !== one) continue;
      const judged = this.#judgeAgain(one);
      if (judged === undefined || 'refused' in judged) {
        this.reject(one.hash, judged?.refused.kind === 'Invalid' ? judged.refused.error : undefined);
        continue;
      }
      const wasReady = this.#graph.isReady(one.hash);
      this.#graph.remove(one.hash);
      const again = this.#graph.import({ ...judged.transaction, order: one.order });
      if (again.kind === 'ready') this.#announceReady(wasReady ? again.promoted : [one, ...again.promoted]);
      else if (again.kind === 'future' && wasReady) this.#watchers.emit(one.hash, { type: 'future' });
      else if (again.kind !== 'future') this.#watchers.emit(one.hash, { type: 'dropped' });
    }
  }

  /** Undefined: a mistake of ours, which must not end the block that brought this about. */
  #judgeAgain({ hash, extrinsic, source }: PooledTransaction): Judgement | undefined {
    try {
      return this.#judge(hash, extrinsic, source);
    } catch (thrown) {
      this.#port.onDefect?.(thrown, extrinsic);
      return undefined;
    }
  }

  /** Lowest priority goes first, then what has been here longest. */
  #enforceLimits(): ReadonlySet<Hash> {
    const dropped = new Set<Hash>();
    const { readyCount, readyBytes, futureCount, futureBytes } = this.#limits;
    const shrink = (worst: PooledTransaction | undefined): boolean => {
      if (worst === undefined) return false;
      for (const hash of this.remove(worst.hash)) dropped.add(hash);
      return true;
    };
    const graph = this.#graph;
    while (graph.readyCount > readyCount || graph.readyBytes > readyBytes) if (!shrink(worstOf(graph.readyOnes()))) break;
    while (graph.futureCount > futureCount || graph.futureBytes > futureBytes) if (!shrink(oldestOf(graph.futureOnes()))) break;
    return dropped;
  }
}

function refused(refusal: PoolRefusal): { readonly refused: PoolRefusal } {
  return { refused: refusal };
}

function worstOf(transactions: readonly PooledTransaction[]): PooledTransaction | undefined {
  let worst: PooledTransaction | undefined;
  for (const one of transactions) {
    if (worst === undefined || one.priority < worst.priority || (one.priority === worst.priority && one.order < worst.order)) worst = one;
  }
  return worst;
}

function oldestOf(transactions: readonly PooledTransaction[]): PooledTransaction | undefined {
  let oldest: PooledTransaction | undefined;
  for (const one of transactions) if (oldest === undefined || one.order < oldest.order) oldest = one;
  return oldest;
}
