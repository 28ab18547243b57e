/** Calls of May 2025 that move stake between keys and subnets. source: pallets/subtensor/src/macros/dispatches.rs @ 1b0c63a */

import type { subtensorModule } from '@taonet/abi';
import type { CallHandlers } from '@taonet/frame';
import { doMoveStake, doSwapStake, doTransferStake } from '../moveStake.ts';

export const moveCalls: CallHandlers<(typeof subtensorModule)['calls']> = {
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
