/** A subnet in memory on which roles run: the test makes its blocks, and sees every secret that was committed or revealed. */

import { createHash } from 'node:crypto';
import type { ChainClient, NeuronView, SubnetRules } from '@taonet/sdk/neuron';
import { secretCommitment, type SecretChain } from '../src/index.ts';

const RULES: SubnetRules = { tempo: 20, lastEpochBlock: 0, nextEpochBlock: 20, weightsRateLimit: 0, minAllowedWeights: 1, maxWeightsLimit: 65_535, weightsVersion: 0n, commitReveal: false };

export class RoleChain {
  block = 1;
  readonly neurons: NeuronView[] = [];
  /** Hashes in the order in which they came, hex; and which of them were revealed. */
  readonly committed: string[] = [];
  readonly revealed = new Set<string>();
  readonly #listeners = new Set<() => void>();

  register(hotkey: string, validatorPermit = false): void {
    this.neurons.push({ uid: this.neurons.length, hotkey, coldkey: `coldkey of ${hotkey}`, ip: '0.0.0.0', port: 0, validatorPermit, lastUpdate: 0 });
  }

  mine(count: number): void {
    this.block += count;
    for (const listener of this.#listeners) listener();
  }

  clientOf(hotkey: string): ChainClient & SecretChain {
    return {
      subnet: (netuid) => Promise.resolve({ netuid, block: this.block, rules: RULES, ownerHotkey: undefined, neurons: [...this.neurons] }),
      serveAxon: ({ ip, port }) => {
        const uid = this.neurons.findIndex((one) => one.hotkey === hotkey);
        this.neurons[uid] = { ...this.neurons[uid]!, ip, port };
        return Promise.resolve();
      },
      setWeights: () => Promise.resolve(),
      blocks: (signal) => this.#blocks(signal),
      commit: (_, commitment, reveal) => {
        this.committed.push(Buffer.from(commitment).toString('hex'));
        if (reveal !== undefined) this.revealed.add(Buffer.from(secretCommitment(reveal)).toString('hex'));
        this.block += 1;
        return Promise.resolve({ blockNumber: this.block, blockHash: createHash('sha256').update(String(this.block)).digest('hex') });
      },
    };
  }

  async *#blocks(signal: AbortSignal): AsyncGenerator<number> {
    let wake = (): void => undefined;
    const hear = (): void => wake();
    this.#listeners.add(hear);
    signal.addEventListener('abort', hear, { once: true });
    for (let seen = 0; !signal.aborted;) {
      if (seen === this.block) await new Promise<void>((resolve) => (wake = resolve));
      else yield (seen = this.block);
    }
    this.#listeners.delete(hear);
  }
}
