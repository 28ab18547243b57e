import { addWeight, type BlockCtx, type Hooks, type Weight } from '@taonet/frame';
import { measured } from '../../weights/weightRow.ts';
import { S as System } from '../system/pallet.ts';
import { Ev, S } from './pallet.ts';

const LOOKED = measured(0, 0, 2, 0);
const ABSENT = measured(0, 0, 1, 0);
const REMOVED = measured(0, 0, 1, 2);

/**
 * Works off the queue of stored encrypted calls. Upstream has no way to decrypt them in the runtime, so each is dropped:
 * as expired, or as one that cannot be decoded.
 *
 * source: pallets/shield/src/lib.rs, process_pending_extrinsics @ 14bc6f9
 */
export const hooks: Hooks = {
  onInitialize(ctx) {
    const next = S.NextPendingExtrinsicIndex.get(ctx);
    const count = S.CounterForPendingExtrinsics.get(ctx);
    let weight = LOOKED;
    for (let index = next > count ? next - count : 0; index < next; index++) weight = addWeight(weight, dropPending(ctx, index));
    return weight;
  },
};

function dropPending(ctx: BlockCtx, index: number): Weight {
  const pending = S.PendingExtrinsics.get(ctx, index);
  if (pending === undefined) return ABSENT;
  const age = System.Number.get(ctx) - pending.submitted_at;
  S.PendingExtrinsics.remove(ctx, index);
  S.CounterForPendingExtrinsics.mutate(ctx, (count) => (count === 0 ? 0 : count - 1));
  ctx.deposit(age > S.ExtrinsicLifetime.get(ctx) ? Ev.ExtrinsicExpired({ index }) : Ev.ExtrinsicDecodeFailed({ index }));
  return REMOVED;
}
