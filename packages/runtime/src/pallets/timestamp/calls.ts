import { timestamp } from '@taonet/abi';
import { bindCalls, ensureNone } from '@taonet/frame';
import { defect } from '@taonet/primitives';
import { ensureSlotOfTime, slotMs } from '../aura/slots.ts';
import { S } from './pallet.ts';

/** source: pallet-timestamp 40.0.0, lib.rs */
export const calls = bindCalls(timestamp, {
  /** Sets the time of the block, in ms since 1970. A time that does not fit makes the block invalid. */
  set(ctx, origin, { now }) {
    ensureNone(origin);
    if (S.DidUpdate.has(ctx)) throw defect('TimestampSetTwice', { now });
    const before = S.Now.get(ctx);
    const least = before === 0n ? 0n : before + slotMs(ctx) / 2n;
    if (now < least) throw defect('TimestampTooEarly', { now, least });
    S.Now.set(ctx, now);
    S.DidUpdate.set(ctx, true);
    ensureSlotOfTime(ctx, now);
  },
});
