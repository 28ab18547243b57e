/** A subnet's neurons in columns, and what each of their hotkeys last earned on every subnet. */

import type { subnetInfoApi } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import type { AccountId, NetUid } from '@taonet/primitives';
import { S } from '../pallets/subtensor/pallet.ts';
import { getAllSubnetNetuids, ifSubnetExist } from '../pallets/subtensor/subnets/subnetwork.ts';
import type { ApiFound } from './handlers.ts';
import { MetagraphSource } from './metagraphFields.ts';
import { readFields } from './readFields.ts';

type SubnetState = ApiFound<typeof subnetInfoApi, 'get_subnet_state'>;

/**
 * One row per subnet in storage order, one value per hotkey.
 *
 * source: pallets/subtensor/src/rpc_info/show_subnet.rs, get_emissions_history @ 14bc6f9
 */
function getEmissionsHistory(ctx: StateCtx, hotkeys: readonly AccountId[]): bigint[][] {
  return getAllSubnetNetuids(ctx).map((netuid) => hotkeys.map((hotkey) => S.LastHotkeyEmissionOnNetuid.get(ctx, hotkey, netuid)));
}

/** source: pallets/subtensor/src/rpc_info/show_subnet.rs, get_subnet_state @ 14bc6f9 */
export function getSubnetState(ctx: StateCtx, netuid: NetUid): SubnetState | undefined {
  if (!ifSubnetExist(ctx, netuid)) return undefined;
  const source = new MetagraphSource(ctx, netuid);
  return {
    ...readFields(source, [
      'netuid', 'hotkeys', 'coldkeys', 'active', 'validator_permit', 'pruning_score', 'last_update', 'emission', 'dividends', 'incentives', 'consensus',
      'trust', 'rank', 'block_at_registration', 'alpha_stake', 'tao_stake', 'total_stake',
    ]),
    emission_history: getEmissionsHistory(ctx, source.hotkeys),
  };
}
