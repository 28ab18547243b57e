import type { StateCtx } from '@taonet/frame';
import type { AccountId, NetUid, Refusal } from '@taonet/primitives';
import { mechanismStorageIndex } from '@taonet/yuma';
import { E, S } from '../pallet.ts';
import { ensurePassesRateLimit } from '../rateLimits.ts';
import { ensureRateLimit } from '../weights/checks.ts';
import type { SubtensorCall } from './subtensorCall.ts';

/**
 * Weights not too soon after the last update, subnets not too soon after the last one.
 *
 * refuses CommittingWeightsTooFast, SettingWeightsTooFast, NetworkTxRateLimitExceeded
 * source: pallets/subtensor/src/guards/check_rate_limits.rs @ 14bc6f9
 */
export function checkRateLimits(ctx: StateCtx, who: AccountId, call: SubtensorCall): void {
  switch (call.type) {
    case 'commit_weights':
      return ensureOldUpdate(ctx, { who, netuid: call.value.netuid, index: call.value.netuid }, E.CommittingWeightsTooFast);
    case 'commit_mechanism_weights': {
      const { netuid, mecid } = call.value;
      return ensureOldUpdate(ctx, { who, netuid, index: mechanismStorageIndex(netuid, mecid) }, E.CommittingWeightsTooFast);
    }
    case 'set_weights': {
      const { netuid } = call.value;
      if (S.CommitRevealWeightsEnabled.get(ctx, netuid)) return;
      return ensureOldUpdate(ctx, { who, netuid, index: netuid }, E.SettingWeightsTooFast);
    }
    case 'set_mechanism_weights': {
      const { netuid, mecid } = call.value;
      if (S.CommitRevealWeightsEnabled.get(ctx, netuid)) return;
      return ensureOldUpdate(ctx, { who, netuid, index: mechanismStorageIndex(netuid, mecid) }, E.SettingWeightsTooFast);
    }
    case 'register_network':
      return ensurePassesRateLimit(ctx, 'RegisterNetwork', who, E.NetworkTxRateLimitExceeded);
    default:
  }
}

/** Lets hotkeys pass that are not on the subnet: the call itself refuses them. */
function ensureOldUpdate(ctx: StateCtx, { who, netuid, index }: { readonly who: AccountId; readonly netuid: NetUid; readonly index: number }, refusal: Refusal): void {
  const uid = S.Uids.get(ctx, netuid, who);
  if (uid === undefined) return;
  ensureRateLimit(ctx, index, uid, refusal);
}
