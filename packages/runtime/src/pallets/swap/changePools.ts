/** Pools become pools of another kind. docs/adr/0016 */

import type { RuleSwitches } from '@taonet/abi';
import type { Ctx } from '@taonet/frame';
import { S as Subtensor } from '../subtensor/pallet.ts';
import { payOutProviders } from './liquidity/payOutProviders.ts';
import { POOL_RULES } from './pools/poolRuleOf.ts';
import { isDynamic } from './price.ts';

/**
 * Every subnet's pool keeps its reserves and its price, as near as the new kind can have it. Positions of accounts are paid out first.
 *
 * between: what else changes with the rules, done while pools are of neither kind, so that positions are paid under the rules that end
 * source: to weighted: pallets/swap/src/pallet/migrations/migrate_swapv3_to_balancer.rs @ 14bc6f9
 */
export function changePools(ctx: Ctx, from: RuleSwitches['pool'], to: RuleSwitches['pool'], between: () => void = () => undefined): void {
  if (from === to) return between();
  const netuids = Subtensor.NetworksAdded.keys(ctx).map(([netuid]) => netuid).filter((netuid) => isDynamic(ctx, netuid));
  const left = netuids.map((netuid) => {
    payOutProviders(ctx, netuid);
    return { netuid, price: POOL_RULES[from].leave(ctx, netuid) };
  });
  between();
  for (const { netuid, price } of left) POOL_RULES[to].enter(ctx, netuid, price);
}
