/**
 * The pool of May 2025, as prices and quotes of the runtime APIs see it; the staking of that rule set trades on it directly.
 *
 * source: pallets/subtensor/src/staking/stake_utils.rs @ 1b0c63a
 */

import type { StateCtx } from '@taonet/frame';
import { constantProduct as kind, defaultLimitRao, type Reserves } from '@taonet/pools';
import type { NetUid } from '@taonet/primitives';
import { S as Subtensor } from '../../subtensor/pallet.ts';
import type { PoolRule } from './poolRule.ts';
import { decreaseReserve, emptyReserves } from './weighted.ts';

const getPool = (ctx: StateCtx, netuid: NetUid): Reserves => ({ taoReserveRao: Subtensor.SubnetTAO.get(ctx, netuid), alphaReserveRao: Subtensor.SubnetAlphaIn.get(ctx, netuid) });

/** It keeps nothing but the reserves: no fee, no weights, any proportion may be added. */
export const constantProduct: PoolRule = {
  price: (ctx, netuid) => kind.price(getPool(ctx, netuid)),
  swap: (ctx, netuid, order) => kind.swap(getPool(ctx, netuid), order),
  quote: (ctx, netuid, order) => kind.quote(getPool(ctx, netuid), order),
  anyPriceRao: defaultLimitRao,
  feeOf: () => 0n,
  decrease: decreaseReserve,
  inject: (_ctx, _netuid, injected) => injected,
  clear: emptyReserves,
  enter: () => undefined,
  leave: () => undefined,
};
