/**
 * What a signed transaction's call was asked before it came into the pool, and again in the block once its fee was taken. Dispatch
 * asked nothing: within a batch or a proxy the same call passes.
 *
 * source: pallets/subtensor/src/lib.rs, SubtensorSignedExtension; pallets/commitments/src/lib.rs, CommitmentsSignedExtension @ 1b0c63a
 */

import { invalid, type Ctx, type RuntimeCall, type ValidTransaction } from '@taonet/frame';
import { U64_MAX, type AccountId } from '@taonet/primitives';
import { CUSTOM_ERROR } from '../../../extensions/customErrors.ts';
import { asSubtensorCall, type SubtensorCall } from '../../../pallets/subtensor/guards/subtensorCall.ts';
import { ensureStakeWeight } from '../../../pallets/subtensor/weights/checks.ts';
import { S } from '../pallet.ts';
import { ensureMayServeAxon } from '../registration/serving.ts';
import { validateStakeOrder } from './validateStakeOrder.ts';

/** The highest: that of the commitments extension, which drowns the one of the call. */
const PRIORITY = U64_MAX;
/** Weights are for the next block only. */
const WEIGHTS_LONGEVITY = 1n;
const INTERVALS_OF_REGISTRATIONS = 3;

const TRANSFERS: ReadonlySet<string> = new Set(['transfer_keep_alive', 'transfer_all', 'transfer_allow_death']);

/** Throws an Invalidity, or refuses what the call itself would refuse. */
export function validateSigned(ctx: Ctx, who: AccountId, call: RuntimeCall): Partial<ValidTransaction> {
  if (call.type === 'Balances' && TRANSFERS.has(call.value.type)) ensureNoSwapScheduled(ctx, who);
  const own = asSubtensorCall(call);
  return { priority: PRIORITY, ...(own === undefined ? {} : validateOwn(ctx, who, own)) };
}

function validateOwn(ctx: Ctx, who: AccountId, call: SubtensorCall): Partial<ValidTransaction> {
  switch (call.type) {
    case 'set_weights':
    case 'commit_weights':
    case 'reveal_weights':
    case 'batch_reveal_weights':
    case 'commit_crv3_weights':
      ensureStakeWeight(ctx, who, call.value.netuid);
      return { longevity: WEIGHTS_LONGEVITY };
    case 'set_tao_weights':
      ensureStakeWeight(ctx, call.value.hotkey, call.value.netuid);
      return { longevity: WEIGHTS_LONGEVITY };
    case 'register':
    case 'burned_register':
      ensureNoSwapScheduled(ctx, who);
      ensureRoomInInterval(ctx, call.value.netuid);
      return {};
    case 'dissolve_network':
      ensureNoSwapScheduled(ctx, who);
      return {};
    case 'serve_axon':
      ensureMayServeAxon(ctx, who, call.value.netuid, call.value);
      return {};
    case 'add_stake':
    case 'add_stake_limit':
    case 'move_stake':
    case 'transfer_stake':
    case 'swap_stake':
    case 'swap_stake_limit':
      ensureNoSwapScheduled(ctx, who);
      validateStakeOrder(ctx, who, call);
      return {};
    case 'remove_stake':
    case 'remove_stake_limit':
    case 'unstake_all':
    case 'unstake_all_alpha':
      validateStakeOrder(ctx, who, call);
      return {};
    default:
      return {};
  }
}

/** A coldkey whose swap is ordered keeps what it has. */
function ensureNoSwapScheduled(ctx: Ctx, coldkey: AccountId): void {
  if (!S.ColdkeySwapScheduled.has(ctx, coldkey)) return;
  invalid({ custom: CUSTOM_ERROR.ColdkeyInSwapSchedule }, { coldkey, scheduled: S.ColdkeySwapScheduled.get(ctx, coldkey)[0] });
}

function ensureRoomInInterval(ctx: Ctx, netuid: number): void {
  const registrations = S.RegistrationsThisInterval.get(ctx, netuid);
  const max = Math.min(S.TargetRegistrationsPerInterval.get(ctx, netuid) * INTERVALS_OF_REGISTRATIONS, 65_535);
  if (registrations >= max) invalid({ custom: CUSTOM_ERROR.RateLimitExceeded }, { netuid, actual: registrations, required: max - 1 });
}
