/** A subnet ceases to be: its pool is paid out to its stakers, then everything stored about it is removed. */

import type { Ctx } from '@taonet/frame';
import { ensure, type NetUid } from '@taonet/primitives';
import { purgeNetuid } from '../../commitments/purgeNetuid.ts';
import { payOutProviders } from '../../swap/liquidity/payOutProviders.ts';
import { clearProtocolLiquidity } from '../../swap/protocolLiquidity.ts';
import { E, Ev } from '../pallet.ts';
import { finalizeAllSubnetRootDividends } from '../staking/rootClaim/transferClaims.ts';
import { destroyAlphaInOutStakes } from './destroyAlphaInOutStakes.ts';
import { removeNetwork } from './removeNetwork.ts';
import { ifSubnetExist, ROOT_NETUID } from './subnetwork.ts';

/**
 * Removes a subnet; root cannot be.
 *
 * refuses SubnetNotExists
 * source: pallets/subtensor/src/coinbase/root.rs, do_dissolve_network @ 14bc6f9
 */
export function doDissolveNetwork(ctx: Ctx, netuid: NetUid): void {
  ensure(ifSubnetExist(ctx, netuid) && netuid !== ROOT_NETUID, E.SubnetNotExists, { netuid });
  finalizeAllSubnetRootDividends(ctx, netuid);
  payOutProviders(ctx, netuid);
  destroyAlphaInOutStakes(ctx, netuid);
  clearProtocolLiquidity(ctx, netuid);
  purgeNetuid(ctx, netuid);
  removeNetwork(ctx, netuid);
  ctx.deposit(Ev.NetworkRemoved(netuid));
}
