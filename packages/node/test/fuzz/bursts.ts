/** Cases in bursts, and what must hold after each: alive, quick, no defect, no change of state but by genuine extrinsics. */

import { createHash } from 'node:crypto';
import { createCrypto, keyFromUri, type KeyPair } from '@taonet/crypto';
import { Door, Late } from './door.ts';
import { makeCase, shownRequest, tryRequest, type CaseKind, type FuzzCase } from './cases.ts';
import type { ChainFacts } from './requests.ts';
import { shrinkRequest } from './shrink.ts';

/** A node under test. */
export interface Target {
  readonly name: string;
  readonly port: number;
  /** closed: nobody makes blocks, controls are not used · manual: only by request · clock: by themselves. */
  readonly blocks: 'closed' | 'manual' | 'clock';
  /** Why it has ended; undefined while it runs. */
  ended(): string | undefined;
  /** Defects reported since last asked. */
  takeDefects(): readonly string[];
}

export interface Violation {
  readonly target: string;
  readonly what: string;
  readonly seed: number;
  /** The case, or the last one of the burst when it showed only afterwards. */
  readonly number: number;
  readonly request: string;
}

export interface Counts {
  cases: number;
  readonly kinds: Record<CaseKind, number>;
  blocks: number;
  /** Extrinsics of ours found in blocks. */
  included: number;
  slowestMs: number;
  slowest: string;
}

const URIS = ['//Alice', '//Bob', '//Charlie', '//Dave', '//Eve', '//Ferdie'];
const TOGETHER = 4;
const HASHES_KEPT = 8;
const KEYS_PAGE = 1000;
const EMPTY_HEAD = 2;

interface HeaderJson {
  readonly number: string;
  readonly stateRoot: string;
  readonly parentHash: string;
}

export class Siege {
  readonly door: Door;
  readonly counts: Counts = { cases: 0, kinds: { method: 0, stateCall: 0, extrinsic: 0, text: 0, socket: 0, storm: 0 }, blocks: 0, included: 0, slowestMs: 0, slowest: '' };
  readonly #target: Target;
  readonly #seed: number;
  readonly #facts: { -readonly [K in keyof ChainFacts]: ChainFacts[K] };
  readonly #nonces = new Map<string, number>();
  readonly #genuine = new Set<string>();
  /** Once somebody was impersonated, any signature may be in a block. */
  #impersonated = false;
  #seenBlock = 0;
  #stateDigest = '';

  private constructor(target: Target, seed: number, door: Door, facts: ChainFacts) {
    this.#target = target;
    this.#seed = seed;
    this.door = door;
    this.#facts = facts;
  }

  static async lay(target: Target, seed: number): Promise<Siege> {
    const { blake2b256 } = await createCrypto();
    const keys: KeyPair[] = URIS.map((uri) => keyFromUri(uri));
    const door = new Door(target.port);
    const genesis = (await door.call<string>('chain_getBlockHash', 0)).slice(2);
    const version = await door.call<{ specVersion: number; transactionVersion: number }>('state_getRuntimeVersion');
    const storageKeys = await door.call<string[]>('state_getKeysPaged', '0x', KEYS_PAGE);
    const siege: Siege = new Siege(target, seed, door, {
      genesis, specVersion: version.specVersion, transactionVersion: version.transactionVersion, keys, blake2b256,
      accounts: keys.map(({ accountId }) => accountId), head: { number: 0, hash: genesis }, controls: target.blocks !== 'closed', blockHashes: [`0x${genesis}`], storageKeys,
      nonce: (account, used) => siege.#nonce(account, used),
    });
    siege.#stateDigest = await siege.#digest();
    return siege;
  }

  #nonce(account: string, used: boolean): number {
    const nonce = this.#nonces.get(account) ?? 0;
    if (used) this.#nonces.set(account, nonce + 1);
    return nonce;
  }

  makeCase(number: number): FuzzCase {
    return makeCase(this.#seed, number, this.#facts);
  }

  /** Runs cases `from` … `from + count − 1`, then looks at the node. */
  async burst(from: number, count: number): Promise<Violation | undefined> {
    try {
      await this.#refresh();
      for (let at = from; at < from + count; at += TOGETHER) {
        const cases = Array.from({ length: Math.min(TOGETHER, from + count - at) }, (_, i) => this.makeCase(at + i));
        const found = (await Promise.all(cases.map((one) => this.#run(one)))).find((violation) => violation !== undefined) ?? this.#between(cases);
        if (found !== undefined) return found;
      }
      const what = this.door.wrong.shift() ?? await this.#afterwards();
      return what === undefined ? undefined : this.#violation(what, this.makeCase(from + count - 1));
    } catch (error) {
      const ended = this.#target.ended();
      const what = ended ?? (error instanceof Late ? `halted: ${error.message}` : String(error instanceof Error ? error.stack : error));
      return this.#violation(what, this.makeCase(from + count - 1));
    }
  }

  #violation(what: string, { number, shown }: FuzzCase, request = shown): Violation {
    return { target: this.#target.name, what, seed: this.#seed, number, request };
  }

  /** What shows at once, but not in an answer: the end, or a defect. Blamed on all cases that ran together. */
  #between(cases: readonly FuzzCase[]): Violation | undefined {
    const what = this.#target.ended() ?? this.#target.takeDefects()[0];
    if (what === undefined) return undefined;
    return this.#violation(what, cases.at(-1)!, cases.map(({ number, kind, shown }) => `${number} ${kind} ${shown}`).join('\n'));
  }

  async #run(one: FuzzCase): Promise<Violation | undefined> {
    for (const { hex, genuine } of one.extrinsics) if (genuine) this.#genuine.add(hex);
    if (one.request?.method === 'dev_impersonate') this.#impersonated = true;
    this.counts.cases += 1;
    this.counts.kinds[one.kind] += 1;
    const begun = performance.now();
    let what: string | undefined;
    try {
      what = await one.run(this.door);
    } catch (error) {
      const ended = this.#target.ended();
      if (ended !== undefined) what = ended;
      else if (error instanceof Late) what = `halted: ${error.message}`;
      else if (one.kind !== 'socket' && one.kind !== 'text') throw error;
    }
    const ms = performance.now() - begun;
    if (ms > this.counts.slowestMs) {
      this.counts.slowestMs = ms;
      this.counts.slowest = `${one.number} ${one.kind} ${one.shown.slice(0, 160)}`;
    }
    if (what === undefined) return undefined;
    const small = one.request === undefined || this.#target.ended() !== undefined ? undefined : await shrinkRequest(one.request, async (request) => (await tryRequest(this.door, request)) !== undefined);
    return this.#violation([what, ...this.#target.takeDefects().slice(0, 1)].join('\n'), one, small === undefined ? one.shown : shownRequest(small));
  }

  /** Heads, hashes and nonces that the next cases are made of. */
  async #refresh(): Promise<void> {
    const hash = await this.door.call<string>('chain_getBlockHash');
    const { number } = await this.door.call<HeaderJson>('chain_getHeader', hash);
    this.#facts.head = { number: Number(number), hash: hash.slice(2) };
    if (!this.#facts.blockHashes.includes(hash)) this.#facts.blockHashes = [this.#facts.blockHashes[0]!, ...this.#facts.blockHashes.slice(1).slice(1 - HASHES_KEPT), hash];
    await Promise.all(this.#facts.keys.map(async ({ accountId, ss58 }) => {
      this.#nonces.set(accountId, await this.door.call<number>('system_accountNextIndex', ss58));
    }));
  }

  async #afterwards(): Promise<string | undefined> {
    await this.door.call('system_health');
    const wrong = this.#target.blocks === 'closed' ? await this.#closedHolds() : this.#target.blocks === 'manual' ? await this.#manualHolds() : await this.#clockHolds();
    return wrong ?? this.#target.ended() ?? this.#target.takeDefects()[0];
  }

  /** Nobody could make a block: nothing at all has changed. */
  async #closedHolds(): Promise<string | undefined> {
    const { number } = await this.door.call<HeaderJson>('chain_getHeader');
    if (Number(number) !== 0) return `block ${number} that nobody asked for`;
    return (await this.#digest()) === this.#stateDigest ? undefined : 'state changed without a block';
  }

  /** A block is made now; it holds nothing but what was genuine. */
  async #manualHolds(): Promise<string | undefined> {
    await this.door.call('dev_setBlockTime', 'manual');
    // waits for a block in the making
    await this.door.call('dev_setStorage', []);
    const before = await this.door.call<string>('chain_getBlockHash');
    const { hash } = await this.door.call<{ hash: string }>('engine_createBlock', true, true);
    const { parentHash } = await this.door.call<HeaderJson>('chain_getHeader', hash);
    if (parentHash !== before) return `block ${hash} does not follow the head ${before}`;
    return this.#newBlocksHold();
  }

  /** Blocks have come meanwhile, or come now. */
  async #clockHolds(): Promise<string | undefined> {
    const socket = await this.door.connect();
    const headers = new Promise<void>((resolve) => {
      let seen = 0;
      socket.on('message', () => { if (++seen === EMPTY_HEAD + 1) resolve(); });
    });
    await this.door.call('dev_setBlockTime', '50ms').catch(() => undefined);
    socket.send('{"jsonrpc":"2.0","id":1,"method":"chain_subscribeNewHeads"}');
    const late = await Promise.race([headers.then(() => false), new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 20_000).unref())]);
    socket.terminate();
    return late ? 'no block in 20 s' : this.#newBlocksHold();
  }

  /** Every extrinsic in blocks since the last look is an inherent or was genuine. */
  async #newBlocksHold(): Promise<string | undefined> {
    const head = Number((await this.door.call<HeaderJson>('chain_getHeader')).number);
    for (let number = Math.min(this.#seenBlock, head) + 1; number <= head; number++) {
      const hash = await this.door.call<string | null>('chain_getBlockHash', number);
      if (hash === null) break;
      const { block } = await this.door.call<{ block: { extrinsics: string[] } }>('chain_getBlock', hash);
      this.counts.blocks += 1;
      for (const extrinsic of block.extrinsics.slice(2)) {
        if (!this.#genuine.has(extrinsic) && !this.#impersonated) return `block ${number} holds an extrinsic that was not genuine: ${extrinsic}`;
        this.counts.included += 1;
      }
    }
    this.#seenBlock = head;
    return undefined;
  }

  /** How many keys the state at the head has, and the bytes of keys and values. */
  async stateSize(): Promise<{ readonly keys: number; readonly bytes: number }> {
    const size = { keys: 0, bytes: 0 };
    for (let after: string | null = null; ;) {
      const keys: string[] = await this.door.call<string[]>('state_getKeysPaged', '0x', KEYS_PAGE, after);
      if (keys.length === 0) return size;
      const lengths = await Promise.all(keys.map((key) => this.door.call<number | null>('state_getStorageSize', key)));
      size.keys += keys.length;
      keys.forEach((key, i) => { size.bytes += key.length + (lengths[i] ?? 0); });
      after = keys.at(-1)!;
    }
  }

  async #digest(): Promise<string> {
    const hash = createHash('sha256');
    for (let after: string | null = null; ;) {
      const keys: string[] = await this.door.call<string[]>('state_getKeysPaged', '0x', KEYS_PAGE, after);
      if (keys.length === 0) return hash.digest('hex');
      hash.update(JSON.stringify(await this.door.call('state_queryStorageAt', keys)));
      after = keys.at(-1)!;
    }
  }
}
