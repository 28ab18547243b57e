/** `watch`: a subnet's neurons and price, block by block. */

import { amountText, percentText } from '../../amounts.ts';
import { netuidOf, wholeNumber, withChain } from '../../chain.ts';
import type { Outcome, Run } from '../../command.ts';
import { toJson } from '../../output.ts';
import { shown } from '../../names.ts';
import { renderTable } from '../../table.ts';
import { neuronColumns, neuronJson, readNeuronTable, type NeuronTable } from '../subnets/show.ts';

const CLEAR = '\u001b[H\u001b[J';

interface Seen {
  readonly table: NeuronTable;
  readonly price: bigint;
}

export const run: Run = (invocation) => withChain(invocation, async ({ client }): Promise<Outcome | void> => {
  const { options, output } = invocation;
  const netuid = netuidOf(invocation);
  const count = options['count'] === undefined ? Number.POSITIVE_INFINITY : wholeNumber(options['count'], '--count');
  let first: bigint | undefined;
  let seen = 0;
  const look = async (block: number): Promise<Seen> => {
    const reads = await client.at(block);
    const [table, price] = await Promise.all([readNeuronTable(reads, netuid), reads.price(netuid)]);
    first ??= price.rao;
    return { table, price: price.rao };
  };
  let hasReader = true;
  process.stdout.once('error', () => { hasReader = false; });
  output.endWork();
  try {
    for await (const { number } of client.blocks({ signal: invocation.signal })) {
      if (!hasReader) return;
      const now = await look(number);
      seen += 1;
      if (seen >= count) return { data: watchJson(now), words: words(now, first!, output.columns) };
      if (output.json) process.stdout.write(`${JSON.stringify(toJson(watchJson(now)))}\n`);
      else process.stdout.write(`${process.stdout.isTTY ? CLEAR : ''}${words(now, first!, output.columns)}`);
    }
  } catch (error) {
    // Ctrl-C is how this ends well.
    if (!invocation.signal.aborted) throw error;
  }
});

function watchJson({ table, price }: Seen): object {
  const { graph, risk } = table;
  return { netuid: graph.netuid, block: graph.block, blocksSinceLastStep: graph.blocksSinceLastStep, tempo: graph.tempo, priceRao: price, movingPriceRao: graph.movingPrice.rao, nextToGo: graph.length >= risk.maxNeurons ? risk.order[0] ?? null : null, freePlaces: Math.max(0, risk.maxNeurons - graph.length), neurons: graph.neurons.map((neuron) => neuronJson(neuron, table)) };
}

function words({ table, price }: Seen, first: bigint, width: number): string {
  const { graph, risk } = table;
  const change = first === 0n ? 0 : Number(price - first) / Number(first);
  const free = risk.maxNeurons - graph.length;
  const slot = risk.order[0] === undefined ? 'nobody can lose a place' : `${free > 0 ? `${free} places are free; then` : 'the next registration replaces'} uid ${risk.order[0]} (${shown(graph.neurons[risk.order[0]]!.hotkey)})${free > 0 ? ' goes first' : ''}`;
  return [
    `Subnet ${graph.netuid} ${graph.symbol} ${graph.name}  block ${graph.block}  epoch ${graph.blocksSinceLastStep}/${graph.tempo}`,
    `price τ${amountText(price, 9)} (${change >= 0 ? '+' : ''}${percentText(change, 2)} since the start), moving τ${amountText(graph.movingPrice.rao, 9)}`,
    slot,
    renderTable([...graph], neuronColumns(table), width),
  ].join('\n');
}
