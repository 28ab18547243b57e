/** What goes on in the living network, as a table: who earns, who votes, what alpha costs, who is about to lose its place. */

import type { Client, Metagraph, Subnet } from '@taonet/sdk';
import { renderTable, type Column } from '../table.ts';
import { readPruningFacts } from '../why/facts/pruningFacts.ts';

export interface NamedSubnet {
  readonly netuid: number;
  readonly title: string;
}

/** Names and behaviours by hotkey. */
export type Names = ReadonlyMap<string, { readonly name: string; readonly behaviour: string }>;

interface Row {
  readonly uid: string;
  readonly name: string;
  readonly behaviour: string;
  readonly incentive: string;
  readonly dividends: string;
  readonly emission: string;
  readonly stake: string;
  readonly note: string;
}

const COLUMNS: readonly Column<Row>[] = [
  { head: 'UID', align: 'right', cell: ({ uid }) => uid },
  { head: 'NEURON', cell: ({ name }) => name },
  { head: 'BEHAVIOUR', cell: ({ behaviour }) => behaviour, dropFirst: 1 },
  { head: 'INCENTIVE %', align: 'right', cell: ({ incentive }) => incentive },
  { head: 'DIVIDENDS %', align: 'right', cell: ({ dividends }) => dividends },
  { head: 'EMISSION α', align: 'right', cell: ({ emission }) => emission, dropFirst: 2 },
  { head: 'STAKE WEIGHT', align: 'right', cell: ({ stake }) => stake, dropFirst: 3 },
  { head: '', cell: ({ note }) => note },
];

const percent = (share: number): string => share === 0 ? '·' : (share * 100).toFixed(1);

/** One table for each subnet, at one block. */
export async function renderNetwork(client: Client, subnets: readonly NamedSubnet[], names: Names, width: number): Promise<string> {
  const at = await client.at();
  const parts = await Promise.all(subnets.map(async ({ netuid, title }) => {
    const [subnet, metagraph, pruning] = await Promise.all([at.subnet(netuid), at.metagraph(netuid), readPruningFacts(at, netuid)]);
    if (subnet === undefined) return `Subnet ${netuid} is gone.\n`;
    const leaver = pruning.neuronCount < pruning.maxUids ? undefined : pruning.next?.uid;
    return `${headOf(title, subnet, metagraph)}\n${renderTable(rowsOf(metagraph, names, leaver), COLUMNS, width)}`;
  }));
  return parts.join('\n');
}

function headOf(title: string, { netuid, price, taoIn, movingPrice }: Subnet, { block, tempo, blocksSinceLastStep }: Metagraph): string {
  return `${title} (subnet ${netuid}), block ${block}: price ${price.toNumber().toFixed(4)} TAO (average ${movingPrice.toNumber().toFixed(4)}), pool ${Math.round(taoIn.toNumber()).toLocaleString('en-US')} TAO, next epoch in ${Math.max(0, tempo - blocksSinceLastStep)} blocks`;
}

function rowsOf(metagraph: Metagraph, names: Names, leaver: number | undefined): Row[] {
  return metagraph.neurons.map(({ uid, hotkey, incentive, dividends, emission, totalStake, validatorPermit }): Row => ({
    uid: String(uid),
    name: names.get(hotkey)?.name ?? `${hotkey.slice(0, 8)}…`,
    behaviour: names.get(hotkey)?.behaviour ?? 'unknown',
    incentive: percent(incentive),
    dividends: percent(dividends),
    emission: emission.rao === 0n ? '·' : emission.toNumber().toFixed(3),
    stake: totalStake === 0n ? '·' : Math.round(Number(totalStake) / 1e9).toLocaleString('en-US'),
    note: uid === leaver ? 'loses its place next' : validatorPermit && dividends === 0 ? 'permit, no dividends yet' : '',
  }));
}
