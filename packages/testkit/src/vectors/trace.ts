/**
 * Replays `taonet-trace/1`: each block of upstream is made again from its parent's state and compared: validity of its
 * transactions, results, events, storage, digest, roots, hash. A block that differs, or that holds a call the program has no
 * behaviour for, is taken over from the recording, so that it does not spoil the next.
 */

import { pallets, system } from '@taonet/abi';
import { decode, digestItem, encode, Reader, readCompact } from '@taonet/codec';
import { bindStorage, type ApplyResult, type FinishedBlock, type OpenBlock } from '@taonet/frame';
import { bytesToHex, Defect, hexToBytes, type Crypto } from '@taonet/primitives';
import { buildGenesis, createRuntime, encodeApplied, encodeValidity, LOCAL_CONFIG, type Runtime } from '@taonet/runtime';
import type { EpochKernel } from '@taonet/yuma';
import { createStateDecoder, type StateDecoder } from './scenario/decodeState.ts';
import { bare, type TraceBlock, type TraceExtrinsic, type TraceFile } from './trace/format.ts';
import { TraceState } from './trace/traceState.ts';

export type { TraceFile } from './trace/format.ts';

export type TraceMismatchKind = 'validity' | 'result' | 'event' | 'storage' | 'header' | 'defect';

export interface TraceMismatch {
  readonly block: number;
  readonly kind: TraceMismatchKind;
  /** Storage item with its keys, place in the list of events, extrinsic, field of the header. */
  readonly where: string;
  readonly expected: string;
  readonly got: string;
}

export interface TraceReport {
  /** Blocks equal in everything. */
  readonly passed: number;
  readonly failed: number;
  /** Calls without behaviour → blocks taken over because of them. */
  readonly unsupported: Readonly<Record<string, number>>;
  readonly mismatches: readonly TraceMismatch[];
  /** Where the trace ends, for one that continues it; undefined when the state there is not known. */
  readonly end: TraceState | undefined;
}

const S = bindStorage(system);

export interface TraceOptions {
  /** The state that an earlier trace ended in, for one that continues it; else genesis of the local network. */
  readonly start?: TraceState | undefined;
  /** What computes epochs, unless the oracle. */
  readonly epochKernel?: EpochKernel | undefined;
}

export function replayTrace(file: TraceFile, crypto: Crypto, { start, epochKernel }: TraceOptions = {}): TraceReport {
  const runtime = createRuntime({ fast: file.fastRuntime, powFaucet: false }, crypto, { epochKernel });
  const replay = new Replay(runtime, crypto, start ?? startOf(runtime, crypto, file));
  return replay.run(file.blocks);
}

function startOf(runtime: Runtime, crypto: Crypto, file: TraceFile): TraceState {
  const genesis = buildGenesis(runtime.spec, LOCAL_CONFIG);
  const head = genesis.hash === bare(file.genesisHash) ? genesis.hash : `not ${bare(file.genesisHash)}`;
  return new TraceState(crypto, S.Events.key({ crypto }), genesis.state, head);
}

class Replay {
  readonly #runtime: Runtime;
  readonly #crypto: Crypto;
  readonly #decoder: StateDecoder;
  readonly #state: TraceState;
  readonly #mismatches: TraceMismatch[] = [];
  readonly #unsupported: Record<string, number> = {};
  #passed = 0;
  #failed = 0;

  constructor(runtime: Runtime, crypto: Crypto, state: TraceState) {
    this.#runtime = runtime;
    this.#crypto = crypto;
    this.#decoder = createStateDecoder(crypto, pallets);
    this.#state = state;
  }

  run(blocks: readonly TraceBlock[]): TraceReport {
    let end: TraceState | undefined = this.#state;
    for (const block of blocks) {
      if (!this.#block(block)) {
        end = undefined;
        break;
      }
    }
    return { passed: this.#passed, failed: this.#failed, unsupported: this.#unsupported, mismatches: this.#mismatches, end };
  }

  /** False when the state after the block is not known. */
  #block(block: TraceBlock): boolean {
    if (this.#state.head !== bare(block.parentHash)) {
      this.#fail(block, [{ kind: 'header', where: 'parent', expected: bare(block.parentHash), got: this.#state.head }]);
      return false;
    }
    const roots = this.#state.roots();
    const { found, finished } = this.#execute(block, roots);
    roots.release();
    const unsupported = finished?.unsupported ?? [];
    if (unsupported.length > 0) for (const name of new Set(unsupported)) this.#unsupported[name] = (this.#unsupported[name] ?? 0) + 1;
    else if (found.length > 0) this.#fail(block, found);
    else this.#passed += 1;
    const changes = this.#state.recordedChanges(block) ?? (found.length === 0 && unsupported.length === 0 ? finished?.changes : undefined);
    if (changes === undefined) return false;
    this.#state.apply(changes, bare(block.hash));
    return true;
  }

  #fail({ number }: TraceBlock, found: readonly Omit<TraceMismatch, 'block'>[]): void {
    this.#failed += 1;
    for (const one of found) this.#mismatches.push({ block: number, ...one });
  }

  #execute(block: TraceBlock, roots: ReturnType<TraceState['roots']>): { found: Omit<TraceMismatch, 'block'>[]; finished: FinishedBlock | undefined } {
    const found: Omit<TraceMismatch, 'block'>[] = [];
    try {
      found.push(...this.#validities(block));
      const open = this.#runtime.openBlock({
        state: this.#state.values, roots, parentHash: bare(block.parentHash), number: block.number,
        digest: block.digest.map((item) => decode(digestItem, hexToBytes(bare(item)))),
      });
      found.push(...this.#apply(block, open));
      const finished = open.finalize();
      found.push(...this.#compare(block, finished));
      return { found, finished };
    } catch (error) {
      if (!(error instanceof Defect)) throw error;
      found.push({ kind: 'defect', where: error.code, expected: 'none', got: `${error.message}\n${error.stack ?? ''}` });
      return { found, finished: undefined };
    }
  }

  #validities(block: TraceBlock): Omit<TraceMismatch, 'block'>[] {
    return [...block.extrinsics, ...block.excluded].flatMap((extrinsic, i) => {
      if (extrinsic.validity === undefined) return [];
      const outcome = this.#runtime.validateTransaction({
        state: this.#state.values, blockHash: bare(block.parentHash), source: 'External', bytes: hexToBytes(bare(extrinsic.hex)),
      });
      return differ('validity', nameOf(extrinsic, i), bare(extrinsic.validity), bytesToHex(encodeValidity(outcome)));
    });
  }

  /** The excluded ones are tried in every gap, since the recording does not say in which they stood. */
  #apply(block: TraceBlock, open: OpenBlock): Omit<TraceMismatch, 'block'>[] {
    const found: Omit<TraceMismatch, 'block'>[] = [];
    const tried = block.excluded.map((extrinsic) => ({ extrinsic, got: 'never tried' }));
    const tryExcluded = (): void => {
      for (const one of tried) if (one.got !== bare(one.extrinsic.apply)) one.got = appliedHex(tryOnly(open, hexToBytes(bare(one.extrinsic.hex))));
    };
    block.extrinsics.forEach((extrinsic, i) => {
      tryExcluded();
      found.push(...differ('result', nameOf(extrinsic, i), bare(extrinsic.apply), appliedHex(open.apply(hexToBytes(bare(extrinsic.hex))))));
    });
    tryExcluded();
    for (const { extrinsic, got } of tried) found.push(...differ('result', nameOf(extrinsic, -1), bare(extrinsic.apply), got));
    return found;
  }

  #compare(block: TraceBlock, finished: FinishedBlock): Omit<TraceMismatch, 'block'>[] {
    const { header } = finished;
    const digest = header.digest.logs.map((item) => bytesToHex(encode(digestItem, item))).join(' ');
    const eventsKey = S.Events.key({ crypto: this.#crypto });
    const events = finished.changes.find(([key]) => key === eventsKey)?.[1] ?? this.#state.values.get(eventsKey) ?? new Uint8Array();
    return [
      ...this.#compareEvents(block, finished, events),
      ...this.#compareStorage(block, finished, eventsKey),
      ...differ('header', 'digest', block.digest.map(bare).join(' '), digest),
      ...differ('header', 'extrinsics root', bare(block.extrinsicsRoot), header.extrinsics_root),
      ...differ('header', 'state root', bare(block.stateRoot), header.state_root),
      ...differ('header', 'hash', bare(block.hash), finished.hash),
    ];
  }

  #compareEvents(block: TraceBlock, finished: FinishedBlock, encoded: Uint8Array): Omit<TraceMismatch, 'block'>[] {
    if (block.events === undefined) return differ('event', 'hash of all', bare(block.eventsBlake2 ?? ''), bytesToHex(this.#crypto.blake2b256(encoded)));
    if (bare(block.events) === bytesToHex(encoded)) return [];
    const rest = (hex: string, ours: string): Omit<TraceMismatch, 'block'>[] => this.#compareEventLists(hex, finished, ours);
    return rest(bare(block.events), bytesToHex(encoded));
  }

  /** The recorded list cannot be cut without decoding, so it is walked along ours up to the first difference. */
  #compareEventLists(expected: string, finished: FinishedBlock, got: string): Omit<TraceMismatch, 'block'>[] {
    const reader = new Reader(hexToBytes(expected));
    const count = Number(readCompact(reader, 0xffff_ffffn));
    const theirs = decode(S.Events.decl.value, hexToBytes(expected));
    const ours = decode(S.Events.decl.value, hexToBytes(got));
    const text = (record: unknown): string => JSON.stringify(record, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value instanceof Uint8Array ? bytesToHex(value) : value)) ?? 'none';
    const found: Omit<TraceMismatch, 'block'>[] = [];
    for (let i = 0; i < Math.max(count, finished.events.length); i++) found.push(...differ('event', `#${i}`, text(theirs[i]), text(ours[i])));
    return found;
  }

  #compareStorage(block: TraceBlock, finished: FinishedBlock, eventsKey: string): Omit<TraceMismatch, 'block'>[] {
    const theirs = this.#state.recordedChanges(block);
    if (theirs === undefined) {
      const count = finished.changes.filter(([key]) => key !== eventsKey).length;
      return differ('storage', 'number of changed keys', String(block.diffKeys), String(count));
    }
    const ours = new Map(finished.changes);
    const keys = [...new Set([...theirs.keys(), ...ours.keys()])].filter((key) => key !== eventsKey).sort();
    return keys.flatMap((key) => {
      const [a, b] = [theirs.get(key), ours.get(key)].map((value) => (value === undefined ? 'unchanged' : value === null ? 'removed' : bytesToHex(value)));
      if (a === b) return [];
      const text = (value: Uint8Array | null | undefined): string => (value === undefined ? 'unchanged' : value === null ? 'removed' : this.#decoder.value(key, value));
      return [{ kind: 'storage' as const, where: this.#decoder.key(key), expected: text(theirs.get(key)), got: text(ours.get(key)) }];
    });
  }
}

/** Applies and takes back. */
function tryOnly(open: OpenBlock, bytes: Uint8Array): ApplyResult {
  const { phase } = open.ctx.events;
  open.ctx.state.begin();
  const applied = open.apply(bytes);
  open.ctx.state.rollback();
  open.ctx.events.phase = phase;
  return applied;
}

const appliedHex = (applied: ApplyResult): string => bytesToHex(encodeApplied(applied));

function differ(kind: TraceMismatchKind, where: string, expected: string, got: string): Omit<TraceMismatch, 'block'>[] {
  return expected === got ? [] : [{ kind, where, expected, got }];
}

const nameOf = ({ label, signer }: TraceExtrinsic, index: number): string => `extrinsic ${index < 0 ? '(excluded)' : index} ${label ?? ''} ${signer ?? ''}`.trim();
