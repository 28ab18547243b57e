/**
 * A runtime for tests of chain and node: accounts of one byte that add to counters.
 * Extrinsic: compact(5) ‖ account ‖ nonce ‖ operation ‖ argument ‖ priority. Inherent: compact(9) ‖ 0xff ‖ u64 time.
 */

import { compactU32, encode, Reader, Writer, writeCompact } from '@taonet/codec';
import { computeTrieRoot, Overlay } from '@taonet/frame';
import { bytesToHex, concatBytes, defect, hexToBytes, type Hashers } from '@taonet/primitives';
import { encodeHeader, type BlockRun, type BlockStart, type CallOutcome, type ParentState, type RuntimePort, type TransactionSource } from '../src/index.ts';

/** Keys as real ones: 32 bytes of item prefix, then the account. */
export const COUNTER_PREFIX = 'c0'.repeat(32);
export const NONCE_PREFIX = 'a0'.repeat(32);
export const TIME_KEY = 'b0'.repeat(32);
export const counterKey = (account: number): string => COUNTER_PREFIX + account.toString(16).padStart(2, '0');
const nonceKey = (account: number): string => NONCE_PREFIX + account.toString(16).padStart(2, '0');

export const OPERATION = { add: 0, fail: 1, defect: 2, exhaust: 3, invalid: 4, unknown: 5, mortal: 6, big: 7, wild: 8, sick: 9 } as const;

export interface CounterTransaction {
  readonly account: number;
  readonly nonce: number;
  readonly operation?: number;
  readonly argument?: number;
  readonly priority?: number;
}

export function transaction({ account, nonce, operation = 0, argument = 1, priority = 1 }: CounterTransaction): Uint8Array {
  return Uint8Array.of(5 << 2, account, nonce, operation, argument, priority);
}

/** In which ways this runtime misbehaves, to see how the chain takes it. */
export interface Faults {
  /** The second execution of a block gives another root. */
  differs?: boolean;
}

const readByte = (state: { get(key: string): Uint8Array | undefined }, key: string): number => state.get(key)?.[0] ?? 0;
const VALID = Uint8Array.of(0, 0);
const invalid = (variant: number): Uint8Array => Uint8Array.of(1, 0, variant);

export class CounterRuntime implements RuntimePort {
  readonly version = {
    specName: 'counter', implName: 'counter', authoringVersion: 1, specVersion: 7, implVersion: 1,
    apis: [['0x37e397fc7c91f5e4', 2]] as const, transactionVersion: 1, stateVersion: 1,
  };
  versionAt(): typeof this.version {
    return this.version;
  }

  readonly slotMs = 250;
  readonly faults: Faults;
  executions = 0;
  readonly #hashers: Hashers;

  constructor(hashers: Hashers, faults: Faults = {}) {
    this.#hashers = hashers;
    this.faults = faults;
  }

  *genesis(): Iterable<readonly [string, Uint8Array]> {
    yield [counterKey(1), Uint8Array.of(100)];
    yield [counterKey(2), Uint8Array.of(50)];
  }

  begin(parent: ParentState, start: BlockStart): BlockRun {
    this.executions += 1;
    const state = new Overlay(parent);
    const extrinsics: Uint8Array[] = [];
    return {
      inherents: ({ timestampMs }) => {
        const writer = new Writer();
        writeCompact(writer, 9);
        writer.byte(0xff);
        writer.bigLe(BigInt(timestampMs), 8);
        return [writer.bytes()];
      },
      apply: (extrinsic) => {
        const result = this.#apply(state, extrinsic);
        if (result[0] === 0) extrinsics.push(extrinsic);
        return result;
      },
      finish: () => {
        if (this.faults.differs === true && this.executions % 2 === 0) state.set('dd', Uint8Array.of(1));
        const changes = state.changes();
        const trie = parent.trie();
        for (const [key, value] of changes) {
          if (value === null) trie.delete(key);
          else trie.set(key, value);
        }
        const bodies = extrinsics.map((one, i) => [bytesToHex(encode(compactU32, i)), one] as const);
        const header = encodeHeader({
          parentHash: start.parentHash,
          number: start.number,
          stateRoot: bytesToHex(trie.root()),
          extrinsicsRoot: bytesToHex(computeTrieRoot(bodies, 0, (data) => this.#hashers.blake2b256(data))),
          digest: start.digest,
        });
        return { header, changes, trie: trie.snapshot() };
      },
    };
  }

  #apply(state: Overlay, extrinsic: Uint8Array): Uint8Array {
    if (extrinsic[1] === 0xff) {
      state.set(TIME_KEY, extrinsic.slice(2));
      return VALID;
    }
    const [, account, nonce, operation, argument] = extrinsic as unknown as number[];
    const expected = readByte(state, nonceKey(account!));
    if (nonce! < expected) return invalid(3);
    if (nonce! > expected) return invalid(2);
    switch (operation as number) {
      case OPERATION.defect: throw defect('TestDefect');
      case OPERATION.wild: throw new TypeError('no defect of ours, but a mistake all the same');
      case OPERATION.exhaust: return invalid(6);
      case OPERATION.invalid: return Uint8Array.of(1, 0, 7, 10);
    }
    state.set(nonceKey(account!), Uint8Array.of(nonce! + 1));
    if (operation === OPERATION.fail) return Uint8Array.of(0, 1, 2);
    const key = counterKey(account!);
    const sum = (readByte(state, key) + argument!) % 256;
    if (sum === 0) state.delete(key);
    else state.set(key, Uint8Array.of(sum));
    return VALID;
  }

  validate(state: ParentState, _source: TransactionSource, extrinsic: Uint8Array): Uint8Array | undefined {
    if (extrinsic.length !== 6 || extrinsic[0] !== 20) return undefined;
    const [, account, nonce, operation, argument, priority] = extrinsic as unknown as number[];
    const expected = readByte(state, nonceKey(account!));
    if (nonce! < expected) return invalid(3);
    if (operation === OPERATION.unknown) return Uint8Array.of(1, 1, 0);
    if (operation === OPERATION.sick && readByte(state, counterKey(1)) !== 100) throw defect('TestDefect');
    if (operation === OPERATION.invalid && argument === 99) return Uint8Array.of(1, 0, 7, 6);
    const writer = new Writer();
    writer.byte(0);
    writer.bigLe(BigInt(priority!), 8);
    const tags = nonce! > expected ? [Uint8Array.of(account!, nonce! - 1)] : [];
    for (const list of [tags, [Uint8Array.of(account!, nonce!)]]) {
      writeCompact(writer, list.length);
      for (const tag of list) writer.raw(concatBytes(Uint8Array.of(tag.length << 2), tag));
    }
    writer.bigLe(operation === OPERATION.mortal ? BigInt(argument!) : 64n, 8);
    writer.byte(1);
    return writer.bytes();
  }

  call(state: ParentState, method: string, args: Uint8Array): CallOutcome {
    switch (method) {
      case 'Counter_get': return args.length === 1 ? { ok: Uint8Array.of(readByte(state, counterKey(new Reader(args).byte()))) } : { failed: 'BadInput', reason: 'one byte' };
      case 'AccountNonceApi_account_nonce': return { ok: Uint8Array.of(readByte(state, nonceKey(args[0]!)), 0, 0, 0) };
      case 'Counter_trap': return { failed: 'Trapped', reason: 'as asked' };
      case 'Metadata_metadata': return { ok: concatBytes(Uint8Array.of(5 << 2), this.metadata(14)!) };
      default: return { failed: 'NotFound' };
    }
  }

  metadata(version: number): Uint8Array | undefined {
    return version === 14 ? hexToBytes('6d6574610e') : undefined;
  }

  setBalance(_state: ParentState, account: string, free: bigint): readonly (readonly [string, Uint8Array])[] {
    return [[counterKey(Number.parseInt(account.slice(0, 2), 16)), Uint8Array.of(Number(free))]];
  }
}
