/** How parameters are read: one value per kind, each with the words for the reference page. */

import { decodeSs58 } from '@taonet/crypto';
import { bytesToHex, tryHexToBytes, type Hash } from '@taonet/primitives';
import { invalidParams } from './rpcError.ts';

/** One parameter. `parse` throws InvalidParams. */
export interface Param<T> {
  readonly says: string;
  readonly optional: boolean;
  parse(value: unknown): T;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- only in constraints; the value type is inferred at each row
export type Params = Readonly<Record<string, Param<any>>>;
export type ArgsOf<P extends Params> = { readonly [N in keyof P]: P[N] extends Param<infer T> ? T : never };

function param<T>(says: string, parse: (value: unknown) => T | undefined): Param<T> {
  return {
    says,
    optional: false,
    parse: (value) => {
      const parsed = parse(value);
      if (parsed === undefined) throw invalidParams(`expected ${says}`);
      return parsed;
    },
  };
}

/** May be left out or null. */
export function optional<T>(inner: Param<T>): Param<T | undefined> {
  return { says: inner.says, optional: true, parse: (value) => (value === undefined || value === null ? undefined : inner.parse(value)) };
}

/** Hex with or without `0x`; the empty text is no bytes. */
export const hexBytes = param('hex bytes', (value) => (typeof value === 'string' ? tryHexToBytes(value) : undefined));

/** The same as lower-case hex without prefix: storage keys. */
export const hexKey = param('a storage key in hex', (value) => {
  const bytes = typeof value === 'string' ? tryHexToBytes(value) : undefined;
  return bytes === undefined ? undefined : bytesToHex(bytes);
});

export const hash: Param<Hash> = param('a 32-byte hash in hex', (value) => {
  const bytes = typeof value === 'string' ? tryHexToBytes(value) : undefined;
  return bytes?.length === 32 ? bytesToHex(bytes) : undefined;
});

export const text = param('a text', (value) => (typeof value === 'string' ? value : undefined));
export const flag = param('true or false', (value) => (typeof value === 'boolean' ? value : undefined));
export const anything = param<unknown>('any value', (value) => (value === undefined ? null : value));

export function integer(says: string, max: number): Param<number> {
  return param(says, (value) => (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max ? value : undefined));
}

export const u8 = integer('a number (u8)', 0xff);
export const u16 = integer('a number (u16)', 0xffff);
export const u32 = integer('a number (u32)', 0xffff_ffff);
export const milliseconds = integer('milliseconds', 8_640_000_000_000_000);

/** JSON numbers up to 2⁵³, or decimal text for all of u64. */
export const u64 = param('a number or decimal text (u64)', (value) => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : undefined;
  if (typeof value !== 'string' || !/^\d{1,20}$/.test(value)) return undefined;
  const big = BigInt(value);
  return big < 1n << 64n ? big : undefined;
});

/** A block number as JSON number or `0x…` text. */
export const blockNumber = param('a block number or its hex', (value) => {
  const number = typeof value === 'string' && /^0x[0-9a-fA-F]{1,16}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
});

/** An account as SS58 text or hex. */
export const account = param('an account (SS58 or hex)', (value) => {
  if (typeof value !== 'string') return undefined;
  const bytes = tryHexToBytes(value);
  if (bytes?.length === 32) return bytesToHex(bytes);
  return accountOfSs58(value);
});

function accountOfSs58(value: string): string | undefined {
  const decoded = decodeSs58(value);
  return decoded.ok ? decoded.accountId : undefined;
}

/** An account as JSON array of 32 bytes, as hex or as SS58. */
export const accountBytes = param('an account as array of 32 bytes', (value) => {
  if (!Array.isArray(value)) return typeof value === 'string' ? account.parse(value) : undefined;
  const isBytes = value.length === 32 && value.every((byte) => Number.isInteger(byte) && byte >= 0 && byte <= 255);
  return isBytes ? bytesToHex(Uint8Array.from(value as number[])) : undefined;
});

/** More would make an answer that is longer than answers may be. */
export const MAX_LIST = 1 << 18;

function itemsOf<T>(item: Param<T>, values: readonly unknown[]): T[] {
  if (values.length > MAX_LIST) throw invalidParams(`at most ${MAX_LIST} of ${item.says}`);
  return values.map((one) => item.parse(one));
}

export function list<T>(item: Param<T>): Param<T[]> {
  return param(`an array of ${item.says}`, (value) => (Array.isArray(value) ? itemsOf(item, value) : undefined));
}

export function oneOrMany<T>(item: Param<T>): Param<T | T[]> {
  return param(`${item.says}, or an array of such`, (value) => (Array.isArray(value) ? itemsOf(item, value) : item.parse(value)));
}

export function oneOf<const N extends string>(...names: readonly N[]): Param<N> {
  return param(names.map((name) => `"${name}"`).join(' | '), (value) => names.find((name) => name === value));
}

/** An object with the given fields; others are passed over. */
export function object<const P extends Params>(fields: P): Param<ArgsOf<P>> {
  const names = Object.keys(fields);
  const shown = names.map((name) => `${name}${fields[name]!.optional ? '?' : ''}: ${fields[name]!.says}`).join(', ');
  return param(`{ ${shown} }`, (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const given = value as Record<string, unknown>;
    return Object.fromEntries(names.map((name) => [name, fields[name]!.parse(Object.hasOwn(given, name) ? given[name] : undefined)])) as ArgsOf<P>;
  });
}

/** Names are compared without case and underscores, so that `child_trie` and `childTrie` are one. */
const plain = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** Reads `params`, by position or by name. Too many are passed over, as upstream does. */
export function readArgs<P extends Params>(params: P, given: unknown): ArgsOf<P> {
  const names = Object.keys(params);
  let valueOf: (name: string, at: number) => unknown;
  if (given === undefined || given === null) valueOf = () => undefined;
  else if (Array.isArray(given)) valueOf = (_name, at) => given[at] as unknown;
  else if (typeof given === 'object') {
    const byName = new Map(Object.entries(given).map(([name, value]) => [plain(name), value as unknown]));
    valueOf = (name) => byName.get(plain(name));
  } else throw invalidParams('params must be an array or an object');
  return Object.fromEntries(names.map((name, at) => [name, readOne(name, params[name]!, valueOf(name, at))])) as ArgsOf<P>;
}

function readOne(name: string, spec: Param<unknown>, value: unknown): unknown {
  if (value === undefined && !spec.optional) throw invalidParams(`${name} is missing: ${spec.says}`);
  try {
    return spec.parse(value);
  } catch (error) {
    throw error instanceof Error && 'object' in error ? invalidParams(`${name}: expected ${spec.says}`) : error;
  }
}
