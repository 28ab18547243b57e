/** A miner for the subnet Store, with shards in memory: `node tools/run.mjs examples/storeMiner.ts URL NETUID`. On a local chain //Alice pays. */

import { createHash } from 'node:crypto';
import { connect, devKey, tao, wallet } from '@taonet/sdk';
import { chainOf, flag, integer, list, optional, ownAddress, refuse, runMiner, synapse, text } from '@taonet/sdk/neuron';

const Store = synapse('Store', {
  request: { op: text, id: text, bytes: optional(text), nonce: optional(text), leaves: optional(list(integer)) },
  response: { held: optional(flag), shard: optional(text), proven: optional(list(text)), proofs: optional(list(list(text))), digest: optional(text) },
  hashed: ['op', 'id', 'bytes', 'nonce'],
});
const LEAF_BYTES = 1_024;
const CAPACITY = 8_192;

const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const leafAt = (shard: Buffer, index: number): Buffer => shard.subarray(index * LEAF_BYTES, (index + 1) * LEAF_BYTES);

/** All layers, from the leaves' hashes to the root; a node without a neighbour goes up as it is. */
function tree(shard: Buffer): Buffer[][] {
  const layers = [Array.from({ length: Math.ceil(shard.length / LEAF_BYTES) }, (_, i) => sha256('\0', leafAt(shard, i)))];
  for (let top = layers[0]!; top.length > 1; layers.push(top)) {
    top = top.flatMap((node, i) => (i % 2 === 1 ? [] : i + 1 < top.length ? sha256('\u0001', node, top[i + 1]!) : node));
  }
  return layers;
}

const url = process.argv[2] ?? 'local';
const netuid = Number(process.argv[3] ?? 2);
const [alice, coldkey, hotkey] = await Promise.all([devKey('//Alice'), devKey('//mine'), devKey('//mine//hotkey')]);
const client = await connect(url, { wallet: wallet.of(coldkey, hotkey) });
const [balance] = await client.balances([coldkey.address]);
if (balance!.free.rao === 0n) await client.transfer({ to: coldkey.address, amount: tao('100') }).send({ signer: alice });
if ((await client.metagraph(netuid)).byHotkey(hotkey.address) === undefined) await client.register({ netuid }).send();

const shards = new Map<string, Buffer>();
const miner = await runMiner({
  client: chainOf(client, hotkey), key: hotkey, netuid, ip: ownAddress(), port: 0,
  axon: { limits: { perMinute: 3_000 } },
  onError: (error) => console.error(error),
  attach: (axon) => axon.attach(Store, {
    forward({ op, id, bytes, nonce, leaves }) {
      const shard = op === 'put' ? Buffer.from(bytes ?? '', 'base64') : shards.get(id);
      if (shard === undefined) throw refuse(404, 'no such shard');
      const layers = tree(shard);
      if (op === 'put' && shards.size < CAPACITY && layers.at(-1)![0]?.toString('hex') === id) shards.set(id, shard);
      if (op === 'drop') shards.delete(id);
      if (op === 'put' || op === 'drop') return { held: shards.has(id) };
      if (op === 'get') return { shard: shard.toString('base64') };
      const proven = leaves!.map((index) => leafAt(shard, index));
      const proofs = leaves!.map((index) => layers.slice(0, -1).flatMap((layer, depth) => layer[(index >> depth) ^ 1]?.toString('base64') ?? []));
      return { proven: proven.map((leaf) => leaf.toString('base64')), proofs, digest: sha256(nonce!, ...proven).toString('hex') };
    },
  }),
});
console.log(`uid ${miner.uid} serves on port ${miner.port}`);
process.once('SIGINT', () => void miner.close().then(() => client.close()));
