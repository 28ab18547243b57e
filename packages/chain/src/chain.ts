/** The chain in one process: head, history, pool, production. Everything around it (RPC, CLI, simulator) talks to this. */

import { bytesToHex, defect, OperatingError, type Hash, type Hashers } from '@taonet/primitives';
import { Application, type ProposeOptions, type Proposal } from './application.ts';
import { ChainClock, systemTimer } from './chainClock.ts';
import { EventBus, type ChainEvents } from './events.ts';
import { buildBlock, executeBlock, type BadBlock, type BlockParent, type ExecutedBlock } from './execution.ts';
import { decodeHeader, encodeHeader, headerHash, slotOf, type Header } from './header.ts';
import { TransactionPool, type PoolLimits } from './pool/pool.ts';
import type { SubmitResult } from './pool/transaction.ts';
import type { AuthorShield, Block, BlockStore, CallOutcome, KeyChange, ParentState, RuntimePort, Timer, TransactionSource } from './ports.ts';
import { Producer, type ProduceOptions } from './producer.ts';
import type { SealMode } from './sealMode.ts';
import { SealedQueue } from './sealedQueue.ts';
import { Snapshots } from './snapshots.ts';
import { HeadState } from './state/headState.ts';
import { PastState } from './state/pastState.ts';
import { decodeValidity, type Validity } from './validity.ts';

export interface ChainOptions {
  readonly runtime: RuntimePort;
  readonly store: BlockStore;
  readonly hashers: Hashers;
  readonly seal: SealMode;
  readonly timer?: Timer;
  readonly poolLimits?: PoolLimits;
  /** Announces keys and opens what is sealed for them; without it none is announced. */
  readonly shield?: AuthorShield;
  /** Bare transactions of the author's own for the block on `parent`: its beacon's rounds. What is not valid there is left out. */
  readonly brings?: (parent: BlockParent, timestampMs: number) => readonly Uint8Array[];
  /** Work that may run ahead of validation, off the main thread: signature checks. */
  readonly prepare?: (extrinsic: Uint8Array) => Promise<void>;
  /** A mistake of ours was met: in a transaction, which was dropped, or by somebody who listens. */
  readonly onDefect?: (thrown: unknown, extrinsic?: Uint8Array) => void;
}

export type ReadableState = HeadState | PastState;

const NULL_HASH = '00'.repeat(32);

export class Chain {
  readonly runtime: RuntimePort;
  readonly hashers: Hashers;
  readonly store: BlockStore;
  readonly clock: ChainClock;
  readonly pool: TransactionPool;
  readonly application: Application;
  readonly producer: Producer;
  readonly events: EventBus<ChainEvents>;
  readonly genesisHash: Hash;
  readonly #options: ChainOptions;
  readonly #report: (thrown: unknown, extrinsic?: Uint8Array) => void;
  readonly #state: HeadState;
  readonly #snapshots = new Snapshots();
  #head: Block;
  #headHeader: Header;
  #finalized: Block;

  constructor(options: ChainOptions) {
    const timer = options.timer ?? systemTimer;
    this.#options = options;
    this.#report = (thrown, extrinsic) => {
      try {
        options.onDefect?.(thrown, extrinsic);
      } catch {
        // who is told of mistakes made one: nobody is left to tell
      }
    };
    this.events = new EventBus(this.#report);
    this.runtime = options.runtime;
    this.hashers = options.hashers;
    this.store = options.store;
    this.clock = new ChainClock(timer, options.runtime.slotMs);
    this.#state = openState(options);
    const { stored } = options.store;
    this.#head = this.#block(stored?.head ?? 0);
    this.#headHeader = decodeHeader(this.#head.header);
    this.#finalized = this.#block(stored?.finalized ?? 0);
    this.genesisHash = this.#block(0).hash;
    this.pool = new TransactionPool({
      hashers: options.hashers,
      ...(options.poolLimits === undefined ? {} : { limits: options.poolLimits }),
      now: () => timer.now(),
      headNumber: () => this.#head.number,
      validate: (extrinsic, source) => this.validate(extrinsic, source),
      onDefect: this.#report,
    });
    this.application = new Application({
      head: () => this.#head,
      build: (propose) => this.#build(propose, timer),
      execute: (proposal) => this.#execute(proposal),
      store: (executed, final) => this.#store(executed, final),
    });
    this.producer = new Producer({
      application: this.application,
      pool: this.pool,
      timer,
      mode: options.seal,
      ready: () => options.shield?.ready(),
      onStopped: (reason) => this.events.emit('stopped', { reason }),
    });
  }

  get head(): Block { return this.#head; }
  get headHeader(): Header { return this.#headHeader; }
  get finalized(): Block { return this.#finalized; }

  blockAt(number: number): Block | undefined {
    return Number.isInteger(number) && number >= 0 && number <= this.#head.number ? this.store.block(number) : undefined;
  }

  blockOf(hash: Hash): Block | undefined {
    if (hash === this.#head.hash) return this.#head;
    const number = this.store.numberOf(hash);
    return number === undefined ? undefined : this.blockAt(number);
  }

  /** The state when block `number` ended; its newest form at the head. */
  stateAt(number: number): ReadableState {
    return number === this.#head.number ? this.#state : new PastState(this.#state, this.store, number);
  }

  call(number: number, method: string, args: Uint8Array): CallOutcome {
    return this.runtime.call(this.stateAt(number), method, args);
  }

  /** Judges a transaction against the state at the head; undefined: it is no extrinsic. */
  validate(extrinsic: Uint8Array, source: TransactionSource): Validity | undefined {
    const encoded = this.runtime.validate(this.#state, source, extrinsic, this.#head.hash);
    return encoded === undefined ? undefined : decodeValidity(encoded);
  }

  async submit(extrinsic: Uint8Array, source: TransactionSource = 'External'): Promise<SubmitResult> {
    if (this.#options.prepare !== undefined) await this.#options.prepare(extrinsic);
    return this.pool.submit(extrinsic, source);
  }

  /** One block now. */
  produce(options: ProduceOptions = {}): Promise<Hash> {
    return this.producer.produce(options);
  }

  /** Makes `hash` and what is below it final; false when it is no block of this chain. */
  finalize(hash: Hash): Promise<boolean> {
    return this.producer.exclusively(async () => {
      const number = this.store.numberOf(hash);
      if (number === undefined) return false;
      if (number > this.#finalized.number) {
        await this.store.finalize(number);
        this.#announceFinal(number);
      }
      return true;
    });
  }

  /** Changes the state at the head, outside of any block: a developer's control. */
  amend(make: (state: ParentState) => readonly KeyChange[]): Promise<void> {
    return this.producer.exclusively(async () => {
      const changes = make(this.#state);
      const undo = this.#state.undoOf(changes);
      await this.store.amend(this.#head.number, changes, undo);
      this.#snapshots.noteAmendment(this.#head.number, undo);
      this.#state.apply(changes);
      this.events.emit('amended', { head: this.#head, changes });
    });
  }

  snapshot(): Promise<number> {
    return this.producer.exclusively(() =>
      this.#snapshots.take({ number: this.#head.number, offsetMs: this.clock.offsetMs, pool: this.pool.content() }));
  }

  /** Back to a snapshot; false when there is none of that name. */
  revert(id: number): Promise<boolean> {
    return this.producer.exclusively(async () => {
      const snapshot = this.#snapshots.get(id);
      if (snapshot === undefined) return false;
      const removed: Block[] = [];
      for (let number = snapshot.number + 1; number <= this.#head.number; number++) removed.push(this.#block(number));
      const changes = this.#snapshots.changesBackTo(id, removed.map((block) => this.store.undoOf(block.number)));
      const finalized = Math.min(this.#finalized.number, snapshot.number);
      await this.store.revert(snapshot.number, finalized, changes);
      this.#snapshots.forgetAfter(id);
      this.#state.apply(changes);
      this.#setHead(this.#block(snapshot.number));
      this.#finalized = this.#block(finalized);
      this.clock.offsetMs = snapshot.offsetMs;
      for (const block of removed.reverse()) this.pool.onRetracted(block);
      this.pool.restore(snapshot.pool);
      this.events.emit('reverted', { head: this.#head, removed, changes });
      return true;
    });
  }

  /** Ends production; the last block is safe when the promise resolves. */
  async close(): Promise<void> {
    await this.producer.stop();
    try {
      await this.store.flush();
    } finally {
      await this.store.close();
    }
  }

  #build(options: ProposeOptions, timer: Timer): ExecutedBlock {
    const slot = this.clock.nextSlot(slotOf(this.#headHeader) ?? 0);
    const { deadlineMs } = options;
    const parent = this.#parent();
    const timestampMs = this.clock.timestampOf(slot);
    return buildBlock(this.runtime, this.hashers, {
      parent,
      slot,
      inherents: { timestampMs, nextShieldKey: this.#options.shield?.publicKey(this.#head.number + 1) },
      brought: this.#options.brings?.(parent, timestampMs) ?? [],
      pool: options.empty === true ? undefined : this.pool,
      sealed: this.#sealedQueue(),
      maxTransactions: options.maxTransactions ?? Infinity,
      isOver: () => deadlineMs !== undefined && timer.now() >= deadlineMs,
      onDefect: this.#report,
    });
  }

  #sealedQueue(): SealedQueue | undefined {
    const { shield } = this.#options;
    if (shield === undefined) return undefined;
    return new SealedQueue({ runtime: this.runtime, author: shield, parent: this.#head.number, stateAt: (number) => this.stateAt(number) });
  }

  #execute(proposal: Proposal): ExecutedBlock | BadBlock {
    return executeBlock(this.runtime, this.hashers, this.#parent(), proposal.header, proposal.extrinsics);
  }

  #parent(): BlockParent {
    return { number: this.#head.number, hash: this.#head.hash, state: this.#state };
  }

  #store(executed: ExecutedBlock, final: boolean): void | Promise<void> {
    const { block, changes } = executed;
    const finalized = final ? block.number : this.#finalized.number;
    const stored = this.store.commit({ block, finalized, changes, undo: this.#state.undoOf(changes) });
    if (stored === undefined) return this.#adopt(executed, finalized);
    return stored.then(() => this.#adopt(executed, finalized));
  }

  #adopt({ block, header, changes, trie }: ExecutedBlock, finalized: number): void {
    this.#state.apply(changes, trie);
    this.#head = block;
    this.#headHeader = header;
    this.pool.onImported(block);
    this.events.emit('imported', { block, header, changes });
    if (finalized > this.#finalized.number) this.#announceFinal(finalized);
  }

  #announceFinal(number: number): void {
    const blocks: Block[] = [];
    for (let at = this.#finalized.number + 1; at <= number; at++) blocks.push(this.#block(at));
    this.#finalized = this.#block(number);
    for (const block of blocks) this.pool.onFinalized(block);
    this.events.emit('finalized', { blocks });
  }

  #setHead(block: Block): void {
    this.#head = block;
    this.#headHeader = decodeHeader(block.header);
  }

  #block(number: number): Block {
    const block = this.store.block(number);
    if (block === undefined) throw defect('BlockMissing', { number });
    return block;
  }
}

/** The stored state, or that of the runtime's genesis in an empty store. */
function openState({ runtime, store, hashers }: ChainOptions): HeadState {
  if (store.stored === undefined) {
    const state = new HeadState(hashers, runtime.genesis());
    const header = encodeHeader({ parentHash: NULL_HASH, number: 0, stateRoot: bytesToHex(state.root()), extrinsicsRoot: EMPTY_TRIE_ROOT, digest: [] });
    store.begin({ number: 0, hash: headerHash(hashers, header), header, extrinsics: [] }, state.entries());
    return state;
  }
  const state = new HeadState(hashers, store.state());
  const genesis = store.block(0);
  if (genesis === undefined) throw new OperatingError('DiskDamaged', 'The store has no block 0.', { hint: 'Start with an empty --data folder.' });
  return state;
}

/** blake2-256 of the empty trie's node. */
const EMPTY_TRIE_ROOT = '03170a2e7597b7b7e3d84c05391d139a62b157e78786d8c082f29dcf4c111314';
