/** `subnets list`, `subnets price`. */

import type { Subnet } from '@taonet/sdk';
import { amountText, percentText } from '../../amounts.ts';
import { netuidFrom, withChain } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { ValidationError } from '../../failure.ts';
import { shown } from '../../names.ts';
import { renderTable, type Column } from '../../table.ts';

const subnetJson = ({ netuid, name, symbol, price, movingPrice, owner, ownerHotkey, tempo, blocksSinceLastStep, registeredAt, taoIn, alphaIn, alphaOut, taoInEmission, alphaInEmission, alphaOutEmission, volume }: Subnet): object => ({
  netuid, name, symbol, priceRao: price.rao, movingPriceRao: movingPrice.rao, owner, ownerHotkey, tempo, blocksSinceLastStep, registeredAt,
  taoInRao: taoIn.rao, alphaInRao: alphaIn.rao, alphaOutRao: alphaOut.rao,
  taoInPerBlockRao: taoInEmission.rao, alphaInPerBlockRao: alphaInEmission.rao, alphaOutPerBlockRao: alphaOutEmission.rao, volumeRao: volume,
});

export const runList: Run = (invocation) => withChain(invocation, async ({ client }) => {
  const reads = await client.at();
  const [subnets, { number }] = await Promise.all([reads.subnets(), reads.block()]);
  const words = renderTable(subnets, [
    { head: 'subnet', align: 'right', cell: ({ netuid }) => String(netuid) },
    { head: 'name', cell: ({ name, symbol }) => `${symbol} ${name}` },
    { head: 'price τ', align: 'right', cell: ({ price }) => amountText(price.rao, 6) },
    { head: 'moving τ', align: 'right', cell: ({ movingPrice }) => amountText(movingPrice.rao, 6), dropFirst: 2 },
    { head: 'pool τ', align: 'right', cell: ({ taoIn }) => amountText(taoIn.rao, 2) },
    { head: 'pool α', align: 'right', cell: ({ alphaIn }) => amountText(alphaIn.rao, 2), dropFirst: 1 },
    { head: 'staked α', align: 'right', cell: ({ alphaOut }) => amountText(alphaOut.rao, 2), dropFirst: 1 },
    { head: 'τ per block', align: 'right', cell: ({ taoInEmission }) => amountText(taoInEmission.rao, 6), dropFirst: 3 },
    { head: 'epoch', align: 'right', cell: ({ blocksSinceLastStep, tempo }) => `${blocksSinceLastStep}/${tempo}` },
    { head: 'owner', cell: ({ owner }) => shown(owner), dropFirst: 4 },
  ] satisfies readonly Column<Subnet>[], invocation.output.columns);
  return { data: { block: number, subnets: subnets.map(subnetJson) }, words };
});

export const runPrice: Run = (invocation) => withChain(invocation, async ({ client }) => {
  const named = invocation.args['netuid'] ?? invocation.options['netuids'];
  const reads = await client.at();
  const all = await reads.subnets();
  const wantedOnes = typeof named === 'string' ? named.split(',').map(netuidFrom) : all.map(({ netuid }) => netuid);
  const subnets = wantedOnes.map((netuid) => {
    const found = all.find((one) => one.netuid === netuid);
    if (found === undefined) throw new ValidationError(`There is no subnet ${netuid}.`, 'taonet subnets list');
    return found;
  });
  const sum = all.filter(({ netuid }) => netuid !== 0).reduce((total, { movingPrice }) => total + movingPrice.rao, 0n);
  const share = ({ netuid, movingPrice }: Subnet): number => (netuid === 0 || sum === 0n ? 0 : Number(movingPrice.rao) / Number(sum));
  const words = renderTable(subnets, [
    { head: 'subnet', align: 'right', cell: ({ netuid }) => String(netuid) },
    { head: 'name', cell: ({ name }) => name },
    { head: 'price τ', align: 'right', cell: ({ price }) => amountText(price.rao, 9) },
    { head: 'moving τ', align: 'right', cell: ({ movingPrice }) => amountText(movingPrice.rao, 9) },
    { head: 'share of moving prices', align: 'right', cell: (subnet) => percentText(share(subnet)) },
  ] satisfies readonly Column<Subnet>[], invocation.output.columns);
  return { data: { prices: subnets.map((subnet) => ({ netuid: subnet.netuid, name: subnet.name, priceRao: subnet.price.rao, movingPriceRao: subnet.movingPrice.rao, share: share(subnet) })) }, words };
});
