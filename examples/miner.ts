/** A miner: answers validators on subnet 1. usage: `node tools/run.mjs examples/miner.ts [URL]`, with a node of `npm start` */

import { connect, devKey, wallet } from '@taonet/sdk';
import { chainOf, decimal, list, ownAddress, runMiner, synapse } from '@taonet/sdk/neuron';

const Sum = synapse('Sum', { request: { numbers: list(decimal) }, response: { sum: decimal } });

const hotkey = await devKey('//Bob//miner');
const client = await connect(process.argv[2] ?? 'local', { wallet: wallet.of(await devKey('bob'), hotkey) });
const registered = (await client.metagraph(1)).byHotkey(hotkey.address) !== undefined;
if (!registered) await client.register({ netuid: 1 }).send();

const miner = await runMiner({
  client: chainOf(client, hotkey),
  key: hotkey,
  netuid: 1,
  ip: ownAddress(),
  port: 0,
  onError: (error) => console.error(error),
  attach: (axon) => axon.attach(Sum, {
    forward: ({ numbers }) => ({ sum: numbers.reduce((sum, number) => sum + number, 0) }),
    limits: { perMinute: 600 },
  }),
});
console.log(`uid ${miner.uid} serves on port ${miner.port}`);
process.once('SIGINT', () => void miner.close().then(() => client.close()));
