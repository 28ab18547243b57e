/**
 * What the chain needs of the world around it: a runtime (bytes in, bytes out), a store, a clock.
 * Extrinsics carry their compact length prefix everywhere in this package, as they do on the wire.
 */

import type { Backend, Change, StateTrie, TrieSnapshot } from '@taonet/frame';
import type { Hash } from '@taonet/primitives';
import type { RuntimeInspector } from './inspection.ts';

/** A key (lower-case hex, no prefix) and what it became; null = removed. */
export type KeyChange = readonly [key: string, value: Change];

/** What clients are told of the runtime; `apis` are pairs of an id (`0x…`) and a version. */
export interface RuntimeVersion {
  readonly specName: string;
  readonly implName: string;
  readonly authoringVersion: number;
  readonly specVersion: number;
  readonly implVersion: number;
  readonly apis: readonly (readonly [id: string, version: number])[];
  readonly transactionVersion: number;
  readonly stateVersion: number;
}

/** State at one block. */
export interface ParentState extends Backend {
  /** A trie with this state's content, the caller's to change. */
  trie(): StateTrie;
}

/** What a block starts from. */
export interface BlockStart {
  readonly number: number;
  readonly parentHash: Hash;
  /** Encoded digest items that stand in the header before execution: the slot. */
  readonly digest: readonly Uint8Array[];
}

/** What the author says from outside the chain. */
export interface InherentData {
  readonly timestampMs: number;
  /** Public key of the author's next MEV shield key pair, when the author has one. */
  readonly nextShieldKey?: Uint8Array | undefined;
}

/** One block being executed. Used from top to bottom once. */
export interface BlockRun {
  /** Extrinsics that the author puts first. */
  inherents(data: InherentData): readonly Uint8Array[];
  /** Applies one extrinsic; returns `ApplyExtrinsicResult`. Refused as invalid it leaves no trace in the block. */
  apply(extrinsic: Uint8Array): Uint8Array;
  /** Ends the block: its encoded header, and every key that differs from the parent's state. */
  finish(): BlockResult;
}

export interface BlockResult {
  readonly header: Uint8Array;
  readonly changes: readonly KeyChange[];
  /** The trie after the block, when the runtime has it at hand. */
  readonly trie?: TrieSnapshot | undefined;
}

/** Where a transaction comes from: `TransactionSource` of upstream. */
export type TransactionSource = 'InBlock' | 'Local' | 'External';

export interface RuntimePort {
  /** Which version of the runtime a state belongs to. */
  versionAt(state: ParentState): RuntimeVersion;
  /** Slot length in milliseconds, constant `Aura.SlotDuration`. */
  readonly slotMs: number;
  /** The state of block 0. */
  genesis(): Iterable<readonly [key: string, value: Uint8Array]>;
  begin(parent: ParentState, start: BlockStart): BlockRun;
  /** SCALE `TransactionValidity`; undefined when the bytes are no extrinsic. */
  validate(state: ParentState, source: TransactionSource, extrinsic: Uint8Array, at: Hash): Uint8Array | undefined;
  /** A runtime API by its `Trait_method` name. */
  call(state: ParentState, method: string, args: Uint8Array): CallOutcome;
  /** Raw prefixed metadata of version 14, 15 or 16; undefined for another one. */
  metadata(version: number, state: ParentState): Uint8Array | undefined;
  readonly seals?: SealReader;
  readonly inspector?: RuntimeInspector;
  /** Changes that give `account` exactly `free` rao, as root would; developer control. */
  setBalance?(state: ParentState, account: string, free: bigint): readonly KeyChange[];
}

/** A transaction sealed for the author of a later block. */
export interface SealedTransaction {
  /** twox-128 of the public key it was sealed for, hex. */
  readonly keyHash: string;
  /** A key, carried under that public key. */
  readonly kem: Uint8Array;
  readonly nonce: Uint8Array;
  readonly data: Uint8Array;
}

/** What sealed transactions are to a runtime that has them. */
export interface SealReader {
  /** What `extrinsic` brings sealed, if it does. */
  sealedIn(extrinsic: Uint8Array): SealedTransaction | undefined;
  /** The extrinsic that opened bytes begin with; undefined: there is none, or it is one that only the author may make. */
  innerOf(opened: Uint8Array): Uint8Array | undefined;
  /** Whether what was sealed for this key is for the author of the block on `state`. */
  isDue(state: ParentState, keyHash: string): boolean;
}

/** The keys of the author in this process. */
export interface AuthorShield {
  /** Undefined when keys can be had at once; else resolves when they can. */
  ready(): Promise<void> | undefined;
  /** The public key that is announced with block `number`. */
  publicKey(number: number): Uint8Array | undefined;
  /** Whether the secret to the key with this twox-128 hash (hex) is at hand. */
  holds(keyHash: string): boolean;
  /** What was sealed; undefined when the secret is not at hand or does not fit. */
  open(sealed: SealedTransaction): Uint8Array | undefined;
}

export type CallOutcome = { readonly ok: Uint8Array } | { readonly failed: 'NotFound' } | { readonly failed: 'BadInput' | 'Trapped'; readonly reason: string };

/** Reads the time and wakes up later. Tests give one that is advanced by hand. */
export interface Timer {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` once after `ms`; the answer cancels it. */
  after(ms: number, task: () => void): () => void;
}

/** One block as it is kept. */
export interface Block {
  readonly number: number;
  readonly hash: Hash;
  readonly header: Uint8Array;
  readonly extrinsics: readonly Uint8Array[];
}

/** Everything that one block writes. */
export interface BlockCommit {
  readonly block: Block;
  /** Highest final block once this one is in. */
  readonly finalized: number;
  readonly changes: readonly KeyChange[];
  /** What the changed keys held before, in the order of `changes`. */
  readonly undo: readonly KeyChange[];
}

/** What a store that was used before brings back. */
export interface StoredHead {
  readonly head: number;
  readonly finalized: number;
}

/**
 * Blocks, state at the head and the history of every key, kept backwards: for each changed key what it held before.
 * Each change is atomic, is seen and safe when it has returned (or its promise has resolved), and has not happened when it
 * throws or rejects. They come one after another: none begins before the one before it has ended.
 */
export interface BlockStore {
  /** undefined: an empty store. */
  readonly stored: StoredHead | undefined;
  /** All pairs of the state at the head, ascending. */
  state(): Iterable<readonly [key: string, value: Uint8Array]>;
  /** Block 0 and its whole state. */
  begin(genesis: Block, state: Iterable<readonly [string, Uint8Array]>): void;
  commit(commit: BlockCommit): void | Promise<void>;
  /** Changes the state at block `number`, the head, after it was committed. */
  amend(number: number, changes: readonly KeyChange[], undo: readonly KeyChange[]): void | Promise<void>;
  /** Takes back all blocks above `number`; `restore` brings the state there. */
  revert(number: number, finalized: number, restore: readonly KeyChange[]): void | Promise<void>;
  finalize(number: number): void | Promise<void>;
  block(number: number): Block | undefined;
  /** The number of a block of this chain. */
  numberOf(hash: Hash): number | undefined;
  /** What `key` held when block `number` ended, if a later block changed it. */
  beforeNextChange(key: string, number: number): { readonly value: Change } | undefined;
  /** Keys below `prefix` that a block above `number` changed, ascending. */
  changedKeys(prefix: string, number: number): readonly string[];
  /** What block `number` changed, with the values before it. */
  undoOf(number: number): readonly KeyChange[];
  /** Resolves when all that was written is safe. */
  flush(): Promise<void>;
  close(): Promise<void>;
}
