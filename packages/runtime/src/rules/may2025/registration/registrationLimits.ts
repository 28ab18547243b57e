/** How many registrations a subnet took in a block and in an interval, whoever asked. */

import type { StateCtx } from '@taonet/frame';
import { ensure, saturatingAddU16, U16_MAX, type NetUid } from '@taonet/primitives';
import { E, S } from '../pallet.ts';

/** An interval takes this many times the target number of registrations. */
const INTERVAL_FACTOR = 3;

/** So many registrations fit in an interval. */
export function intervalLimit(ctx: StateCtx, netuid: NetUid): number {
  return Math.min(S.TargetRegistrationsPerInterval.get(ctx, netuid) * INTERVAL_FACTOR, U16_MAX);
}

/**
 * refuses TooManyRegistrationsThisBlock, TooManyRegistrationsThisInterval
 * source: pallets/subtensor/src/subnets/registration.rs, do_registration, do_burned_registration @ 1b0c63a
 */
export function ensureTakesMoreRegistrations(ctx: StateCtx, netuid: NetUid): void {
  const thisBlock = S.RegistrationsThisBlock.get(ctx, netuid);
  const blockMax = S.MaxRegistrationsPerBlock.get(ctx, netuid);
  ensure(thisBlock < blockMax, E.TooManyRegistrationsThisBlock, { netuid, actual: thisBlock, required: blockMax - 1 });
  const thisInterval = S.RegistrationsThisInterval.get(ctx, netuid);
  const intervalMax = intervalLimit(ctx, netuid);
  ensure(thisInterval < intervalMax, E.TooManyRegistrationsThisInterval, { netuid, actual: thisInterval, required: intervalMax - 1 });
}

/** Counts a registration: for the term that it used, for the interval, for the block. */
export function countRegistration(ctx: StateCtx, netuid: NetUid, by: 'POWRegistrationsThisInterval' | 'BurnRegistrationsThisInterval'): void {
  for (const counter of [S[by], S.RegistrationsThisInterval, S.RegistrationsThisBlock]) counter.mutate(ctx, netuid, (count) => saturatingAddU16(count, 1));
}
