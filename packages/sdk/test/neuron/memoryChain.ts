import type { ChainClient, NeuronView, SubnetRules, SubnetView, WeightVector } from '../../src/neuron/index.ts';
import { sealingKeyOf } from '../../src/neuron/index.ts';

const RULES: SubnetRules = { tempo: 20, lastEpochBlock: 0, nextEpochBlock: 20, weightsRateLimit: 0, minAllowedWeights: 1, maxWeightsLimit: 65_535, weightsVersion: 0n, commitReveal: false };

/** A subnet in memory whose blocks the test makes; each hotkey has a client of its own. */
export class MemoryChain {
  block = 1;
  rules = RULES;
  readonly neurons: NeuronView[] = [];
  readonly weights: { readonly hotkey: string; readonly block: number; readonly weights: WeightVector }[] = [];
  failNext: Error | undefined;
  readonly #listeners = new Set<(block: number) => void>();

  register(hotkey: string, validatorPermit = false): void {
    this.neurons.push({ uid: this.neurons.length, hotkey, coldkey: 'cold', ip: '0.0.0.0', port: 0, validatorPermit, lastUpdate: 0 });
  }

  replace(uid: number, changed: Partial<NeuronView>): void {
    this.neurons[uid] = { ...this.neurons[uid]!, ...changed };
  }

  mine(count = 1): void {
    this.block += count;
    for (const listener of this.#listeners) listener(this.block);
  }

  clientOf(hotkey: string): ChainClient {
    const uidOf = (): number => this.neurons.findIndex((neuron) => neuron.hotkey === hotkey);
    return {
      subnet: (netuid) => Promise.resolve<SubnetView>({ netuid, block: this.block, rules: this.rules, ownerHotkey: undefined, neurons: [...this.neurons] }),
      serveAxon: async ({ ip, port, certificate }) => {
        const sealingKey = certificate === undefined ? undefined : sealingKeyOf({ algorithm: certificate[0]!, publicKey: certificate.subarray(1) });
        this.replace(uidOf(), { ip, port, sealingKey });
      },
      setWeights: async ({ weights }) => {
        const failure = this.failNext;
        this.failNext = undefined;
        if (failure !== undefined) throw failure;
        this.weights.push({ hotkey, block: this.block, weights });
        this.replace(uidOf(), { lastUpdate: this.block });
      },
      blocks: (signal) => this.#blocks(signal),
    };
  }

  async *#blocks(signal: AbortSignal): AsyncGenerator<number> {
    const queue: number[] = [this.block];
    let wake = (): void => undefined;
    const hear = (block: number): void => {
      queue.push(block);
      wake();
    };
    this.#listeners.add(hear);
    signal.addEventListener('abort', () => wake(), { once: true });
    while (!signal.aborted) {
      const block = queue.shift();
      if (block === undefined) await new Promise<void>((resolve) => (wake = resolve));
      else yield block;
    }
    this.#listeners.delete(hear);
  }
}
