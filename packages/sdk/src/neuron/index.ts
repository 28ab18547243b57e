/** Axon, dendrite, synapse; miner and validator loops. */
export {};
