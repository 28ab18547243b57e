/** `liquidity list`: positions of a coldkey. */

import { computeRemoveLiquidity } from '@taonet/pools';
import type { Reads } from '@taonet/sdk';
import { amountText } from '../../amounts.ts';
import { netuidFrom, withChain } from '../../chain.ts';
import type { Invocation, Run } from '../../command.ts';
import { shown } from '../../names.ts';
import { renderTable, type Column } from '../../table.ts';
import { accountAddress } from '../../wallets.ts';
import { poolKindOf, positionOf, priceRaoOf, readPool, tickPriceRao } from './poolReads.ts';

export interface ShownPosition {
  readonly netuid: number;
  readonly positionId: bigint;
  readonly tickLow: number;
  readonly tickHigh: number;
  readonly priceLowRao: bigint;
  readonly priceHighRao: bigint;
  readonly priceRao: bigint;
  readonly inRange: boolean;
  readonly liquidity: bigint;
  readonly taoRao: bigint;
  readonly alphaRao: bigint;
  readonly feeTaoRao: bigint;
  readonly feeAlphaRao: bigint;
}

/** A coldkey's positions on a subnet, in the order of their numbers. */
export async function positionsOf(reads: Reads, coldkey: string, netuid: number): Promise<readonly ShownPosition[]> {
  const stored = (await reads.query.Swap.Positions.entries(netuid, coldkey)).map(([, value]) => value);
  const pool = await readPool(reads, netuid, stored.flatMap(({ tick_low, tick_high }) => [tick_low, tick_high]));
  return stored.sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((one) => {
    const closed = computeRemoveLiquidity(pool, positionOf(one));
    if (!closed.ok) return [];
    const { tao, alpha, fees, position: { tickLow, tickHigh, liquidity } } = closed;
    return [{
      netuid, positionId: one.id, tickLow, tickHigh, priceLowRao: tickPriceRao(tickLow), priceHighRao: tickPriceRao(tickHigh), priceRao: priceRaoOf(pool.sqrtPrice),
      inRange: tickLow <= pool.currentTick && pool.currentTick < tickHigh, liquidity, taoRao: tao, alphaRao: alpha, feeTaoRao: fees.tao, feeAlphaRao: fees.alpha,
    }];
  });
}

function askedNetuid({ args, options }: Invocation): number | undefined {
  const named = args['netuid'] ?? options['netuid'];
  return named === undefined ? undefined : netuidFrom(String(named));
}

export const run: Run = (invocation) => withChain(invocation, async ({ client, wallet }) => {
  const named = invocation.options['ss58'];
  const coldkey = typeof named === 'string' ? await accountAddress(named, invocation) : (await wallet.coldkeypub()).address;
  const asked = askedNetuid(invocation);
  const reads = await client.at();
  const pool = await poolKindOf(reads);
  const netuids = asked === undefined ? (await reads.query.SubtensorModule.NetworksAdded.keys()).map(([netuid]) => netuid).sort((a, b) => a - b) : [asked];
  const positions = pool === 'Concentrated' ? (await Promise.all(netuids.map((netuid) => positionsOf(reads, coldkey, netuid)))).flat() : [];
  const range = (one: ShownPosition): string => `${amountText(one.priceLowRao, 4)} – ${amountText(one.priceHighRao, 4)}`;
  const words = positions.length === 0
    ? `${shown(coldkey)} has no positions${pool === 'Concentrated' ? '. Begin: taonet liquidity add 1 --price-low 0.2 --price-high 0.6 --tao 1' : `: pools of this chain are ${pool}`}.`
    : renderTable(positions, [
      { head: 'subnet', align: 'right', cell: ({ netuid }) => String(netuid) },
      { head: 'position', align: 'right', cell: ({ positionId }) => String(positionId) },
      { head: 'price τ from – to', cell: range },
      { head: 'earns', cell: ({ inRange }) => (inRange ? 'yes' : 'no') },
      { head: 'τ', align: 'right', cell: ({ taoRao }) => amountText(taoRao) },
      { head: 'α', align: 'right', cell: ({ alphaRao }) => amountText(alphaRao) },
      { head: 'fees τ', align: 'right', cell: ({ feeTaoRao }) => amountText(feeTaoRao, 6) },
      { head: 'fees α', align: 'right', cell: ({ feeAlphaRao }) => amountText(feeAlphaRao, 6) },
      { head: 'liquidity', align: 'right', cell: ({ liquidity }) => String(liquidity), dropFirst: 1 },
    ] satisfies readonly Column<ShownPosition>[], invocation.output.columns).trimEnd();
  return { data: { coldkey, pool, netuid: asked ?? null, positions }, words };
});
