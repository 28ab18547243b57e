/**
 * A hyperparameter is one row: which item it sets, who may, what is checked, what else happens. The call's behaviour is
 * derived from the row, and so are documents and whatever shows hyperparameters to people.
 */

import { adminUtils } from '@taonet/abi';
import type { ArgsOf } from '@taonet/codec';
import { ensureRoot, type CallCtx, type CallHandler, type Ctx, type EncodedEvent, type Origin, type StateCtx } from '@taonet/frame';
import { refuse, type AccountId, type NetUid, type Refusal } from '@taonet/primitives';
import { ensureAdminWindowOpen, ensureSnOwnerOrRootWithLimits, recordOwnerRl } from '../subtensor/ownerAccess.ts';
import type { TransactionType } from '../subtensor/rateLimits.ts';
import { ROOT_NETUID } from '../subtensor/subnets/subnetwork.ts';
import type { Check } from './checks.ts';

type Calls = typeof adminUtils.calls;

/** A call of pallet AdminUtils. */
export type AdminCall = keyof Calls;
/** Its arguments by name. */
export type Args<N extends AdminCall> = ArgsOf<Calls[N]>;
/** The one argument that is not the subnet. */
type Value<N extends AdminCall> = Args<N>[Exclude<keyof Args<N>, 'netuid'>];

/** root: only root. owner: the subnet's owner, or root. nobody: the call is retired. */
export type Setter = 'root' | 'owner' | 'nobody';

/** What every row tells, whatever form it has. */
export interface Hyperparameter {
  readonly call: AdminCall;
  /** As clients spell it. */
  readonly name: string;
  readonly scope: 'subnet' | 'global';
  readonly who: Setter;
  /** Of the value; for amounts the smallest unit. */
  readonly unit: string;
  /** The storage item that holds it, `Pallet.Item`; undefined where it is more than one, or none. */
  readonly item: string | undefined;
  /** The value in force; the subnet counts for rows of a subnet only. */
  readonly read: ((ctx: StateCtx, netuid: NetUid) => unknown) | undefined;
  /** How often an owner may use it. */
  readonly limit: TransactionType | undefined;
  /** Refused in the last blocks before an epoch, for root too. */
  readonly window: boolean;
  /** In the order in which they are made. */
  readonly checks: readonly Pick<Check<never>, 'says' | 'refusal'>[];
  readonly docs: string;
  /** What else happens when it is set. */
  readonly effect: string | undefined;
  readonly handler: CallHandler<never>;
}

/** What is written for each row that sets one item. */
interface Row<V> {
  /** Where clients spell it otherwise than `sudo_set_<name>`. */
  readonly name?: string;
  readonly who: Exclude<Setter, 'nobody'>;
  readonly unit: string;
  readonly docs: string;
  readonly effect?: string;
  readonly checks?: readonly Check<V>[];
  /** Encoders of the events, in order; they get what the pallet's own tuple events get. */
  readonly events?: readonly ((value: V) => EncodedEvent)[];
}

interface SubnetRow<V> extends Omit<Row<V>, 'events'> {
  readonly limit?: TransactionType;
  readonly window?: true;
  readonly events?: readonly ((value: [NetUid, V]) => EncodedEvent)[];
  /** Replaces writing the item and its events. */
  readonly onSet?: (ctx: Ctx, netuid: NetUid, value: V) => void;
}

interface GlobalRow<V> extends Row<V> {
  readonly who: 'root';
  /** Replaces writing the item and its events. */
  readonly onSet?: (ctx: Ctx, value: V) => void;
}

interface CompositeRow<N extends AdminCall> extends Omit<Row<Args<N>>, 'events'> {
  readonly item?: string;
  readonly read?: (ctx: StateCtx, netuid: NetUid) => unknown;
  readonly limit?: TransactionType;
  readonly window?: true;
  readonly write: (ctx: CallCtx, args: Args<N>, origin: Origin) => void;
}

interface ItemName {
  readonly pallet: string;
  readonly name: string;
}

interface SubnetItem<V> extends ItemName {
  get(ctx: StateCtx, netuid: NetUid): unknown;
  set(ctx: StateCtx, netuid: NetUid, value: V): void;
}

interface GlobalItem<V> extends ItemName {
  get(ctx: StateCtx): unknown;
  set(ctx: StateCtx, value: V): void;
}

/** The steps every setter takes. */
interface Steps<A, V> {
  readonly who: 'root' | 'owner';
  readonly limit?: TransactionType | undefined;
  readonly window?: true | undefined;
  readonly checks?: readonly Check<V>[] | undefined;
  readonly netuidOf: (args: A) => NetUid;
  readonly valueOf: (args: A) => V;
  readonly write: (ctx: CallCtx, args: A, origin: Origin) => void;
}

/** Owner or root, rate limit, freeze window, checks, write, remember the owner's turn. */
function handlerOf<A, V>(steps: Steps<A, V>): CallHandler<A> {
  const limits = steps.limit === undefined ? [] : [steps.limit];
  return (ctx, origin, args) => {
    const netuid = steps.netuidOf(args);
    const owner = ensureSetter(ctx, origin, { who: steps.who, netuid, limits });
    if (steps.window === true) ensureAdminWindowOpen(ctx, netuid);
    const setting = { netuid, value: steps.valueOf(args), owner };
    for (const check of steps.checks ?? []) check.ensure(ctx, setting);
    steps.write(ctx, args, origin);
    recordOwnerRl(ctx, owner, netuid, limits);
  };
}

function ensureSetter(
  ctx: StateCtx,
  origin: Origin,
  { who, netuid, limits }: { who: 'root' | 'owner'; netuid: NetUid; limits: readonly TransactionType[] },
): AccountId | undefined {
  if (who === 'owner') return ensureSnOwnerOrRootWithLimits(ctx, origin, netuid, limits);
  ensureRoot(origin);
  return undefined;
}

function nameOf(call: AdminCall): string {
  return call.replace(/^sudo_(set_)?/, '');
}

/** Name of the argument that carries the value. */
function valueName(call: AdminCall): string {
  return Object.keys(adminUtils.calls[call].args).find((name) => name !== 'netuid')!;
}

function valueAt<N extends AdminCall>(args: unknown, name: string): Value<N> {
  return (args as Record<string, Value<N>>)[name]!;
}

/** A row that sets one item of a subnet. */
export function perSubnet<N extends AdminCall>(call: N, item: SubnetItem<Value<N>>, row: SubnetRow<Value<N>>): Hyperparameter {
  const name = valueName(call);
  const set = row.onSet ?? ((ctx, netuid, value): void => {
    item.set(ctx, netuid, value);
    for (const event of row.events ?? []) ctx.deposit(event([netuid, value]));
  });
  const netuidOf = (args: Args<N>): NetUid => (args as { netuid: NetUid }).netuid;
  const valueOf = (args: Args<N>): Value<N> => valueAt<N>(args, name);
  const { who, limit, window, checks } = row;
  return {
    ...described(call, row),
    scope: 'subnet',
    item: `${item.pallet}.${item.name}`,
    read: (ctx, netuid) => item.get(ctx, netuid),
    limit,
    window: window === true,
    handler: handlerOf<Args<N>, Value<N>>({
      who, limit, window, checks, netuidOf, valueOf,
      write: (ctx, args) => set(ctx, netuidOf(args), valueOf(args)),
    }),
  };
}

/** A row that sets one item of the whole chain. */
export function global<N extends AdminCall>(call: N, item: GlobalItem<Value<N>>, row: GlobalRow<Value<N>>): Hyperparameter {
  const name = valueName(call);
  const set = row.onSet ?? ((ctx, value): void => {
    item.set(ctx, value);
    for (const event of row.events ?? []) ctx.deposit(event(value));
  });
  const valueOf = (args: Args<N>): Value<N> => valueAt<N>(args, name);
  return {
    ...described(call, row),
    scope: 'global',
    item: `${item.pallet}.${item.name}`,
    read: (ctx) => item.get(ctx),
    limit: undefined,
    window: false,
    handler: handlerOf<Args<N>, Value<N>>({
      who: 'root', checks: row.checks, netuidOf: () => ROOT_NETUID, valueOf,
      write: (ctx, args) => set(ctx, valueOf(args)),
    }),
  };
}

/** A row that does something else than set one item. */
export function composite<N extends AdminCall>(call: N, row: CompositeRow<N>): Hyperparameter {
  const perNetuid = 'netuid' in adminUtils.calls[call].args;
  const { who, limit, window, checks, write } = row;
  return {
    ...described(call, row),
    scope: perNetuid ? 'subnet' : 'global',
    item: row.item,
    read: row.read,
    limit,
    window: window === true,
    handler: handlerOf<Args<N>, Args<N>>({
      who, limit, window, checks, write,
      netuidOf: (args) => (perNetuid ? (args as { netuid: NetUid }).netuid : ROOT_NETUID),
      valueOf: (args) => args,
    }),
  };
}

/** A call that keeps its index and refuses everybody. */
export function retired(call: AdminCall, refusal: Refusal, docs: string): Hyperparameter {
  return {
    ...described(call, { docs, unit: 'none', who: 'nobody', checks: [] }),
    scope: 'netuid' in adminUtils.calls[call].args ? 'subnet' : 'global',
    item: undefined,
    read: undefined,
    limit: undefined,
    window: false,
    checks: [{ says: 'retired', refusal }],
    handler: () => refuse(refusal, { call }),
  };
}

interface Described {
  readonly name?: string;
  readonly who: Setter;
  readonly unit: string;
  readonly docs: string;
  readonly effect?: string;
  readonly checks?: Hyperparameter['checks'];
}

function described(call: AdminCall, { name, who, unit, docs, effect, checks }: Described): Pick<Hyperparameter, 'call' | keyof Described> {
  return { call, name: name ?? nameOf(call), who, unit, docs, effect, checks: checks ?? [] };
}
