/** Runs an operation of `@taonet/sdk/copy` on a chain in this process. Calls cost no fee there. */

import { drand, swapApi } from '@taonet/abi';
import { bindStorage } from '@taonet/frame';
import type { Asking, CallWish, ItemKey, Wish } from '@taonet/sdk/copy';
import { Rules, Swap } from '../storage.ts';
import type { World } from '../world.ts';

/** A storage item whose keys and values are not looked at here. */
interface Item {
  get(world: World, ...keys: readonly unknown[]): unknown;
  tryGet(world: World, ...keys: readonly unknown[]): unknown;
  set(world: World, ...keysAndValue: readonly unknown[]): void;
  remove(world: World, ...keys: readonly unknown[]): void;
  entries(world: World, ...keys: readonly unknown[]): unknown;
}

const Drand = bindStorage(drand);
const HASH_IN_HEX = /^0x[0-9a-f]{64}$/;

export function onWorld<T>(world: World, operation: Asking<T>): T {
  let next = operation.next();
  while (next.done !== true) next = operation.next(grant(world, next.value));
  return next.value;
}

function grant(world: World, wish: Wish): unknown {
  switch (wish.kind) {
    case 'read': return wish.items.map(({ item, keys }) => itemOf(world, item).get(world, ...keys));
    case 'entries': return itemOf(world, wish.item).entries(world, ...wish.keys);
    case 'write': return wish.items.forEach((one) => put(world, one, one.value));
    case 'copy': return wish.items.forEach(({ item, from, to }) => put(world, { item, keys: to }, itemOf(world, item).tryGet(world, ...from)));
    case 'calls': return callAll(world, wish.calls);
    case 'mine': return void world.run(wish.blocks);
    case 'block': return world.block;
    case 'balance': return world.free(wish.who);
    case 'setBalance': return world.call('root', 'Balances.force_set_balance', { who: { type: 'Id', value: wish.who }, new_free: wish.rao });
    case 'account': return world.account(`trial ${wish.name}`);
    case 'price': return world.view(swapApi, 'current_alpha_price', { netuid: wish.netuid });
    case 'exit': return world.view(swapApi, 'sim_swap_alpha_for_tao', { netuid: wish.netuid, alpha: wish.alpha }).tao_amount;
  }
}

function itemOf(world: World, name: string): Item {
  const [pallet, item] = name.split('.') as [string, string];
  const items = { SubtensorModule: world.S, Swap, Rules, Drand }[pallet] as Readonly<Record<string, unknown>> | undefined;
  const found = items?.[item];
  if (found === undefined) throw new Error(`no item ${name}`);
  return found as Item;
}

function put(world: World, { item, keys }: ItemKey, value: unknown): void {
  if (value === undefined) itemOf(world, item).remove(world, ...keys);
  else itemOf(world, item).set(world, ...keys, value);
}

/** In a block of their own, as transactions are. Hashes are written without prefix in process. */
function callAll(world: World, calls: readonly CallWish[]): void {
  world.run(1);
  for (const { who, name, args } of calls) {
    const own = Object.fromEntries(Object.entries(args).map(([arg, value]) => [arg, typeof value === 'string' && HASH_IN_HEX.test(value) ? value.slice(2) : value]));
    world.call(who, name, own);
  }
}
