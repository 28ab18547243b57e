/** Calls that stake, unstake and give up stake. source: pallets/subtensor/src/macros/dispatches.rs @ 14bc6f9 */

import type { subtensorModule } from '@taonet/abi';
import type { CallHandlers } from '@taonet/frame';
import { doAddStake, doAddStakeLimit } from '../addStake.ts';
import { doAddStakeBurn, doBurnAlpha, doRecycleAlpha } from '../recycleAlpha.ts';
import { doRemoveStake, doRemoveStakeFullLimit, doRemoveStakeLimit } from '../removeStake.ts';
import { doUnstakeAll, doUnstakeAllAlpha } from '../unstakeAll.ts';

export const stakeCalls: CallHandlers<(typeof subtensorModule)['calls']> = {
  add_stake(ctx, origin, { hotkey, netuid, amount_staked: tao }) {
    doAddStake(ctx, origin, { hotkey, netuid, tao });
  },
  add_stake_limit(ctx, origin, { hotkey, netuid, amount_staked: tao, limit_price: limitRao, allow_partial: allowPartial }) {
    doAddStakeLimit(ctx, origin, { hotkey, netuid, tao }, { limitRao, allowPartial });
  },
  add_stake_burn(ctx, origin, { hotkey, netuid, amount: tao, limit }) {
    doAddStakeBurn(ctx, origin, { hotkey, netuid, tao }, limit);
  },
  remove_stake(ctx, origin, { hotkey, netuid, amount_unstaked: alpha }) {
    doRemoveStake(ctx, origin, { hotkey, netuid, alpha });
  },
  remove_stake_limit(ctx, origin, { hotkey, netuid, amount_unstaked: alpha, limit_price: limitRao, allow_partial: allowPartial }) {
    doRemoveStakeLimit(ctx, origin, { hotkey, netuid, alpha }, { limitRao, allowPartial });
  },
  remove_stake_full_limit(ctx, origin, { hotkey, netuid, limit_price: limitRao }) {
    doRemoveStakeFullLimit(ctx, origin, { hotkey, netuid, limitRao });
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
