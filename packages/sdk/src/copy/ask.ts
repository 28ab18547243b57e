/**
 * What an operation on a chain wants, one wish after the other, as data. The operation is a generator: it yields a wish and is given the answer. So the
 * same words run on a network behind a client (`onClient`) and on a chain in this process, where nothing waits.
 */

/** As the driver spells accounts: SS58 on clients, hex in process. Operations only hand them on. */
export type Account = string;

export interface ItemKey {
  /** `SubtensorModule.Burn` */
  readonly item: string;
  readonly keys: readonly unknown[];
}

export interface CallWish {
  readonly who: Account;
  /** `SubtensorModule.burned_register` */
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

export type Wish =
  /** Values in the same order: what stands nowhere as the item's default, undefined where the chain has no such item. */
  | { readonly kind: 'read'; readonly items: readonly ItemKey[] }
  /** All entries below the keys: `[keys, value][]`; none where the chain has no such item. */
  | ({ readonly kind: 'entries' } & ItemKey)
  /** `undefined` removes. Outside of any block. */
  | { readonly kind: 'write'; readonly items: readonly (ItemKey & { readonly value: unknown })[] }
  /** Takes the stored bytes from one place of an item to another; what stands nowhere is removed there. Items that the chain lacks are passed over. */
  | { readonly kind: 'copy'; readonly items: readonly { readonly item: string; readonly from: readonly unknown[]; readonly to: readonly unknown[] }[] }
  /** All in the next block, with fees; each must succeed. */
  | { readonly kind: 'calls'; readonly calls: readonly CallWish[] }
  | { readonly kind: 'mine'; readonly blocks: number }
  /** Number of the newest block. */
  | { readonly kind: 'block' }
  /** Free rao. */
  | { readonly kind: 'balance'; readonly who: Account }
  | { readonly kind: 'setBalance'; readonly who: Account; readonly rao: bigint }
  /** An account that nobody else has, by any name. */
  | { readonly kind: 'account'; readonly name: string }
  /** Rao for one alpha. */
  | { readonly kind: 'price'; readonly netuid: number }
  /** Rao that so much alpha brings when it is sold at once, the pool's fee taken off; 0 when the pool cannot. */
  | { readonly kind: 'exit'; readonly netuid: number; readonly alpha: bigint };

/** An operation that ends with `T`. */
export type Asking<T> = Generator<Wish, T, unknown>;

export function* read<T>(item: string, ...keys: readonly unknown[]): Asking<T> {
  const [value] = (yield { kind: 'read', items: [{ item, keys }] }) as [T];
  return value;
}

export function* readAll<T>(items: readonly ItemKey[]): Asking<T[]> {
  return items.length === 0 ? [] : ((yield { kind: 'read', items }) as T[]);
}

export function* entries<K extends readonly unknown[], V>(item: string, ...keys: readonly unknown[]): Asking<(readonly [K, V])[]> {
  return (yield { kind: 'entries', item, keys }) as (readonly [K, V])[];
}

export function* write(item: string, keys: readonly unknown[], value: unknown): Asking<void> {
  yield { kind: 'write', items: [{ item, keys, value }] };
}

export function* call(who: Account, name: string, args: Readonly<Record<string, unknown>>): Asking<void> {
  yield { kind: 'calls', calls: [{ who, name, args }] };
}

export function* mine(blocks: number): Asking<void> {
  if (blocks > 0) yield { kind: 'mine', blocks };
}

export function* blockNumber(): Asking<number> {
  return (yield { kind: 'block' }) as number;
}

export function* balance(who: Account): Asking<bigint> {
  return (yield { kind: 'balance', who }) as bigint;
}

export function* setBalance(who: Account, rao: bigint): Asking<void> {
  yield { kind: 'setBalance', who, rao };
}

export function* account(name: string): Asking<Account> {
  return (yield { kind: 'account', name }) as Account;
}

export function* priceRao(netuid: number): Asking<bigint> {
  return (yield { kind: 'price', netuid }) as bigint;
}

export function* exitRao(netuid: number, alpha: bigint): Asking<bigint> {
  return alpha === 0n ? 0n : ((yield { kind: 'exit', netuid, alpha }) as bigint);
}
