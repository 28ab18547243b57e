/** A subnet's market and clock in one record. */

import type { subnetInfoApi } from '@taonet/abi';
import type { StateCtx } from '@taonet/frame';
import type { NetUid } from '@taonet/primitives';
import { ifSubnetExist } from '../pallets/subtensor/subnets/subnetwork.ts';
import type { ApiFound } from './handlers.ts';
import { MetagraphSource } from './metagraphFields.ts';
import { readFields } from './readFields.ts';

type DynamicInfo = ApiFound<typeof subnetInfoApi, 'get_dynamic_info'>;

/** source: pallets/subtensor/src/rpc_info/dynamic_info.rs, get_dynamic_info @ 14bc6f9 */
export function getDynamicInfo(ctx: StateCtx, netuid: NetUid): DynamicInfo | undefined {
  if (!ifSubnetExist(ctx, netuid)) return undefined;
  const source = new MetagraphSource(ctx, netuid);
  const { name, symbol, identity, subnet_emission, ...same } = readFields(source, [
    'netuid', 'name', 'symbol', 'identity', 'network_registered_at', 'owner_hotkey', 'owner_coldkey', 'tempo', 'last_step', 'blocks_since_last_step',
    'subnet_emission', 'alpha_in', 'alpha_out', 'tao_in', 'alpha_out_emission', 'alpha_in_emission', 'tao_in_emission',
    'pending_alpha_emission', 'pending_root_emission', 'subnet_volume', 'moving_price',
  ]);
  return { ...same, subnet_name: name, token_symbol: symbol, emission: subnet_emission, subnet_identity: identity };
}
