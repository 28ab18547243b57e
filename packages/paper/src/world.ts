/** A chain in this process, under one rule set, that a row tries things on: blocks without transactions, calls, views, storage. */

import { runtimeEvent } from '@taonet/abi';
import { decode, type ApiDecl, type ApiMethodDecl, type Build, type StructValue } from '@taonet/codec';
import { BlockCtx, MemoryState, Overlay, ROOT, signed, type Backend, type Origin, type Overlay as State } from '@taonet/frame';
import type { AccountId, Crypto } from '@taonet/primitives';
import {
  adjustToDevPreset, adjustToDevPresetOfMay2025, apis, buildGenesis, callFee, createSpec, LOCAL_CONFIG, LOCALNET_ENDOWMENTS, RULES_OF_JUNE_2026, RULES_OF_MAY_2025,
  type Spec,
} from '@taonet/runtime';
import { Balances, storageUnder, System, Timestamp, type Storage } from './storage.ts';

export type RulesName = '2025-05' | '2026-06';

export interface WorldOptions {
  readonly rules: RulesName;
  /** Upstream's fast build (blocks of 250 ms); default true. */
  readonly fast?: boolean;
  /** The developer network's preset; else upstream's local network as it is born. Default true. */
  readonly dev?: boolean;
}

type ApiArgs<M> = M extends ApiMethodDecl<infer A, infer _R> ? StructValue<A> : never;
type ApiAnswer<M> = M extends ApiMethodDecl<infer _A, infer R> ? R : never;
/** An event as data: `StakeAdded` of `SubtensorModule`, and its fields. */
export interface SeenEvent {
  readonly name: string;
  readonly fields: unknown;
}

const BLOCK_MS = 12_000n;
const FAST_BLOCK_MS = 250n;
const RAO_PER_TAO = 1_000_000_000n;

/** State, crypto and build are there, so storage items read it: `world.S.Tempo.get(world, 1)`. */
export class World {
  readonly rules: RulesName;
  readonly crypto: Crypto;
  readonly build: Build;
  /** Storage items of SubtensorModule, as they read under these rules where nothing is stored. */
  readonly S: Storage;
  readonly #spec: Spec;
  #ctx: BlockCtx;

  private constructor(rules: RulesName, spec: Spec, base: Backend) {
    this.rules = rules;
    this.crypto = spec.crypto;
    this.build = spec.build;
    this.S = storageUnder(rules);
    this.#spec = spec;
    this.#ctx = contextOver(spec, base);
  }

  static create(crypto: Crypto, { rules, fast = true, dev = true }: WorldOptions): World {
    const then = rules === '2025-05';
    const spec = createSpec({ fast, powFaucet: false, liveBirth: dev, extended: true }, crypto);
    const switches = then ? RULES_OF_MAY_2025 : { ...RULES_OF_JUNE_2026, pow_registration: dev, governance: dev };
    const adjust = then ? adjustToDevPresetOfMay2025 : adjustToDevPreset;
    const { state } = buildGenesis(spec, { ...LOCAL_CONFIG, rules: switches }, dev ? adjust : undefined);
    return new World(rules, spec, new MemoryState(state));
  }

  /** A copy that goes its own way; costs nothing. */
  fork(): World {
    const base = this.#ctx.state;
    // Neither side writes to what both stand on.
    this.#ctx = contextOver(this.#spec, base);
    return new World(this.rules, this.#spec, base);
  }

  get state(): State {
    return this.#ctx.state;
  }

  /** Number of the last block. */
  get block(): number {
    return System.Number.get(this);
  }

  /** So many blocks without transactions. */
  run(blocks: number): this {
    for (let i = 0; i < blocks; i++) this.#step();
    return this;
  }

  /** Blocks until `done`, at most so many; returns how many it took. Throws when they are not enough. */
  runUntil(done: (world: World) => boolean, most: number): number {
    for (let blocks = 0; blocks <= most; blocks++) {
      if (done(this)) return blocks;
      if (blocks < most) this.#step();
    }
    throw new Error(`not within ${most} blocks`);
  }

  #step(): void {
    const number = this.block + 1;
    const parent = this.hash(`block ${number - 1}`);
    System.Number.set(this, number);
    System.ParentHash.set(this, parent);
    System.BlockHash.set(this, number - 1, parent);
    Timestamp.Now.set(this, Timestamp.Now.get(this) + (this.build.fast ? FAST_BLOCK_MS : BLOCK_MS));
    for (const { hooks } of this.#spec.pallets) hooks.onInitialize?.(this.#ctx, number);
  }

  /** Dispatches `Pallet.call`; throws when it is refused. No fee is paid. */
  call(who: AccountId | 'root', name: string, args: object = {}): void {
    const refusal = this.refusal(who, name, args);
    if (refusal !== undefined) throw new Error(`${name} (rules of ${this.rules}): ${refusal}`);
  }

  /** As `call`; what it is refused with, `Pallet.Error`. */
  refusal(who: AccountId | 'root', name: string, args: object = {}): string | undefined {
    const [pallet, call] = name.split('.') as [string, string];
    const origin: Origin = who === 'root' ? ROOT : signed(who);
    const done = this.#ctx.dispatch({ type: pallet, value: { type: call, value: args } }, origin);
    return done.ok ? undefined : done.refusal.name;
  }

  /** Fee of a call sent as a transaction, in rao; undefined for calls that are free. */
  fee(name: string, args: object): bigint | undefined {
    const [type, call] = name.split('.') as [string, string];
    return callFee(this.#ctx, { type, value: { type: call, value: args } });
  }

  /** A runtime API: `world.view(swapApi, 'current_alpha_price', { netuid: 1 })`. */
  view<const D extends ApiDecl, const N extends keyof D['methods'] & string>(trait: D, method: N, args: ApiArgs<D['methods'][N]>): ApiAnswer<D['methods'][N]> {
    const bound = (apis as Readonly<Record<string, { readonly run: (ctx: BlockCtx & { metadataAt: () => undefined }, args: unknown) => unknown } | undefined>>)[`${trait.name}_${method}`];
    if (bound === undefined) throw new Error(`no view ${trait.name}_${method}`);
    const ctx = Object.assign(contextOver(this.#spec, this.state), { metadataAt: () => undefined });
    return bound.run(ctx, args) as ApiAnswer<D['methods'][N]>;
  }

  /** Events that `work` leaves. */
  eventsOf(work: () => void): SeenEvent[] {
    const before = this.#ctx.events.records.length;
    work();
    return this.#ctx.events.records.slice(before).map(({ event }) => {
      const { type, value } = decode(runtimeEvent, event) as { readonly type: string; readonly value: { readonly type: string; readonly value?: unknown } };
      return { name: `${type}.${value.type}`, fields: value.value };
    });
  }

  /** Free TAO of an account, in rao. */
  free(who: AccountId): bigint {
    return System.Account.get(this, who).data.free;
  }

  /** Gives an account so many TAO, out of nothing: the issuance that halvings go by stays. */
  fund(who: AccountId, tao: bigint): void {
    const more = this.free(who) + tao * RAO_PER_TAO;
    this.call('root', 'Balances.force_set_balance', { who: { type: 'Id', value: who }, new_free: more });
  }

  /** An account that belongs to nobody else, named by any text; `//Alice` and the other developer keys are themselves. */
  account(name: string): AccountId {
    return LOCALNET_ENDOWMENTS.find(({ uri }) => uri === name)?.account ?? this.hash(name);
  }

  /** TAO on all accounts, in rao. */
  get balances(): bigint {
    return Balances.TotalIssuance.get(this);
  }

  hash(text: string): string {
    return [...this.crypto.blake2b256(new TextEncoder().encode(text))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }
}

function contextOver(spec: Spec, base: Backend): BlockCtx {
  return new BlockCtx(spec, new Overlay(base), { rootOf: () => '00'.repeat(32) });
}
