/**
 * Replays a scenario (`taonet-scenario/1`): a starting state, then block hooks and calls, each with upstream's result, events
 * and complete storage diff. Every step starts from upstream's state, so one wrong step does not spoil the next.
 */

import { system, transactionValidityError } from '@taonet/abi';
import { encode, u32, Writer, writeCompact } from '@taonet/codec';
import { bindStorage, itemPrefix, MemoryState, Overlay, type BlockCtx } from '@taonet/frame';
import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { toValidityError } from '@taonet/runtime';
import { createStateDecoder, type StateDecoder } from './scenario/decodeState.ts';
import { dispatchErrorHex } from './scenario/dispatchError.ts';
import { fullKey, type ScenarioCall, type ScenarioChange, type ScenarioFile, type ScenarioStep } from './scenario/format.ts';
import { createBlockCtx, hookedPallets, originOf, type ScenarioRuntime } from './scenario/runtime.ts';
import { callToday, errorToday, eventOfOurs, eventOfThen } from './scenario/wire273.ts';

export type { ScenarioFile } from './scenario/format.ts';
export type { ScenarioRuntime } from './scenario/runtime.ts';

export interface ScenarioMismatch {
  readonly step: number;
  /** `block 8000021` or `SubtensorModule.add_stake`. */
  readonly what: string;
  readonly kind: 'validity' | 'result' | 'event' | 'storage' | 'defect';
  /** Storage item with keys, place in the event list, or nothing. */
  readonly where: string;
  readonly expected: string;
  readonly got: string;
}

export interface ScenarioReport {
  readonly passed: number;
  readonly failed: number;
  /** Calls nobody handles yet → how often they came. */
  readonly unsupported: Readonly<Record<string, number>>;
  readonly mismatches: readonly ScenarioMismatch[];
}

/** The pallets whose every key a scenario keeps; of System it keeps `Account` only. */
const KEPT = [
  'Balances', 'SubtensorModule', 'Utility', 'Preimage', 'Scheduler', 'Proxy', 'Commitments', 'Drand', 'Crowdloan', 'Swap', 'MevShield', 'AlphaAssets',
  'Triumvirate', 'TriumvirateMembers', 'SenateMembers', 'Registry',
];

const SPEC_OF_MAY_2025 = 273;

const S = bindStorage(system);

interface Outcome {
  readonly result: string;
  readonly events: readonly string[];
  readonly overlay: Overlay;
}

class Replay {
  readonly #file: ScenarioFile;
  readonly #runtime: ScenarioRuntime;
  readonly #state: MemoryState;
  readonly #decoder: StateDecoder;
  readonly #kept: ReadonlySet<string>;
  /** Keys the reader needs that the file does not keep. */
  readonly #own: ReadonlySet<string>;
  readonly #system: Readonly<Record<'Account' | 'Number' | 'ParentHash' | 'Digest' | 'BlockHash', string>>;
  /** Whether the file is of May 2025 and speaks that wire. */
  readonly #then: boolean;
  readonly mismatches: ScenarioMismatch[] = [];
  readonly unsupported: Record<string, number> = {};
  passed = 0;
  failed = 0;

  constructor(file: ScenarioFile, runtime: ScenarioRuntime) {
    this.#file = file;
    this.#runtime = runtime;
    const { crypto } = runtime.spec;
    this.#then = file.spec === SPEC_OF_MAY_2025;
    this.#state = new MemoryState(file.setup.map(([key, value]) => [fullKey(file, key), hexToBytes(value)] as const));
    this.#decoder = createStateDecoder(crypto, runtime.pallets);
    this.#kept = new Set(KEPT.map((name) => itemPrefix(crypto, name, '').slice(0, 32)));
    const system = (item: string): string => itemPrefix(crypto, 'System', item);
    this.#system = { Account: system('Account'), Number: system('Number'), ParentHash: system('ParentHash'), Digest: system('Digest'), BlockHash: system('BlockHash') };
    // The author of every block: slot 0 of one authority, found by the ordinary rule.
    const authorities = itemPrefix(crypto, 'Aura', 'Authorities');
    const ownState = runtime.ownState ?? [];
    this.#own = new Set([authorities, this.#system.Number, this.#system.ParentHash, this.#system.Digest, ...ownState.map(([key]) => key)]);
    for (const [key, value] of ownState) this.#state.set(key, hexToBytes(value));
    this.#state.set(authorities, hexToBytes(`04${file.author}`));
    this.#state.set(this.#system.Digest, hexToBytes('04' + '06' + '61757261' + '20' + '00'.repeat(8)));
    this.#at(file.block, file.parentHash);
  }

  #at(blockNumber: number, parentHash: string): void {
    this.#state.set(this.#system.Number, encode(u32, blockNumber));
    this.#state.set(this.#system.ParentHash, hexToBytes(parentHash));
    // Proof of work is over the hashes of past blocks.
    if (this.#then) this.#state.set(this.#blockHashKey(blockNumber - 1), hexToBytes(parentHash));
  }

  #blockHashKey(number: number): string {
    return S.BlockHash.key(this.#runtime.spec, number);
  }

  #apply(changes: readonly ScenarioChange[]): void {
    for (const [key, value] of changes) {
      const full = fullKey(this.#file, key);
      if (value === null) this.#state.delete(full);
      else this.#state.set(full, hexToBytes(value));
    }
  }

  #isKept(key: string): boolean {
    return this.#kept.has(key.slice(0, 32)) || key.startsWith(this.#system.Account);
  }

  step(step: ScenarioStep): void {
    switch (step.op) {
      case 'set_storage': return this.#apply(step.items);
      case 'jump': return this.#at(step.number, step.parentHash);
      case 'block': {
        const { number } = step;
        const outcome = this.#attempt(`block ${number}`, step.i, (ctx) => this.#hooks(ctx, number, step.parentHash));
        if (outcome !== undefined) this.#compare(`block ${number}`, step, outcome, 'Ok');
        this.#at(number, step.parentHash);
        return this.#apply(step.diff);
      }
      case 'epoch': {
        this.#epoch(step);
        return this.#apply(step.diff);
      }
      case 'call': {
        this.#call(step);
        return this.#apply(step.diff);
      }
    }
  }

  /** Applies what the step did upstream without running it. */
  skip(step: Extract<ScenarioStep, { diff: unknown }>): void {
    if (step.op === 'block') this.#at(step.number, step.parentHash);
    this.#apply(step.diff);
  }

  #hooks(ctx: BlockCtx, number: number, parentHash: string): string {
    const pallets = hookedPallets(this.#runtime);
    for (const { hooks } of pallets) hooks.onFinalize?.(ctx, number - 1);
    ctx.state.set(this.#system.Number, encode(u32, number));
    ctx.state.set(this.#system.ParentHash, hexToBytes(parentHash));
    for (const { hooks } of pallets) hooks.onInitialize?.(ctx, number);
    return 'Ok';
  }

  #call(step: ScenarioCall): void {
    const what = `${step.pallet}.${step.call}`;
    this.#validity(step, what);
    const outcome = this.#attempt(what, step.i, (ctx) => {
      const call = ctx.decodeCall(hexToBytes(this.#then ? callToday(step.call, step.scale) : step.scale));
      if (call === undefined) return 'CannotDecode';
      const result = ctx.dispatch(call, originOf(step.origin));
      return result.ok ? 'Ok' : `${dispatchErrorHex(result.error)} ${result.refusal.name} ${facts(result.refusal.facts)}`;
    });
    const expected = step.result === 'Ok' ? 'Ok' : `${this.#then ? errorToday(step.result.scale) : step.result.scale} ${step.result.name ?? step.result.other ?? ''}`;
    if (outcome !== undefined) this.#compare(what, step, outcome, expected);
  }

  /** Checked by itself, in the state before the call. */
  #validity(step: ScenarioCall, what: string): void {
    if (step.validity === undefined || step.validity === null || this.#runtime.validity === undefined) return;
    const ctx = createBlockCtx(this.#runtime, new Overlay(this.#state));
    const call = ctx.decodeCall(hexToBytes(callToday(step.call, step.scale)))!;
    const said = this.#runtime.validity(ctx, call, originOf(step.origin));
    const got = 'ok' in said ? `priority ${said.ok.priority}, longevity ${said.ok.longevity}` : bytesToHex(encode(transactionValidityError, toValidityError(said.invalidity)));
    const expected = 'invalid' in step.validity ? step.validity.scale : `priority ${step.validity.priority}, longevity ${step.validity.longevity}`;
    if (got === expected) return;
    this.failed += 1;
    this.mismatches.push({ step: step.i, what, kind: 'validity', where: '', expected, got: 'ok' in said ? got : `${got} ${facts(said.invalidity.facts)}` });
  }

  #epoch(step: Extract<ScenarioStep, { op: 'epoch' }>): void {
    const epoch = this.#runtime.epoch;
    if (epoch === undefined) {
      this.unsupported['epoch'] = (this.unsupported['epoch'] ?? 0) + 1;
      return;
    }
    const spelt = (rows: readonly (readonly [string, bigint | string, bigint | string])[]): string => rows.map((row) => row.join(' ')).join(';').replaceAll(' ', ',');
    const outcome = this.#attempt('epoch', step.i, (ctx) => spelt(epoch(ctx, step.netuid, BigInt(step.rao))));
    if (outcome !== undefined) this.#compare(`epoch ${step.netuid}`, step, outcome, spelt(step.emission));
  }

  /** Runs `work` over a fresh overlay; a defect is a mismatch of its own. */
  #attempt(what: string, step: number, work: (ctx: BlockCtx) => string): Outcome | undefined {
    const overlay = new Overlay(this.#state);
    const ctx = createBlockCtx(this.#runtime, overlay);
    try {
      const result = work(ctx);
      for (const call of ctx.unsupported) this.unsupported[call] = (this.unsupported[call] ?? 0) + 1;
      if (ctx.unsupported.length > 0) return undefined;
      return { result, events: ctx.events.records.map(({ event }) => bytesToHex(event)), overlay };
    } catch (error) {
      const { message, stack } = error as { message?: string; stack?: string };
      this.failed += 1;
      this.mismatches.push({ step, what, kind: 'defect', where: '', expected: '', got: `${message ?? String(error)}\n${stack ?? ''}` });
      return undefined;
    }
  }

  #compare(what: string, step: Extract<ScenarioStep, { diff: unknown }>, { result, events, overlay }: Outcome, expectedResult: string): void {
    const found: ScenarioMismatch[] = [];
    const add = (kind: ScenarioMismatch['kind'], where: string, expected: string, got: string): void => {
      found.push({ step: step.i, what, kind, where, expected, got });
    };
    if (result.split(' ')[0] !== expectedResult.split(' ')[0]) add('result', '', expectedResult, result);
    for (let i = 0; i < Math.max(events.length, step.events.length); i++) {
      const [expected, got] = this.#then
        ? [mapped(step.events[i], eventOfThen), mapped(events[i], eventOfOurs)]
        : [step.events[i], events[i]];
      if (expected === got) continue;
      add('event', `${i}`, expected === undefined ? 'none' : this.#decoder.event(expected), got === undefined ? 'none' : this.#decoder.event(got));
    }
    const expected = new Map(step.diff.map(([key, value]) => [fullKey(this.#file, key), value] as const));
    const got = new Map(overlay.changes().filter(([key]) => this.#isKept(key)).map(([key, value]) => [key, value === null ? null : bytesToHex(value)] as const));
    for (const key of [...new Set([...expected.keys(), ...got.keys()])].sort()) {
      const [want, have] = [expected.get(key), got.get(key)];
      if (want === have) continue;
      add('storage', this.#decoder.key(key), this.#change(key, want), this.#change(key, have));
    }
    if (found.length === 0) this.passed += 1;
    else this.failed += 1;
    this.mismatches.push(...found);
  }

  #change(key: string, value: string | null | undefined): string {
    if (value === undefined) return `unchanged (${this.#decoder.value(key, this.#state.get(key))})`;
    return value === null ? 'removed' : this.#decoder.value(key, hexToBytes(value));
  }

  /** Number of kept keys and blake2-256 of SCALE(Vec<(key, value)>) in key order. */
  finalState(): { readonly keys: number; readonly hash: string } {
    const entries = this.#state.entries().filter(([key]) => !this.#own.has(key) && !key.startsWith(this.#system.BlockHash));
    const writer = new Writer(1 << 20);
    writeCompact(writer, entries.length);
    for (const [key, value] of entries) {
      for (const bytes of [hexToBytes(key), value]) {
        writeCompact(writer, bytes.length);
        writer.raw(bytes);
      }
    }
    return { keys: entries.length, hash: bytesToHex(this.#runtime.spec.crypto.blake2b256(writer.bytes())) };
  }
}

const mapped = (event: string | undefined, spell: (event: string) => string): string | undefined => (event === undefined ? undefined : spell(event));

function facts(all: object | undefined): string {
  return all === undefined ? '' : JSON.stringify(all, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}

/** Replays `file` on `runtime` and tells what differed from upstream. `only` limits which steps run (the others are applied from their diffs). */
export function replayScenario(file: ScenarioFile, runtime: ScenarioRuntime, only?: (step: ScenarioStep) => boolean): ScenarioReport {
  const replay = new Replay(file, runtime);
  for (const step of file.steps) {
    const skipped = only !== undefined && (step.op === 'block' || step.op === 'call' || step.op === 'epoch') && !only(step);
    if (skipped) replay.skip(step);
    else replay.step(step);
  }
  const { keys, hash } = replay.finalState();
  if (keys !== file.finalKeys || hash !== file.finalStateHash) {
    replay.mismatches.push({ step: -1, what: 'the file', kind: 'storage', where: 'final state', expected: `${file.finalKeys} ${file.finalStateHash}`, got: `${keys} ${hash}` });
    replay.failed += 1;
  }
  const { passed, failed, unsupported, mismatches } = replay;
  return { passed, failed, unsupported, mismatches };
}
