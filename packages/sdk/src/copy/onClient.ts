/** Runs an operation on a network of one's own, through its developer controls. */

import type { DevClient } from '../client/client.ts';
import { devKey } from '../keys/dev.ts';
import { impersonated } from '../keys/impersonated.ts';
import type { Signer } from '../signer.ts';
import { rao } from '../units.ts';
import type { Asking, CallWish, ItemKey, Wish } from './ask.ts';

export interface OnClientOptions {
  /** Signs for its own account; all others are impersonated. */
  readonly signer?: Signer | undefined;
  /** Told after each block that the operation had made. */
  readonly onBlock?: (() => void) | undefined;
}

interface Bound extends OnClientOptions {
  readonly client: DevClient;
}

/** refuses: what the operation refuses, what the chain refuses */
export async function onClient<T>(client: DevClient, operation: Asking<T>, options: OnClientOptions = {}): Promise<T> {
  const bound = { ...options, client };
  let next = operation.next();
  while (next.done !== true) {
    let answer: unknown;
    try {
      answer = await grant(bound, next.value);
    } catch (error) {
      next = operation.throw(error);
      continue;
    }
    next = operation.next(answer);
  }
  return next.value;
}

function grant(bound: Bound, wish: Wish): Promise<unknown> {
  const { client } = bound;
  switch (wish.kind) {
    case 'read': return readItems(client, wish.items);
    case 'entries': return entriesOf(client, wish);
    case 'write': return setStorage(client, wish.items.map(({ item, keys, value }) => pairOf(client, { item, keys }, value)));
    case 'copy': return copyItems(client, wish.items);
    case 'calls': return sendAll(bound, wish.calls);
    case 'mine': return mineBlocks(bound, wish.blocks);
    case 'block': return client.block().then(({ number }) => number);
    case 'balance': return client.balance(wish.who).then(({ free }) => free.rao);
    case 'setBalance': return client.dev.setBalance(wish.who, rao(wish.rao));
    case 'account': return devKey(`//Trial//${wish.name}`).then(({ address }) => address);
    case 'price': return client.price(wish.netuid).then((price) => price.rao);
    case 'exit': return client.api.SwapRuntimeApi.sim_swap_alpha_for_tao({ netuid: wish.netuid, alpha: wish.alpha }).then(({ tao_amount: amount }) => amount);
  }
}

const storageOf = (client: DevClient, item: string): ReturnType<DevClient['runtime']['storage']> => {
  const [pallet, name] = item.split('.') as [string, string];
  return client.runtime.storage(pallet, name);
};

const isThere = (client: DevClient, item: string): boolean => {
  const [pallet, name] = item.split('.') as [string, string];
  return client.runtime.palletNames.includes(pallet) && client.runtime.namesOf(pallet, 'storage').includes(name);
};

type Changes = readonly { readonly changes: readonly (readonly [string, string | null])[] }[];
const PAGE = 1000;

async function rawOf(client: DevClient, keys: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const found = new Map<string, string | null>();
  for (let i = 0; i < keys.length; i += PAGE) {
    for (const { changes } of await client.rpc<Changes>('state_queryStorageAt', keys.slice(i, i + PAGE))) for (const [key, value] of changes) found.set(key, value);
  }
  return found;
}

async function readItems(client: DevClient, items: readonly ItemKey[]): Promise<unknown[]> {
  const wanted = items.map(({ item, keys }) => (isThere(client, item) ? { item: storageOf(client, item), key: storageOf(client, item).key(keys) } : undefined));
  const found = await rawOf(client, wanted.flatMap((one) => (one === undefined ? [] : [one.key])));
  return wanted.map((one) => one?.item.decodeValue(found.get(one.key) ?? null));
}

async function entriesOf(client: DevClient, { item, keys }: ItemKey): Promise<unknown> {
  if (!isThere(client, item)) return [];
  const [pallet, name] = item.split('.') as [string, string];
  const query = (client.query as unknown as Record<string, Record<string, { entries(...first: readonly unknown[]): Promise<unknown> }>>)[pallet]![name]!;
  return query.entries(...keys);
}

type Pair = readonly [key: string, value: string | null];

function pairOf(client: DevClient, { item, keys }: ItemKey, value: unknown): Pair {
  const storage = storageOf(client, item);
  return [storage.key(keys), value === undefined ? null : storage.encodeValue(value)];
}

async function setStorage(client: DevClient, pairs: readonly Pair[]): Promise<void> {
  await client.rpc('dev_setStorage', pairs);
}

async function copyItems(client: DevClient, items: Extract<Wish, { kind: 'copy' }>['items']): Promise<void> {
  const ways = items.filter(({ item }) => isThere(client, item)).map(({ item, from, to }) => ({ from: storageOf(client, item).key(from), to: storageOf(client, item).key(to) }));
  const found = await rawOf(client, ways.map(({ from }) => from));
  await setStorage(client, ways.map(({ from, to }) => [to, found.get(from) ?? null]));
}

async function mineBlocks({ client, onBlock }: Bound, blocks: number): Promise<void> {
  await client.dev.mine(blocks);
  onBlock?.();
}

/** All are in the pool before the block is made. */
async function sendAll(bound: Bound, calls: readonly CallWish[]): Promise<void> {
  const { client, signer } = bound;
  const strangers = [...new Set(calls.map(({ who }) => who))].filter((who) => who !== signer?.address);
  await Promise.all(strangers.map((who) => client.dev.impersonate(who)));
  try {
    const sent = [];
    for (const { who, name, args } of calls) {
      const [pallet, call] = name.split('.') as [string, string];
      sent.push(await client.call({ type: pallet, value: { type: call, value: args } }).submit({ signer: who === signer?.address ? signer : impersonated(who) }));
    }
    await mineBlocks(bound, 1);
    await Promise.all(sent.map(({ receipt }) => receipt));
  } finally {
    await Promise.all(strangers.map((who) => client.dev.stopImpersonating(who)));
  }
}
