/** What is checked of a new value, each check with the words and the refusal that go with it. */

import type { StateCtx } from '@taonet/frame';
import { refuse, type AccountId, type NetUid, type Refusal } from '@taonet/primitives';
import { ifSubnetExist, ROOT_NETUID } from '../subtensor/subnets/subnetwork.ts';
import { E } from './pallet.ts';

/** A value about to be set. */
export interface Setting<V> {
  /** Root's number for values of the whole chain. */
  readonly netuid: NetUid;
  readonly value: V;
  /** The subnet's owner who sets it; undefined when it is root. */
  readonly owner: AccountId | undefined;
}

export interface Check<V> {
  /** What must hold, in words. */
  readonly says: string;
  readonly refusal: Refusal;
  ensure(ctx: StateCtx, setting: Setting<V>): void;
}

/** What a check compares, for people to read: looked up only when it fails. */
export interface Compared<V> {
  /** The value itself unless given. */
  readonly actual?: (value: V) => string | number | bigint;
  /** The bound; the words unless given. */
  readonly required?: (ctx: StateCtx, setting: Setting<V>) => number | bigint;
}

/** Refuses unless `holds`. */
export function check<V>(says: string, refusal: Refusal, holds: (ctx: StateCtx, setting: Setting<V>) => boolean, compared: Compared<V> = {}): Check<V> {
  return {
    says,
    refusal,
    ensure: (ctx, setting) => {
      if (holds(ctx, setting)) return;
      const { netuid, value } = setting;
      refuse(refusal, { netuid, actual: compared.actual?.(value) ?? shown(value), required: compared.required?.(ctx, setting) ?? says });
    },
  };
}

const shown = (value: unknown): string | number | bigint => (typeof value === 'number' || typeof value === 'bigint' ? value : String(value));

/** `min ≤ value ≤ max`; the words may give the bounds in another unit. */
export function within<V extends number | bigint>(min: V, max: V, refusal: Refusal, says = `${min} to ${max}`): Check<V> {
  return check(says, refusal, (_, { value }) => value >= min && value <= max, { required: (_, { value }) => (value < min ? min : max) });
}

/** `value ≥ min`. */
export function atLeast<V extends number | bigint>(min: V, refusal: Refusal): Check<V> {
  return check(`at least ${min}`, refusal, (_, { value }) => value >= min, { required: () => min });
}

/** As `one`, for owners only. */
export function ofOwner<V>(one: Check<V>): Check<V> {
  return {
    says: `owner: ${one.says}`,
    refusal: one.refusal,
    ensure: (ctx, setting) => {
      if (setting.owner !== undefined) one.ensure(ctx, setting);
    },
  };
}

export const SUBNET_EXISTS: Check<unknown> = check('the subnet exists', E.SubnetDoesNotExist, (ctx, { netuid }) => ifSubnetExist(ctx, netuid), { actual: () => 'no subnet' });

export const NOT_ROOT_SUBNET: Check<unknown> = check('not the root subnet', E.NotPermittedOnRootSubnet, (_, { netuid }) => netuid !== ROOT_NETUID, { actual: () => 'the root subnet' });
