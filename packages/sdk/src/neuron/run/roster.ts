import { isServing } from '../ask/target.ts';
import { neuronError } from '../errors.ts';
import type { ChainClient, NeuronView, SubnetRules, SubnetView } from './chainView.ts';

/** A UID that is another neuron's now, or nobody's. */
export interface HotkeyChange {
  readonly uid: number;
  readonly was: string;
  /** Undefined when the UID is gone. */
  readonly now: string | undefined;
}

/** A subnet's neurons as of the last sync. */
export class Roster {
  readonly #client: ChainClient;
  readonly #netuid: number;
  #view: SubnetView | undefined;
  #byHotkey = new Map<string, NeuronView>();

  constructor(client: ChainClient, netuid: number) {
    this.#client = client;
    this.#netuid = netuid;
  }

  /** Reads the subnet again. returns: which UIDs changed hands since the last time */
  async sync(): Promise<readonly HotkeyChange[]> {
    const before = this.#view?.neurons ?? [];
    this.#view = await this.#client.subnet(this.#netuid);
    this.#byHotkey = new Map(this.#view.neurons.map((neuron) => [neuron.hotkey, neuron]));
    const now = new Map(this.#view.neurons.map(({ uid, hotkey }) => [uid, hotkey]));
    return before.filter(({ uid, hotkey }) => now.get(uid) !== hotkey).map(({ uid, hotkey }) => ({ uid, was: hotkey, now: now.get(uid) }));
  }

  get view(): SubnetView {
    if (this.#view === undefined) throw neuronError('NotRegistered', { reason: 'the roster was never synced' });
    return this.#view;
  }

  get rules(): SubnetRules {
    return this.view.rules;
  }

  get neurons(): readonly NeuronView[] {
    return this.view.neurons;
  }

  find(hotkey: string): NeuronView | undefined {
    return this.#byHotkey.get(hotkey);
  }

  /** Neurons that have announced an axon, without `hotkey`. */
  serving(hotkey?: string): readonly NeuronView[] {
    return this.neurons.filter((neuron) => isServing(neuron) && neuron.hotkey !== hotkey);
  }

  /** Why a caller is not let in as a validator: no neuron here, or without permit. Undefined when it is. */
  refuseUnlessValidator(hotkey: string): string | undefined {
    const neuron = this.find(hotkey);
    if (neuron === undefined) return 'unknown hotkey';
    return neuron.validatorPermit || hotkey === this.view.ownerHotkey ? undefined : 'no validator permit';
  }

  /** Why a caller is not let in as a neuron of the subnet. */
  refuseUnlessRegistered(hotkey: string): string | undefined {
    return this.find(hotkey) === undefined ? 'unknown hotkey' : undefined;
  }
}
