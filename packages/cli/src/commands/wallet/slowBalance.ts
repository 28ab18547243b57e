/** Balances by the chain's own metadata, for nodes that are not of the runtime that this program was written for. */

import type { StakePosition } from '@taonet/sdk';
import { withChain } from '../../chain.ts';
import type { Invocation } from '../../command.ts';
import type { QuickBalance } from '../../quickBalances.ts';

const ONE_ALPHA = 1_000_000_000n;

export async function slowBalances(invocation: Invocation, addresses: readonly string[]): Promise<readonly QuickBalance[]> {
  let found: readonly QuickBalance[] = [];
  await withChain(invocation, async ({ client }) => {
    const reads = await client.at();
    const [balances, subnets, stakes] = await Promise.all([reads.balances(addresses), reads.subnets(), Promise.all(addresses.map((address) => reads.stakes(address)))]);
    const priceOf = new Map(subnets.map(({ netuid, price }) => [netuid, netuid === 0 ? ONE_ALPHA : price.rao]));
    found = balances.map(({ free, reserved }, i) => ({ free: free.rao, reserved: reserved.rao, staked: worth(stakes[i]!, priceOf) }));
    return { data: null, words: '' };
  });
  return found;
}

/** In rao, at these prices for one alpha. */
export function worth(stakes: readonly StakePosition[], priceOf: ReadonlyMap<number, bigint>): bigint {
  return stakes.reduce((sum, { netuid, stake }) => sum + (stake.rao * (priceOf.get(netuid) ?? 0n)) / ONE_ALPHA, 0n);
}
