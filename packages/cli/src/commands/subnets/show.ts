/** `subnets show`: a subnet with its neurons. */

import type { Metagraph, Neuron, Reads } from '@taonet/sdk';
import { amountText } from '../../amounts.ts';
import { netuidOf, withChain, wholeNumber } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { hardwareClaims, type HardwareClaims } from '../../hardware.ts';
import { shown } from '../../names.ts';
import { slotRisk, type SlotRisk } from '../../pruning.ts';
import { renderTable, type Column } from '../../table.ts';

export interface NeuronTable {
  readonly graph: Metagraph;
  readonly risk: SlotRisk;
  readonly hardware: HardwareClaims;
}

export async function readNeuronTable(reads: Reads, netuid: number, mechanism = 0): Promise<NeuronTable> {
  const graph = await reads.metagraph(netuid, mechanism);
  const [risk, hardware] = await Promise.all([slotRisk(reads, graph), hardwareClaims(reads, graph)]);
  return { graph, risk, hardware };
}

const SORTS: Readonly<Record<string, (a: Neuron, b: Neuron) => number>> = {
  uid: (a, b) => a.uid - b.uid,
  incentive: (a, b) => b.incentive - a.incentive,
  dividends: (a, b) => b.dividends - a.dividends,
  stake: (a, b) => Number(b.totalStake - a.totalStake),
  emission: (a, b) => Number(b.emission.rao - a.emission.rao),
};

export const run: Run = (invocation) => withChain(invocation, async ({ client }) => {
  const { options, output } = invocation;
  const netuid = netuidOf(invocation);
  const reads = await client.at();
  const mechanism = wholeNumber(options['mechanism'], '--mechanism', 0);
  const [table, subnet] = await Promise.all([readNeuronTable(reads, netuid, mechanism), reads.subnet(netuid)]);
  const { graph, risk, hardware } = table;
  const neurons = [...graph].sort(SORTS[String(options['sort'] ?? 'uid')] ?? SORTS['uid']!);
  const head = [
    `Subnet ${netuid} ${graph.symbol} ${graph.name}, block ${graph.block}, epoch ${graph.blocksSinceLastStep}/${graph.tempo}, owner ${shown(graph.owner)}`,
    ...(subnet === undefined || netuid === 0 ? [] : [`price τ${amountText(subnet.price.rao, 9)}, moving τ${amountText(subnet.movingPrice.rao, 9)}, pool τ${amountText(subnet.taoIn.rao)} and α${amountText(subnet.alphaIn.rao)}`]),
    `${graph.length} of ${risk.maxNeurons} places taken${graph.length >= risk.maxNeurons && risk.order.length > 0 ? `; the next registration replaces uid ${risk.order[0]}` : ''}, weights ${graph.commitReveal ? 'committed and revealed' : 'plain'}`,
    ...(hardware.minimum === undefined ? [] : [`published minimum of hardware: ${hardware.minimum}`]),
  ];
  return { data: { netuid, mechanism, name: graph.name, block: graph.block, tempo: graph.tempo, blocksSinceLastStep: graph.blocksSinceLastStep, owner: graph.owner, ownerHotkey: graph.ownerHotkey, priceRao: subnet?.price.rao ?? null, movingPriceRao: graph.movingPrice.rao, commitReveal: graph.commitReveal, maxNeurons: risk.maxNeurons, pruningOrder: risk.order, hardwareMinimum: hardware.minimum ?? null, neurons: neurons.map((neuron) => neuronJson(neuron, table)) }, words: `${head.join('\n')}\n${renderTable(neurons, neuronColumns(table), output.columns)}` };
});

export function neuronJson(neuron: Neuron, { risk, hardware }: NeuronTable): object {
  const { uid, hotkey, coldkey, name, active, validatorPermit, incentive, dividends, consensus, trust, emission, alphaStake, taoStake, totalStake, lastUpdate, registeredAt, axon } = neuron;
  return {
    uid, hotkey, coldkey, name: name ?? null, active, validatorPermit, incentive, dividends, consensus, trust: trust ?? null, emissionAlphaRao: emission.rao, stakeAlphaRao: alphaStake.rao,
    stakeTaoRao: taoStake.rao, stakeWeightRao: totalStake, lastUpdate, registeredAt, axon: axon === undefined ? null : `${axon.ip}:${axon.port}`, immune: risk.immune.includes(uid),
    claimedHardware: hardware.claims.get(hotkey) ?? null,
  };
}

/** Columns of neurons; claims of hardware when there are any. */
export function neuronColumns({ graph, risk, hardware }: NeuronTable): readonly Column<Neuron>[] {
  const rank = new Map(risk.order.map((uid, i) => [uid, i]));
  const anyHardware = hardware.claims.size > 0;
  return [
    { head: 'uid', align: 'right', cell: ({ uid }) => String(uid) },
    { head: 'hotkey', cell: ({ hotkey, name }) => name ?? shown(hotkey) },
    { head: 'role', cell: ({ validatorPermit, active }) => `${validatorPermit ? 'validator' : 'miner'}${active ? '' : ', idle'}` },
    { head: 'stake', align: 'right', cell: ({ totalStake }) => amountText(totalStake, 2) },
    { head: 'incentive', align: 'right', cell: ({ incentive }) => incentive.toFixed(5) },
    { head: 'dividends', align: 'right', cell: ({ dividends }) => dividends.toFixed(5) },
    { head: 'consensus', align: 'right', cell: ({ consensus }) => consensus.toFixed(5), dropFirst: 3 },
    { head: 'trust', align: 'right', cell: ({ trust }) => trust?.toFixed(5) ?? '–', dropFirst: 6 },
    { head: 'emission α', align: 'right', cell: ({ emission }) => amountText(emission.rao, 6) },
    { head: 'updated, blocks ago', align: 'right', cell: ({ lastUpdate }) => String(graph.block - lastUpdate), dropFirst: 2 },
    { head: 'axon', cell: ({ axon }) => (axon === undefined ? '-' : `${axon.ip}:${axon.port}`), dropFirst: 4 },
    { head: 'goes', align: 'right', cell: ({ uid }) => (risk.immune.includes(uid) ? 'immune' : rank.has(uid) ? `${rank.get(uid)! + 1}.` : 'never'), dropFirst: 1 },
    ...(anyHardware ? [{ head: 'hardware (claimed)', cell: ({ hotkey }: Neuron) => hardware.claims.get(hotkey) ?? '-', dropFirst: 5 }] : []),
  ];
}
