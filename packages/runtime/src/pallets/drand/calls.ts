/** Calls of pallet Drand: rounds of public randomness come in. source: pallets/drand/src/lib.rs @ 14bc6f9 */

import { drand } from '@taonet/abi';
import { bindCalls, ensureNone, ensureRoot, type StateCtx } from '@taonet/frame';
import { ensure, saturatingAddU32, saturatingAddU64, saturatingSubU64 } from '@taonet/primitives';
import { S as System } from '../system/pallet.ts';
import { E, Ev, S } from './pallet.ts';

/** Rounds of one week; older ones are removed, so many at a time. */
const KEPT_PULSES_MAX = 216_000n;
const REMOVED_PULSES_MAX = 100n;

export const calls = bindCalls(drand, {
  /**
   * Stores the pulses that the beacon signed, each later than the one before; others are left out. Whoever brought them
   * signed for it, which `validateUnsigned` has checked.
   *
   * refuses BadOrigin, PulseVerificationError, InvalidRoundNumber
   */
  write_pulse(ctx, origin, { pulses_payload }) {
    ensureNone(origin);
    const { public_key } = S.BeaconConfig.get(ctx);
    let last = S.LastStoredRound.get(ctx);
    const isFirst = last === 0n && S.OldestStoredRound.get(ctx) === 0n;
    const rounds: bigint[] = [];
    for (const pulse of pulses_payload.pulses) {
      const isGenuine = ctx.crypto.verifyPulse(public_key, pulse.round, pulse.signature);
      ensure(isGenuine !== undefined, E.PulseVerificationError, { round: pulse.round });
      if (!isGenuine) continue;
      ensure(pulse.round > last, E.InvalidRoundNumber, { actual: pulse.round, required: last + 1n });
      S.Pulses.set(ctx, pulse.round, pulse);
      last = pulse.round;
      rounds.push(last);
    }
    S.LastStoredRound.set(ctx, last);
    if (isFirst && rounds.length > 0) S.OldestStoredRound.set(ctx, rounds[0]!);
    pruneOldPulses(ctx, last);
    S.NextUnsignedAt.set(ctx, System.Number.get(ctx));
    if (rounds.length > 0) ctx.deposit(Ev.NewPulse({ rounds }));
  },

  /** Another beacon. refuses BadOrigin */
  set_beacon_config(ctx, origin, { config_payload }) {
    ensureRoot(origin);
    S.BeaconConfig.set(ctx, config_payload.config);
    S.NextUnsignedAt.set(ctx, saturatingAddU32(System.Number.get(ctx), 1));
    ctx.deposit(Ev.BeaconConfigChanged());
  },

  /** Where removal of old pulses begins. refuses BadOrigin */
  set_oldest_stored_round(ctx, origin, { oldest_round }) {
    ensureRoot(origin);
    S.OldestStoredRound.set(ctx, oldest_round);
    ctx.deposit(Ev.SetOldestStoredRound(oldest_round));
  },
});

/** source: prune_old_pulses */
function pruneOldPulses(ctx: StateCtx, last: bigint): void {
  let oldest = S.OldestStoredRound.get(ctx);
  if (oldest === 0n) return;
  for (let removed = 0n; removed < REMOVED_PULSES_MAX && saturatingAddU64(saturatingSubU64(last, oldest), 1n) > KEPT_PULSES_MAX; removed++) {
    S.Pulses.remove(ctx, oldest);
    oldest = saturatingAddU64(oldest, 1n);
  }
  S.OldestStoredRound.set(ctx, oldest);
}
