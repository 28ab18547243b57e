/** What the loops of one neuron ask of the chain, over the client; and how a validator commits its secrets. */

import type { Client, Signer } from '@taonet/sdk';
import { chainOf, type ChainClient } from '@taonet/sdk/neuron';
import type { Committed, SecretChain } from '@taonet/subnets';

export type NeuronChain = ChainClient & SecretChain;

/** Everything is signed by the hotkey; `statePath` keeps weights that are committed and not yet revealed. */
export function createNeuronChain(client: Client, hotkey: Signer, statePath: string): NeuronChain {
  return { ...chainOf(client, hotkey, { statePath }), commit: (netuid, commitment, reveal) => commit(client, hotkey, netuid, commitment, reveal) };
}

async function commit(client: Client, hotkey: Signer, netuid: number, commitment: Uint8Array, reveal: Uint8Array | undefined): Promise<Committed> {
  const fields = [{ type: 'Sha256', value: commitment }, ...(reveal === undefined ? [] : [{ type: `Raw${reveal.length}`, value: reveal }])];
  const call = { type: 'Commitments', value: { type: 'set_commitment', value: { netuid, info: { fields } } } };
  const { block: { number } } = await client.call(call).send({ signer: hotkey });
  await client.waitForBlock(number + 1);
  const { hash } = await (await client.at(number + 1)).block();
  return { blockNumber: number + 1, blockHash: hash.replace(/^0x/, '') };
}
