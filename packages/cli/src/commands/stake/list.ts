/** `stake list`: what a coldkey has staked, and what it is worth. */

import type { StakePosition } from '@taonet/sdk';
import { amountText } from '../../amounts.ts';
import { withChain } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { shown } from '../../names.ts';
import { renderTable, type Column } from '../../table.ts';
import { accountAddress } from '../../wallets.ts';

const ONE_ALPHA = 1_000_000_000n;

export const run: Run = (invocation) => withChain(invocation, async ({ client, wallet }) => {
  const named = invocation.args['account'] ?? invocation.options['ss58'];
  const coldkey = typeof named === 'string' ? await accountAddress(named, invocation) : (await wallet.coldkeypub()).address;
  const reads = await client.at();
  const [stakes, subnets, { free }] = await Promise.all([reads.stakes(coldkey), reads.subnets(), reads.balance(coldkey)]);
  const subnetOf = new Map(subnets.map((subnet) => [subnet.netuid, subnet]));
  const priceOf = (netuid: number): bigint => (netuid === 0 ? ONE_ALPHA : subnetOf.get(netuid)?.price.rao ?? 0n);
  const worth = ({ netuid, stake }: StakePosition): bigint => (stake.rao * priceOf(netuid)) / ONE_ALPHA;
  const total = stakes.reduce((sum, one) => sum + worth(one), 0n);
  const table = renderTable(stakes, [
    { head: 'subnet', align: 'right', cell: ({ netuid }) => String(netuid) },
    { head: 'name', cell: ({ netuid }) => subnetOf.get(netuid)?.name ?? '', dropFirst: 1 },
    { head: 'hotkey', cell: ({ hotkey }) => shown(hotkey) },
    { head: 'stake α', align: 'right', cell: ({ stake }) => amountText(stake.rao, 6) },
    { head: 'price τ', align: 'right', cell: ({ netuid }) => amountText(priceOf(netuid), 6) },
    { head: 'worth τ', align: 'right', cell: (one) => amountText(worth(one), 4) },
    { head: 'emission α per epoch', align: 'right', cell: ({ emission }) => amountText(emission.rao, 6), dropFirst: 2 },
    { head: 'registered', cell: ({ isRegistered }) => (isRegistered ? 'yes' : 'no'), dropFirst: 3 },
  ] satisfies readonly Column<StakePosition>[], invocation.output.columns);
  return {
    data: { coldkey, freeRao: free.rao, stakes: stakes.map((one) => ({ netuid: one.netuid, hotkey: one.hotkey, stakeAlphaRao: one.stake.rao, priceRao: priceOf(one.netuid), worthRao: worth(one), emissionAlphaRao: one.emission.rao, isRegistered: one.isRegistered })), totalWorthRao: total },
    words: stakes.length === 0 ? `${shown(coldkey)} has staked nothing. Begin: taonet stake add --netuid 1 --amount 1` : `${table}free τ${amountText(free.rao)}, staked worth τ${amountText(total)}`,
  };
});
