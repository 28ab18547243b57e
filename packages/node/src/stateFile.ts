/**
 * Another beginning: storage values that a file names, over those of the preset, in block 0. Nothing but block 0 is touched; from there on every hook and call runs as
 * ever. Whether the values fit each other is the file's business.
 */

import { readFileSync } from 'node:fs';
import { pallets } from '@taonet/abi';
import { encode, type AnyKeyPart } from '@taonet/codec';
import { StorageItem } from '@taonet/frame';
import { bytesToHex, OperatingError, utf8ToBytes, type Crypto } from '@taonet/primitives';
import { RpcError } from './rpc/rpcError.ts';
import { valueOfJson } from './rpc/typedJson.ts';

/** A storage key, and its value; null removes it. */
export type StateChange = readonly [key: string, value: Uint8Array | null];

export interface StateFile {
  /** What the file says it is for. */
  readonly about: string;
  readonly changes: readonly StateChange[];
  /** Of the changes: tells chains with other beginnings apart. */
  readonly mark: string;
}

const MARK_CHARS = 16;
const SHAPE = 'A state file is { "about": "…", "items": [{ "item": "SubtensorModule.Tempo", "keys": [1], "value": 20 }, …] }.';

function broken(path: string, why: string, cause?: unknown): OperatingError {
  return new OperatingError('BadStateFile', `${path}: ${why}`, { hint: SHAPE, cause });
}

/**
 * `{ about, items: [{ item, keys, value }] }`: items by their names on the chain, accounts in SS58 or hex, u64 and wider as decimal text, fixed-point numbers as their bits, null for no value.
 *
 * refuses BadStateFile
 */
export function readStateFile(path: string, crypto: Crypto): StateFile {
  const { about, items } = parse(path);
  const changes = items.map((entry, i) => changeOf(path, entry, `items[${i}]`, crypto));
  const keys = changes.map(([key]) => key);
  const twice = keys.findIndex((key, i) => keys.indexOf(key) !== i);
  if (twice >= 0) throw broken(path, `items[${twice}]: this value stands there twice`);
  const text = changes.map(([key, value]) => `${key} ${value === null ? '' : bytesToHex(value)}`).sort().join('\n');
  return { about, changes, mark: bytesToHex(crypto.blake2b256(utf8ToBytes(text))).slice(0, MARK_CHARS) };
}

/** Block 0's state with the changes. */
export function withState(state: Iterable<readonly [string, Uint8Array]>, { changes }: Pick<StateFile, 'changes'>): Iterable<readonly [string, Uint8Array]> {
  const all = new Map(state);
  for (const [key, value] of changes) {
    if (value === null) all.delete(key);
    else all.set(key, value);
  }
  return all;
}

interface Parsed {
  readonly about: string;
  readonly items: readonly unknown[];
}

function parse(path: string): Parsed {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw broken(path, error instanceof SyntaxError ? `no JSON: ${error.message}` : 'cannot be read', error);
  }
  const { about, items } = (typeof json === 'object' && json !== null ? json : {}) as { readonly about?: unknown; readonly items?: unknown };
  if (!Array.isArray(items)) throw broken(path, 'has no list of items');
  return { about: typeof about === 'string' ? about : '', items };
}

function changeOf(path: string, entry: unknown, where: string, crypto: Crypto): StateChange {
  const { item, keys = [], value } = (typeof entry === 'object' && entry !== null ? entry : {}) as { readonly item?: unknown; readonly keys?: unknown; readonly value?: unknown };
  const [palletName, name] = String(item).split('.') as [string, string | undefined];
  const decl = pallets.find((one) => one.name === palletName)?.storage[name ?? ''];
  if (decl === undefined) throw broken(path, `${where}: the chain has no item ${String(item)}`);
  if (!Array.isArray(keys) || keys.length !== decl.keys.length) throw broken(path, `${where}: ${String(item)} has ${decl.keys.length} keys`);
  if (value === undefined) throw broken(path, `${where}: ${String(item)} has no value; null is for none`);
  try {
    const parts = decl.keys.map(({ codec }: AnyKeyPart, i: number) => valueOfJson(keys[i], codec.type, `${where}.keys[${i}]`));
    const key = new StorageItem(palletName, name!, decl).key({ crypto }, ...parts as []);
    return [key, value === null ? null : encode(decl.value, valueOfJson(value, decl.value.type, `${where}.value`))];
  } catch (error) {
    throw broken(path, error instanceof RpcError && typeof error.object.data === 'string' ? error.object.data : `${where}: ${String(error)}`, error);
  }
}
