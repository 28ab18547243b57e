/** The steps of a setter: who, what is checked, what is written and told. There were no freeze windows and no owner rate limits. source: pallets/admin-utils/src/lib.rs @ 1b0c63a */

import { ensureRoot, type CallCtx, type EncodedEvent, type Origin, type StateCtx } from '@taonet/frame';
import { ensure, type NetUid } from '@taonet/primitives';
import { E } from '../../../pallets/adminUtils/pallet.ts';
import { ensureSubnetOwnerOrRoot } from '../../../pallets/subtensor/ownerAccess.ts';
import { ifSubnetExist } from '../../../pallets/subtensor/subnets/subnetwork.ts';

interface SubnetItem<V> {
  set(ctx: StateCtx, netuid: NetUid, value: V): void;
}

interface GlobalItem<V> {
  set(ctx: StateCtx, value: V): void;
}

/** A setter whose checks are done. */
type Setter<A> = (ctx: CallCtx, origin: Origin, args: A) => void;
type Check<A> = (ctx: StateCtx, args: A, origin: Origin) => void;
interface OfSubnet {
  readonly netuid: NetUid;
}

/** refuses SubnetDoesNotExist */
export const exists: Check<OfSubnet> = (ctx, { netuid }) => ensure(ifSubnetExist(ctx, netuid), E.SubnetDoesNotExist, { netuid, actual: 'no subnet', required: 'a subnet' });

/** Writes the argument `name` of a subnet's item. */
export function write<N extends string, V>(name: N, item: SubnetItem<V>, event?: (value: [NetUid, V]) => EncodedEvent): (ctx: CallCtx, args: OfSubnet & { readonly [K in N]: V }) => void {
  return (ctx, args) => {
    item.set(ctx, args.netuid, args[name]);
    if (event !== undefined) ctx.deposit(event([args.netuid, args[name]]));
  };
}

/** Owner or root. refuses BadOrigin */
export function byOwner<A extends OfSubnet>(work: (ctx: CallCtx, args: A) => void, ...checks: readonly Check<A>[]): Setter<A> {
  return (ctx, origin, args) => {
    ensureSubnetOwnerOrRoot(ctx, origin, args.netuid);
    for (const check of checks) check(ctx, args, origin);
    work(ctx, args);
  };
}

/** refuses BadOrigin */
export function byRoot<A>(work: (ctx: CallCtx, args: A) => void, ...checks: readonly Check<A>[]): Setter<A> {
  return (ctx, origin, args) => {
    ensureRoot(origin);
    for (const check of checks) check(ctx, args, origin);
    work(ctx, args);
  };
}

/** Root sets an item of the whole chain to the argument `name`. */
export function global<N extends string, V>(name: N, item: GlobalItem<V>, event?: (value: V) => EncodedEvent): Setter<{ readonly [K in N]: V }> {
  return byRoot((ctx, args) => {
    item.set(ctx, args[name]);
    if (event !== undefined) ctx.deposit(event(args[name]));
  });
}
