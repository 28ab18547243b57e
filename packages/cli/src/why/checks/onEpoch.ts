import type { EpochFacts } from '../facts/epochFacts.ts';
import type { NeuronFacts } from '../facts/neuronFacts.ts';
import type { OnSubnet } from './subnetChecks.ts';

/** Facts of questions on a subnet's epoch. */
export interface OnEpoch extends OnSubnet {
  readonly epoch: EpochFacts;
}

/** And on one neuron of it. Its uid is sure to be there for checks behind `registered`. */
export interface OnNeuron extends OnEpoch {
  readonly neuron: NeuronFacts;
}

export const uidOf = ({ neuron }: OnNeuron): number => neuron.uid ?? -1;
