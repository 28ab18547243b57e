/**
 * Replays `taonet-trace/1`: whole blocks as upstream's runtime made them. A block is one case: validity and result of each
 * transaction, events, every changed key, extrinsics root, state root, digest and hash. Each block starts from upstream's own state,
 * so one wrong block does not spoil the next; light blocks, which have no diff, go on from ours.
 */

import { pallets } from '@taonet/abi';
import { bytesToHex, hexToBytes, type Crypto } from '@taonet/primitives';
import { decode, digestItem, encode, header as headerCodec } from '@taonet/codec';
import { MemoryState, StateTrie, TrieRoots, type ApplyResult, type Change, type FinishedBlock, type OpenBlock } from '@taonet/frame';
import { buildGenesis, createRuntime, encodeApplied, encodeValidity, LOCAL_CONFIG, type Runtime } from '@taonet/runtime';
import { createStateDecoder, type StateDecoder } from './scenario/decodeState.ts';

interface TraceExtrinsic {
  readonly hex: string;
  readonly apply: string;
  readonly inherent?: boolean;
  readonly label?: string;
  readonly validity?: string;
}

interface TraceBlock {
  readonly number: number;
  readonly parentHash: string;
  readonly stateRoot: string;
  readonly extrinsicsRoot: string;
  readonly digest: readonly string[];
  readonly hash: string;
  readonly extrinsics: readonly TraceExtrinsic[];
  readonly excluded: readonly TraceExtrinsic[];
  readonly events?: string;
  readonly eventsBlake2?: string;
  readonly diff?: Readonly<Record<string, string | null>>;
  readonly diffKeys?: number;
}

export interface TraceFile {
  readonly trace: string;
  readonly fastRuntime: boolean;
  readonly genesisHash: string;
  readonly blocks: readonly TraceBlock[];
}

export interface TraceMismatch {
  readonly block: number;
  /** Storage item with keys, transaction, event, or part of the header. */
  readonly where: string;
  readonly expected: string;
  readonly got: string;
}

export interface TraceReport {
  readonly passed: number;
  readonly failed: number;
  /** Blocks applied from their diff because of calls without behaviour: by call. */
  readonly unsupported: Readonly<Record<string, number>>;
  readonly mismatches: readonly TraceMismatch[];
}

const bare = (hex: string): string => (hex.startsWith('0x') ? hex.slice(2) : hex);
/** System.Events. */
const EVENTS_KEY = '26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7';

class Replay {
  readonly #runtime: Runtime;
  readonly #state: MemoryState;
  readonly #trie: StateTrie;
  readonly #decoder: StateDecoder;
  readonly #crypto: Crypto;
  readonly mismatches: TraceMismatch[] = [];
  readonly unsupported: Record<string, number> = {};
  passed = 0;
  failed = 0;

  constructor(file: TraceFile, crypto: Crypto) {
    this.#crypto = crypto;
    this.#runtime = createRuntime({ fast: file.fastRuntime, powFaucet: false }, crypto);
    const { state } = buildGenesis(this.#runtime.spec, LOCAL_CONFIG);
    this.#state = new MemoryState(state);
    this.#trie = new StateTrie(crypto);
    this.#trie.load(state);
    this.#decoder = createStateDecoder(crypto, pallets);
  }

  /** Takes a full block over without executing it. */
  follow(block: TraceBlock): void {
    for (const [key, value] of Object.entries(block.diff ?? {})) this.#put(bare(key), value === null ? null : hexToBytes(value));
    if (block.events !== undefined) this.#put(EVENTS_KEY, hexToBytes(block.events));
  }

  #put(key: string, change: Change): void {
    if (change === null) {
      this.#state.delete(key);
      this.#trie.delete(key);
    } else {
      this.#state.set(key, change);
      this.#trie.set(key, change);
    }
  }

  execute(block: TraceBlock): void {
    const found: TraceMismatch[] = [];
    const differ = (where: string, expected: string, got: string): void => {
      if (bare(expected) !== bare(got)) found.push({ block: block.number, where, expected, got });
    };
    this.#compareValidity(block, differ);
    const roots = new TrieRoots(this.#trie);
    const open = this.#runtime.openBlock({
      state: this.#state,
      roots,
      parentHash: bare(block.parentHash),
      number: block.number,
      digest: block.digest.map((item) => decode(digestItem, hexToBytes(item))),
    });
    this.#applyAll(open, block, differ);
    const finished = open.finalize();
    roots.release();
    if (finished.unsupported.length > 0) {
      for (const call of new Set(finished.unsupported)) this.unsupported[call] = (this.unsupported[call] ?? 0) + 1;
      this.follow(block);
      return;
    }
    this.#compare(block, finished, differ);
    if (block.diff !== undefined) this.follow(block);
    else for (const [key, change] of finished.changes) this.#put(key, change);
    if (found.length === 0) this.passed += 1;
    else this.failed += 1;
    this.mismatches.push(...found);
  }

  #compareValidity(block: TraceBlock, differ: (where: string, expected: string, got: string) => void): void {
    for (const { hex, validity, label } of [...block.extrinsics, ...block.excluded]) {
      if (validity === undefined) continue;
      const outcome = this.#runtime.validateTransaction({ state: this.#state, blockHash: bare(block.parentHash), source: 'External', bytes: hexToBytes(hex) });
      differ(`validity of ${label ?? hex.slice(0, 60)}`, validity, bytesToHex(encodeValidity(outcome)));
    }
  }

  #applyAll(open: OpenBlock, block: TraceBlock, differ: (where: string, expected: string, got: string) => void): void {
    // The file does not say between which two transactions an excluded one was tried: first or last must give upstream's answer.
    const early: string[] = [];
    for (const extrinsic of block.extrinsics) {
      if (extrinsic.inherent !== true && early.length === 0) early.push(...block.excluded.map(({ hex }) => appliedHex(open.apply(hexToBytes(hex)))));
      differ(`result of ${extrinsic.label ?? extrinsic.hex.slice(0, 60)}`, extrinsic.apply, appliedHex(open.apply(hexToBytes(extrinsic.hex))));
    }
    block.excluded.forEach(({ hex, apply, label }, i) => {
      if (early[i] === bare(apply)) return;
      differ(`refusal of ${label ?? hex.slice(0, 60)}`, apply, appliedHex(open.apply(hexToBytes(hex))));
    });
  }

  #compare(block: TraceBlock, finished: FinishedBlock, differ: (where: string, expected: string, got: string) => void): void {
    const changes = new Map(finished.changes);
    const events = changes.get(EVENTS_KEY) ?? this.#state.get(EVENTS_KEY) ?? new Uint8Array();
    if (block.events !== undefined) differ('events', block.events, bytesToHex(events));
    if (block.eventsBlake2 !== undefined) differ('hash of events', block.eventsBlake2, bytesToHex(this.#crypto.blake2b256(events)));
    changes.delete(EVENTS_KEY);
    if (block.diffKeys !== undefined) differ('number of changed keys', String(block.diffKeys), String(changes.size));
    if (block.diff !== undefined) this.#compareDiff(block.diff, changes, differ);
    differ('extrinsics root', block.extrinsicsRoot, finished.header.extrinsics_root);
    differ('digest', block.digest.map(bare).join(), finished.header.digest.logs.map((item) => bytesToHex(encode(digestItem, item))).join());
    differ('state root', block.stateRoot, finished.header.state_root);
    differ('hash', block.hash, bytesToHex(this.#crypto.blake2b256(encode(headerCodec, finished.header))));
  }

  #compareDiff(diff: Readonly<Record<string, string | null>>, changes: ReadonlyMap<string, Change>, differ: (where: string, expected: string, got: string) => void): void {
    const expected = new Map(Object.entries(diff).map(([key, value]) => [bare(key), value === null ? 'removed' : bare(value)]));
    const text = (key: string, value: string | undefined): string =>
      value === undefined ? 'unchanged' : value === 'removed' ? value : `${this.#decoder.value(key, hexToBytes(value))}`;
    for (const key of [...new Set([...expected.keys(), ...changes.keys()])].sort()) {
      const change = changes.get(key);
      const got = change === undefined ? undefined : change === null ? 'removed' : bytesToHex(change);
      if (expected.get(key) !== got) differ(this.#decoder.key(key), text(key, expected.get(key)), `${text(key, got)} `);
    }
  }
}

const appliedHex = (outcome: ApplyResult): string => bytesToHex(encodeApplied(outcome));

/**
 * Executes all blocks of `file`.
 *
 * before: files of the same trace that come first; they are followed, not executed
 */
export function replayTrace(file: TraceFile, crypto: Crypto, before: readonly TraceFile[] = []): TraceReport {
  const replay = new Replay(file, crypto);
  for (const { blocks } of before) for (const block of blocks) replay.follow(block);
  for (const block of file.blocks) replay.execute(block);
  const { passed, failed, unsupported, mismatches } = replay;
  return { passed, failed, unsupported, mismatches };
}
