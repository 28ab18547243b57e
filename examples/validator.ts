/** A validator: asks the miners of subnet 1 and sets weights. usage: `node tools/run.mjs examples/validator.ts [URL [KEY [STATE]]]` */

import { connect, devKey } from '@taonet/sdk';
import { chainOf, decimal, list, runValidator, synapse } from '@taonet/sdk/neuron';

const Sum = synapse('Sum', { request: { numbers: list(decimal) }, response: { sum: decimal } });

const [url = 'local', uri = '//Alice//validator', statePath = '.cache/validator'] = process.argv.slice(2);
const hotkey = await devKey(uri);
const client = await connect(url);

const validator = await runValidator({
  client: chainOf(client, hotkey, { statePath }),
  key: hotkey,
  netuid: 1,
  statePath,
  roundBlocks: 2,
  async round({ ask }) {
    const numbers = Array.from({ length: 8 }, () => Math.floor(Math.random() * 1000));
    const right = numbers.reduce((sum, number) => sum + number, 0);
    const answers = await ask(Sum, { numbers }, { timeoutMs: 2_000 });
    return new Map(answers.map(({ miner, answer }) => [miner.uid, answer.ok && answer.body.sum === right ? 1 : 0]));
  },
  onEvent: (event) => console.log(event.what, event),
});
console.log(`uid ${validator.uid} asks`);
process.once('SIGINT', () => void validator.close().then(() => client.close()));
