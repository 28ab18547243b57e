import { join } from 'node:path';
import type { Client, Snapshot } from '../../client/client.ts';
import type { Signer } from '../../signer.ts';
import { DIALECT_VERSION } from '../auth/sdk10.ts';
import { sealingKeyOf } from '../auth/sealing.ts';
import type { ChainClient, NeuronView, SubnetRules, SubnetView } from './chainView.ts';
import { PendingReveals } from './pendingReveals.ts';

export interface ChainOptions {
  /** Folder for weights that are committed and not yet revealed; without one a restart loses them. */
  readonly statePath?: string | undefined;
  /** Reveals that failed, connections that broke: both are tried again. */
  readonly onError?: (error: unknown) => void;
  /** Pause before blocks are followed again after a break; 3 s when left out. */
  readonly retryMs?: number;
}

/** What the loops need of the chain, from a client and the hotkey that signs. */
export function chainOf(client: Client, key: Signer, { statePath, onError, retryMs = 3_000 }: ChainOptions = {}): ChainClient {
  const reveals = new PendingReveals({ path: statePath && join(statePath, 'commits.json'), reveal: (commit, signal) => client.revealWeights(commit, { signer: key, signal }), onError });
  return {
    async subnet(netuid) {
      return readSubnet(await client.at(), netuid);
    },
    async serveAxon({ netuid, ip, port, certificate }) {
      const plain = client.serveAxon({ netuid, ip, port, version: DIALECT_VERSION });
      const { value } = plain.call.value as { readonly value: Parameters<typeof client.tx.SubtensorModule.serve_axon>[0] };
      const transaction = certificate === undefined ? plain : client.tx.SubtensorModule.serve_axon_tls({ ...value, certificate });
      await transaction.send({ signer: key });
    },
    async setWeights({ netuid, weights, versionKey }) {
      const { commit } = await client.setWeights({ netuid, weights, version: versionKey }, { signer: key });
      if (commit !== undefined) await reveals.add(commit);
    },
    async *blocks(signal) {
      await reveals.resume(signal);
      while (!signal.aborted) {
        try {
          for await (const { number } of client.blocks({ signal })) yield number;
        } catch (error) {
          if (signal.aborted) return;
          onError?.(error);
          await new Promise<void>((resolve) => setTimeout(resolve, retryMs));
        }
      }
    },
  };
}

async function readSubnet(at: Snapshot, netuid: number): Promise<SubnetView> {
  const { SubtensorModule } = at.query;
  const [metagraph, certificates, epochs, rateLimit, minWeights, maxWeights, version] = await Promise.all([
    at.metagraph(netuid),
    SubtensorModule.NeuronCertificates.entries(netuid),
    at.epochs(netuid),
    SubtensorModule.WeightsSetRateLimit(netuid),
    SubtensorModule.MinAllowedWeights(netuid),
    SubtensorModule.MaxWeightsLimit(netuid),
    SubtensorModule.WeightsVersionKey(netuid),
  ]);
  const sealing = new Map(certificates.map(([[, hotkey], { algorithm, public_key }]) => [hotkey, sealingKeyOf({ algorithm, publicKey: public_key })]));
  const rules: SubnetRules = {
    tempo: metagraph.tempo,
    lastEpochBlock: epochs.lastEpochBlock,
    nextEpochBlock: epochs.nextEpochBlock ?? Infinity,
    weightsRateLimit: Number(rateLimit),
    minAllowedWeights: minWeights,
    maxWeightsLimit: maxWeights,
    weightsVersion: version,
    commitReveal: metagraph.commitReveal,
  };
  const neurons = metagraph.neurons.map(({ uid, hotkey, coldkey, axon, validatorPermit, lastUpdate }): NeuronView =>
    ({ uid, hotkey, coldkey, ip: axon?.ip ?? '0.0.0.0', port: axon?.port ?? 0, validatorPermit, lastUpdate, sealingKey: sealing.get(hotkey) }));
  return { netuid, block: metagraph.block, rules, ownerHotkey: metagraph.ownerHotkey, neurons };
}
