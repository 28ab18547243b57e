/** `root list`: who sits on root. */

import type { Neuron } from '@taonet/sdk';
import { amountText, percentText } from '../../amounts.ts';
import { withChain } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { shown } from '../../names.ts';
import { renderTable, type Column } from '../../table.ts';

const U16_MAX = 65_535;

export const run: Run = (invocation) => withChain(invocation, async ({ client }) => {
  const reads = await client.at();
  const graph = await reads.metagraph(0);
  const neurons = [...graph].sort((a, b) => Number(b.taoStake.rao - a.taoStake.rao));
  const takes = await reads.query.SubtensorModule.Delegates.many(neurons.map(({ hotkey }) => [hotkey]));
  const takeOf = new Map(neurons.map(({ hotkey }, i) => [hotkey, takes[i]! / U16_MAX]));
  const words = renderTable(neurons, [
    { head: 'uid', align: 'right', cell: ({ uid }) => String(uid) },
    { head: 'hotkey', cell: ({ hotkey, name }) => name ?? hotkey },
    { head: 'coldkey', cell: ({ coldkey }) => shown(coldkey), dropFirst: 1 },
    { head: 'root stake τ', align: 'right', cell: ({ taoStake }) => amountText(taoStake.rao) },
    { head: 'take', align: 'right', cell: ({ hotkey }) => percentText(takeOf.get(hotkey) ?? 0, 2) },
  ] satisfies readonly Column<Neuron>[], invocation.output.columns);
  return { data: { block: graph.block, members: neurons.map(({ uid, hotkey, coldkey, taoStake }) => ({ uid, hotkey, coldkey, stakeTaoRao: taoStake.rao, take: takeOf.get(hotkey) ?? 0 })) }, words };
});
