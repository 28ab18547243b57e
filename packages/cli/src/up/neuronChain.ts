/** What the loops of one neuron ask of the chain, over the client; and how a validator commits its secrets. */

import type { Client, Signer } from '@taonet/sdk';
import { sealingKeyOf, type ChainClient, type NeuronView, type SubnetView } from '@taonet/sdk/neuron';
import type { Committed, SecretChain } from '@taonet/subnets';

export type NeuronChain = ChainClient & SecretChain;

/** Everything is signed by the hotkey. */
export function createNeuronChain(client: Client, hotkey: Signer): NeuronChain {
  return {
    subnet: (netuid) => readSubnetView(client, netuid),
    async serveAxon({ netuid, ip, port, certificate }) {
      const axon = client.serveAxon({ netuid, ip, port });
      if (certificate === undefined) return void await axon.send({ signer: hotkey });
      const { value: { value } } = axon.call as { value: { value: Record<string, unknown> } };
      await client.call({ type: 'SubtensorModule', value: { type: 'serve_axon_tls', value: { ...value, certificate } } }).send({ signer: hotkey });
    },
    async setWeights({ netuid, weights, versionKey }) {
      await client.setWeights({ netuid, weights, version: versionKey }, { signer: hotkey });
    },
    async *blocks(signal) {
      for await (const { number } of client.blocks({ signal })) yield number;
    },
    commit: (netuid, commitment, reveal) => commit(client, hotkey, netuid, commitment, reveal),
  };
}

async function readSubnetView(client: Client, netuid: number): Promise<SubnetView> {
  const at = await client.at();
  const S = at.query.SubtensorModule;
  const [metagraph, rateLimit, least, most, version, commitReveal, certificates] = await Promise.all([
    at.metagraph(netuid), S.WeightsSetRateLimit(netuid), S.MinAllowedWeights(netuid), S.MaxWeightsLimit(netuid), S.WeightsVersionKey(netuid),
    S.CommitRevealWeightsEnabled(netuid), S.NeuronCertificates.entries(netuid),
  ]);
  const sealing = new Map(certificates.map(([[, hotkey], { algorithm, public_key: publicKey }]) => [hotkey, sealingKeyOf({ algorithm, publicKey })]));
  const { block, tempo, lastStep } = metagraph;
  return {
    netuid,
    block,
    ownerHotkey: metagraph.ownerHotkey,
    rules: {
      tempo, lastEpochBlock: lastStep, nextEpochBlock: lastStep + tempo, weightsRateLimit: Number(rateLimit), minAllowedWeights: least, maxWeightsLimit: most,
      weightsVersion: version, commitReveal,
    },
    neurons: metagraph.neurons.map(({ uid, hotkey, coldkey, axon, validatorPermit, lastUpdate }): NeuronView => ({
      uid, hotkey, coldkey, ip: axon?.ip ?? '0.0.0.0', port: axon?.port ?? 0, validatorPermit, lastUpdate, sealingKey: sealing.get(hotkey),
    })),
  };
}

async function commit(client: Client, hotkey: Signer, netuid: number, commitment: Uint8Array, reveal: Uint8Array | undefined): Promise<Committed> {
  const fields = [{ type: 'Sha256', value: commitment }, ...(reveal === undefined ? [] : [{ type: `Raw${reveal.length}`, value: reveal }])];
  const call = { type: 'Commitments', value: { type: 'set_commitment', value: { netuid, info: { fields } } } };
  const { block: { number } } = await client.call(call).send({ signer: hotkey });
  await client.waitForBlock(number + 1);
  const { hash } = await (await client.at(number + 1)).block();
  return { blockNumber: number + 1, blockHash: hash.replace(/^0x/, '') };
}
