/**
 * Balances without the chain's metadata: one batch of requests over HTTP, read by the layout that this program was written for. Undefined when the
 * node has another runtime or answers otherwise than expected: then the slow way is right.
 */

import { request } from 'node:http';
import { blake2b } from '@noble/hashes/blake2.js';
import { decodeSs58 } from '@taonet/crypto/ss58';

/** In rao. */
export interface QuickBalance {
  readonly free: bigint;
  readonly reserved: bigint;
  /** Worth of all stake at present prices. */
  readonly staked: bigint;
}

const KNOWN_SPEC = 425;
/** twox128('System') and twox128('Account') */
const ACCOUNT_PREFIX = '26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9';
const ONE_ALPHA = 1_000_000_000n;

/** The HTTP door of a node, when it has one without encryption. */
export function httpDoor(network: string): string | undefined {
  const url = network === 'local' ? 'ws://127.0.0.1:9944' : network;
  return /^(ws|http):\/\//.test(url) ? url.replace(/^ws/, 'http') : undefined;
}

export async function quickBalances(url: string, addresses: readonly string[], timeout: number): Promise<readonly QuickBalance[] | undefined> {
  const accounts = addresses.map((address) => {
    const decoded = decodeSs58(address);
    return decoded.ok ? decoded.accountId : undefined;
  });
  if (accounts.some((account) => account === undefined)) return undefined;
  const questions = [
    { method: 'state_getRuntimeVersion', params: [] as unknown[] },
    { method: 'state_call', params: ['SwapRuntimeApi_current_alpha_price_all', '0x'] },
    ...accounts.flatMap((account) => [
      { method: 'state_getStorage', params: [`0x${ACCOUNT_PREFIX}${Buffer.from(blake2b(Buffer.from(account!, 'hex'), { dkLen: 16 })).toString('hex')}${account!}`] },
      { method: 'state_call', params: ['StakeInfoRuntimeApi_get_stake_info_for_coldkey', `0x${account!}`] },
    ]),
  ];
  const answers = await batch(url, questions, timeout).catch(() => undefined);
  if (answers === undefined || answers.length !== questions.length) return undefined;
  const [version, prices, ...rest] = answers;
  if ((version as { specVersion?: unknown }).specVersion !== KNOWN_SPEC || typeof prices !== 'string') return undefined;
  const priceOf = readPrices(prices);
  return accounts.map((_, i) => {
    const { free, reserved } = readAccount(rest[2 * i] as string | null);
    return { free, reserved, staked: readStakes(rest[2 * i + 1] as string).reduce((sum, { netuid, stake }) => sum + (stake * (netuid === 0 ? ONE_ALPHA : priceOf.get(netuid) ?? 0n)) / ONE_ALPHA, 0n) };
  });
}

function batch(url: string, questions: readonly { readonly method: string; readonly params: readonly unknown[] }[], timeout: number): Promise<readonly unknown[]> {
  const body = JSON.stringify(questions.map((question, id) => ({ jsonrpc: '2.0', id, ...question })));
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }, timeout }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => { text += part; });
      response.on('error', reject);
      response.on('end', () => {
        const list = JSON.parse(text) as readonly { readonly id: number; readonly result?: unknown }[];
        if (!Array.isArray(list) || list.some((one) => one.result === undefined)) return reject(new Error('an answer is missing'));
        resolve([...list].sort((a, b) => a.id - b.id).map(({ result }) => result));
      });
    });
    sent.on('error', reject);
    sent.on('timeout', () => sent.destroy(new Error('timeout')));
    sent.end(body);
  });
}

const bytesOf = (hex: string): Buffer => Buffer.from(hex.slice(2), 'hex');
/** Four u32 before the amounts: nonce, consumers, providers, sufficients. */
const COUNTERS_BYTES = 16;

function readAccount(hex: string | null): { free: bigint; reserved: bigint } {
  if (hex === null) return { free: 0n, reserved: 0n };
  const bytes = bytesOf(hex);
  return { free: bytes.readBigUInt64LE(COUNTERS_BYTES), reserved: bytes.readBigUInt64LE(COUNTERS_BYTES + 8) };
}

function readPrices(hex: string): ReadonlyMap<number, bigint> {
  const cursor = new Cursor(bytesOf(hex));
  const prices = new Map<number, bigint>();
  for (let left = cursor.compact(); left > 0n; left--) prices.set(cursor.u16(), cursor.u64());
  return prices;
}

function readStakes(hex: string): readonly { readonly netuid: number; readonly stake: bigint }[] {
  const cursor = new Cursor(bytesOf(hex));
  const found: { netuid: number; stake: bigint }[] = [];
  for (let left = cursor.compact(); left > 0n; left--) {
    cursor.skip(2 * 32);
    found.push({ netuid: Number(cursor.compact()), stake: cursor.compact() });
    // locked, emission, emission in TAO, drain
    for (let i = 0; i < 4; i++) cursor.compact();
    cursor.skip(1);
  }
  return found;
}

/** Just enough of SCALE. */
class Cursor {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  skip(count: number): void {
    this.#at += count;
  }

  u16(): number {
    this.#at += 2;
    return this.#bytes.readUInt16LE(this.#at - 2);
  }

  u64(): bigint {
    this.#at += 8;
    return this.#bytes.readBigUInt64LE(this.#at - 8);
  }

  compact(): bigint {
    const first = this.#bytes[this.#at]!;
    const mode = first & 3;
    const length = mode === 3 ? (first >> 2) + 4 : 1 << mode;
    const start = mode === 3 ? this.#at + 1 : this.#at;
    let value = 0n;
    for (let i = length - 1; i >= 0; i--) value = (value << 8n) | BigInt(this.#bytes[start + i]!);
    this.#at = start + length;
    return mode === 3 ? value : value >> 2n;
  }
}
