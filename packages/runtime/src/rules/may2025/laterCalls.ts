/**
 * Calls that came after May 2025 and mean something under its rules: clients of today make them. Each does what the call of then does. What has
 * no meaning there (root claims, locks, mechanisms but the first, epochs on demand) is refused.
 *
 * source: ours, docs/adr/0014
 */

import { subtensorModule } from '@taonet/abi';
import { bindCalls, ensureSigned } from '@taonet/frame';
import { ensure, type NetUid } from '@taonet/primitives';
import { MAIN_MECHANISM } from '../../pallets/subtensor/subnets/mechanismIndex.ts';
import { E, S } from './pallet.ts';
import { doBurnedRegistration } from './registration/burnedRegistration.ts';
import { doRemoveStake, doRemoveStakeLimit } from './staking/removeStake.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet } from './staking/sharePools.ts';
import { swapCalls } from './swaps/calls.ts';
import { weightCalls } from './weights/calls.ts';

/** A subnet had one mechanism. */
function ensureMain(netuid: NetUid, mechid: number): void {
  ensure(mechid === MAIN_MECHANISM, E.MechanismDoesNotExist, { netuid, actual: mechid, required: MAIN_MECHANISM });
}

export const laterCalls = bindCalls(subtensorModule, {
  register_limit(ctx, origin, { netuid, hotkey, limit_price: limit }) {
    const burn = S.Burn.get(ctx, netuid);
    ensure(burn <= limit, E.RegistrationPriceLimitExceeded, { netuid, actual: burn, required: limit });
    doBurnedRegistration(ctx, origin, netuid, hotkey);
  },
  swap_hotkey_v2: (ctx, origin, { keep_stake: _, ...swap }) => swapCalls.swap_hotkey!(ctx, origin, swap),
  remove_stake_full_limit(ctx, origin, { hotkey, netuid, limit_price: limitRao }) {
    const alpha = getStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey, coldkey: ensureSigned(origin), netuid });
    if (limitRao === undefined) doRemoveStake(ctx, origin, { hotkey, netuid, alpha });
    else doRemoveStakeLimit(ctx, origin, { hotkey, netuid, alpha }, { limitRao, allowPartial: false });
  },
  set_mechanism_weights(ctx, origin, { mecid, ...args }) {
    ensureMain(args.netuid, mecid);
    return weightCalls.set_weights!(ctx, origin, args);
  },
  commit_mechanism_weights(ctx, origin, { mecid, ...args }) {
    ensureMain(args.netuid, mecid);
    return weightCalls.commit_weights!(ctx, origin, args);
  },
  reveal_mechanism_weights(ctx, origin, { mecid, ...args }) {
    ensureMain(args.netuid, mecid);
    return weightCalls.reveal_weights!(ctx, origin, args);
  },
});
