/** Calls that move stake between keys and subnets. source: pallets/subtensor/src/macros/dispatches.rs @ 14bc6f9 */

import type { subtensorModule } from '@taonet/abi';
import type { CallHandlers } from '@taonet/frame';
import * as today from '../moveStake.ts';

/** What moves stake under a rule set. */
type Moves = Pick<typeof today, 'doMoveStake' | 'doTransferStake' | 'doSwapStake'>;

/** The calls, whose arguments are the same under every rule set. */
export function createMoveCalls({ doMoveStake, doTransferStake, doSwapStake }: {
  readonly [N in keyof Moves]: (...args: Parameters<Moves[N]>) => unknown;
}): CallHandlers<(typeof subtensorModule)['calls']> {
  return {
    move_stake(ctx, origin, args) {
      doMoveStake(ctx, origin, {
        originHotkey: args.origin_hotkey, destinationHotkey: args.destination_hotkey,
        originNetuid: args.origin_netuid, destinationNetuid: args.destination_netuid, alpha: args.alpha_amount,
      });
    },
    transfer_stake(ctx, origin, args) {
      doTransferStake(ctx, origin, {
        destinationColdkey: args.destination_coldkey, hotkey: args.hotkey,
        originNetuid: args.origin_netuid, destinationNetuid: args.destination_netuid, alpha: args.alpha_amount,
      });
    },
    swap_stake(ctx, origin, args) {
      doSwapStake(ctx, origin, {
        hotkey: args.hotkey, originNetuid: args.origin_netuid, destinationNetuid: args.destination_netuid, alpha: args.alpha_amount,
      });
    },
    swap_stake_limit(ctx, origin, args) {
      doSwapStake(ctx, origin, {
        hotkey: args.hotkey, originNetuid: args.origin_netuid, destinationNetuid: args.destination_netuid, alpha: args.alpha_amount,
      }, { limitRao: args.limit_price, allowPartial: args.allow_partial });
    },
  };
}

export const moveCalls = createMoveCalls(today);
