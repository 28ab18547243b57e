/** `trigger prune`: a subnet is made full and a newcomer registers, so that somebody loses its place now. */

import { devKey, rao } from '@taonet/sdk';
import { netuidOf, withChain } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { ValidationError } from '../../failure.ts';
import { shown } from '../../names.ts';
import { slotRisk } from '../../pruning.ts';

/** Enough for any registration: 100,000 TAO. */
const ENOUGH_RAO = 100_000_000_000_000n;

export const run: Run = (invocation) => withChain(invocation, async ({ client, dev }) => {
  const netuid = netuidOf(invocation);
  const graph = await client.metagraph(netuid);
  const { order, maxNeurons } = await slotRisk(client, graph);
  const uid = order[0];
  if (uid === undefined) throw new ValidationError(`In subnet ${netuid} nobody can lose its place: all are the owner's.`, `taonet subnets register ${netuid} --wallet-name //Charlie`);
  const loser = graph.neurons[uid]!.hotkey;
  if (invocation.options['dryRun'] === true) return { data: { dryRun: true, netuid, uid, hotkey: loser, newcomer: null, block: graph.block }, words: `Uid ${uid} (${shown(loser)}) would lose its place.` };
  const controls = await dev();
  const newcomer = await devKey(`//Newcomer${graph.block}`);
  await controls.setBalance(newcomer.address, rao(ENOUGH_RAO));
  await controls.set('SubtensorModule.MaxAllowedUids', [netuid], graph.length);
  try {
    const receipt = await client.tx.SubtensorModule.burned_register({ netuid, hotkey: newcomer.address }).send({ signer: newcomer, signal: invocation.signal });
    const taken = receipt.find('SubtensorModule.NeuronRegistered')?.[1] ?? uid;
    const gone = graph.neurons[taken]?.hotkey ?? loser;
    return { data: { dryRun: false, netuid, uid: taken, hotkey: gone, newcomer: newcomer.address, block: receipt.block.number }, words: `Uid ${taken} (${shown(gone)}) lost its place to ${shown(newcomer.address)} in block ${receipt.block.number}.` };
  } finally {
    await controls.set('SubtensorModule.MaxAllowedUids', [netuid], maxNeurons);
  }
});
