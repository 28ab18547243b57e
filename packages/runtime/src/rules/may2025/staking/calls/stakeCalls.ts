/** Calls of May 2025 that stake, unstake and give up stake. source: pallets/subtensor/src/macros/dispatches.rs @ 1b0c63a */

import type { subtensorModule } from '@taonet/abi';
import type { CallHandlers } from '@taonet/frame';
import { doAddStake, doAddStakeLimit } from '../addStake.ts';
import { doBurnAlpha, doRecycleAlpha } from '../recycleAlpha.ts';
import { doRemoveStake, doRemoveStakeLimit } from '../removeStake.ts';
import { doUnstakeAll, doUnstakeAllAlpha } from '../unstakeAll.ts';

export const stakeCalls: CallHandlers<(typeof subtensorModule)['calls']> = {
  add_stake(ctx, origin, { hotkey, netuid, amount_staked: tao }) {
    doAddStake(ctx, origin, { hotkey, netuid, tao });
  },
  add_stake_limit(ctx, origin, { hotkey, netuid, amount_staked: tao, limit_price: limitRao, allow_partial: allowPartial }) {
    doAddStakeLimit(ctx, origin, { hotkey, netuid, tao }, { limitRao, allowPartial });
  },
  remove_stake(ctx, origin, { hotkey, netuid, amount_unstaked: alpha }) {
    doRemoveStake(ctx, origin, { hotkey, netuid, alpha });
  },
  remove_stake_limit(ctx, origin, { hotkey, netuid, amount_unstaked: alpha, limit_price: limitRao, allow_partial: allowPartial }) {
    doRemoveStakeLimit(ctx, origin, { hotkey, netuid, alpha }, { limitRao, allowPartial });
  },
  unstake_all(ctx, origin, { hotkey }) {
    doUnstakeAll(ctx, origin, hotkey);
  },
  unstake_all_alpha(ctx, origin, { hotkey }) {
    doUnstakeAllAlpha(ctx, origin, hotkey);
  },
  recycle_alpha(ctx, origin, { hotkey, amount: alpha, netuid }) {
    doRecycleAlpha(ctx, origin, { hotkey, netuid, alpha });
  },
  burn_alpha(ctx, origin, { hotkey, amount: alpha, netuid }) {
    doBurnAlpha(ctx, origin, { hotkey, netuid, alpha });
  },
};
