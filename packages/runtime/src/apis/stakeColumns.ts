/** Stake of every neuron of a subnet in whole units, as clients read it: alpha, root TAO, and both weighed together. */

import type { StateCtx } from '@taonet/frame';
import { I64_MAX, I64F64, type NetUid } from '@taonet/primitives';
import { computeStakeWeight } from '@taonet/yuma';
import { S } from '../pallets/subtensor/pallet.ts';
import { getInheritedForHotkeyOnSubnet, getTaoInheritedForHotkeyOnSubnet } from '../pallets/subtensor/staking/stakeWeights.ts';

export interface StakeColumns {
  readonly alpha_stake: bigint[];
  readonly tao_stake: bigint[];
  readonly total_stake: bigint[];
}

/** Upstream carries stake in a signed 64.64 format. */
const clamped = (amount: bigint): bigint => (amount > I64_MAX ? I64_MAX : amount);

/**
 * By uid; the weighed value is floored, an empty uid has none.
 *
 * source: pallets/subtensor/src/staking/stake_utils.rs, get_stake_weights_for_network @ 14bc6f9
 */
export function stakeColumns(ctx: StateCtx, netuid: NetUid): StakeColumns {
  const taoWeight = S.TaoWeight.get(ctx);
  const columns: StakeColumns = { alpha_stake: [], tao_stake: [], total_stake: [] };
  const count = S.SubnetworkN.get(ctx, netuid);
  for (let uid = 0; uid < count; uid++) {
    const hotkey = S.Keys.tryGet(ctx, netuid, uid);
    const alphaRao = hotkey === undefined ? 0n : getInheritedForHotkeyOnSubnet(ctx, hotkey, netuid);
    const taoRao = hotkey === undefined ? 0n : getTaoInheritedForHotkeyOnSubnet(ctx, hotkey, netuid);
    columns.alpha_stake.push(clamped(alphaRao));
    columns.tao_stake.push(clamped(taoRao));
    columns.total_stake.push(I64F64.saturatingToU64(computeStakeWeight({ alphaRao, taoRao, taoWeight })));
  }
  return columns;
}
