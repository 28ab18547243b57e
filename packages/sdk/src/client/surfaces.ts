/** The chain's items as properties, looked up when they are asked for. */

import { bytesToHex, concatBytes } from '@taonet/primitives';
import { badInput, sdkError } from '../errors.ts';
import { hexBytes } from '../scale/hexBytes.ts';
import type { Runtime } from '../scale/runtime.ts';
import type { StorageItem } from '../scale/storageItem.ts';
import type { Constants, Queries, RuntimeApis } from '../typed/surfaces.ts';
import { messages } from './messages.ts';
import type { View } from './view.ts';

/** `make(owner, name)` as `surface.owner.name`, each made once. */
export function byName<T>(make: (owner: string, name: string) => unknown): T {
  const level = (get: (name: string) => unknown): object => {
    const made = new Map<string, unknown>();
    return new Proxy(Object.create(null) as object, {
      get: (_, name) => {
        // Promises ask everything for `then`.
        if (typeof name !== 'string' || name === 'then') return undefined;
        if (!made.has(name)) made.set(name, get(name));
        return made.get(name);
      },
    });
  };
  return level((owner) => level((name) => make(owner, name))) as T;
}

const PAGE = 1000;
type Changes = readonly { readonly changes: readonly (readonly [string, string | null])[] }[];

async function valuesOf(view: View, keys: readonly string[], at: string | undefined): Promise<ReadonlyMap<string, string | null>> {
  const found = new Map<string, string | null>();
  for (let i = 0; i < keys.length; i += PAGE) {
    const page = keys.slice(i, i + PAGE);
    const answer = await view.request<Changes>('state_queryStorageAt', at === undefined ? [page] : [page, at]);
    for (const { changes } of answer) for (const [key, value] of changes) found.set(key, value);
  }
  return found;
}

/** All pages, of one block. */
async function keysBelow(view: View, prefix: string, at: string): Promise<string[]> {
  const all: string[] = [];
  for (let start = prefix; ;) {
    const page = await view.request<string[]>('state_getKeysPaged', [prefix, PAGE, start, at]);
    all.push(...page);
    if (page.length < PAGE) return all;
    start = page[page.length - 1]!;
  }
}

const head = (view: View): Promise<string> => (view.block === undefined ? view.request<string>('chain_getBlockHash') : Promise.resolve(view.block.hash));

function ensureKeys(item: StorageItem, keys: readonly unknown[]): void {
  if (keys.length !== item.keyCount) throw badInput(item.name, `${item.keyCount} keys`, keys);
}

function storageQuery(view: View, pallet: string, name: string): unknown {
  const itemOf = (runtime: Runtime): StorageItem => runtime.storage(pallet, name);
  const one = (...keys: unknown[]): Promise<unknown> => view.reading(async (runtime) => {
    const item = itemOf(runtime);
    ensureKeys(item, keys);
    return item.decodeValue(await view.requestAt<string | null>('state_getStorage', [item.key(keys)]));
  });
  const many = (list: readonly (readonly unknown[])[]): Promise<unknown[]> => view.reading(async (runtime) => {
    const item = itemOf(runtime);
    const keys = list.map((parts) => {
      ensureKeys(item, parts);
      return item.key(parts);
    });
    const values = await valuesOf(view, keys, view.block?.hash ?? (keys.length > PAGE ? await head(view) : undefined));
    return keys.map((key) => item.decodeValue(values.get(key) ?? null));
  });
  const keys = (...first: unknown[]): Promise<unknown[][]> => view.reading(async (runtime) => {
    const item = itemOf(runtime);
    return (await keysBelow(view, item.key(first), await head(view))).map((key) => item.decodeKey(key));
  });
  const entries = (...first: unknown[]): Promise<[unknown[], unknown][]> => view.reading(async (runtime) => {
    const item = itemOf(runtime);
    const at = await head(view);
    const found = await keysBelow(view, item.key(first), at);
    const values = await valuesOf(view, found, at);
    return found.map((key) => [item.decodeKey(key), item.decodeValue(values.get(key) ?? null)]);
  });
  async function* watch(...parts: unknown[]): AsyncGenerator<unknown> {
    if (view.block !== undefined) throw sdkError('BadInput', {}, { message: `${pallet}.${name}: a block that is pinned does not change.` });
    ensureKeys(itemOf(view.runtime), parts);
    const params = [[itemOf(view.runtime).key(parts)]];
    for await (const message of messages(view.connection, { method: 'state_subscribeStorage', unsubscribe: 'state_unsubscribeStorage', params }, view.options)) {
      const [, value] = (message as Changes[number]).changes[0] ?? [];
      yield await view.reading(async (runtime) => itemOf(runtime).decodeValue(value ?? null));
    }
  }
  return Object.assign(one, { many, keys, entries, watch, key: (...parts: unknown[]) => itemOf(view.runtime).key(parts) });
}

export const queriesOf = (view: View): Queries => byName<Queries>((pallet, name) => storageQuery(view, pallet, name));

/** Not kept: the newest runtime's. */
export function constantsOf(view: View): Constants {
  const level = (get: (name: string) => unknown): object => new Proxy(Object.create(null) as object, { get: (_, name) => (typeof name === 'string' && name !== 'then' ? get(name) : undefined) });
  return level((pallet) => level((name) => view.runtime.constant(pallet, name))) as Constants;
}

/** Calls a method of a runtime API; arguments by name. */
export function callApi(view: View, api: string, method: string, args: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
  return view.reading(async (runtime) => {
    const { inputs, output } = runtime.api(api, method);
    const where = `${api}.${method}`;
    const bytes = concatBytes(...inputs.map(({ name, type }) => runtime.types.encode(type, args[name], `${where}.${name}`)));
    const answer = await view.requestAt<string>('state_call', [`${api}_${method}`, `0x${bytesToHex(bytes)}`]);
    return runtime.types.decode(output, hexBytes(answer), where, true);
  });
}

export const apisOf = (view: View): RuntimeApis => byName<RuntimeApis>((api, method) => (args?: Readonly<Record<string, unknown>>) => callApi(view, api, method, args));
