/** Groups of commands, with the short names that people type. */

export interface GroupRow {
  readonly name: string;
  readonly about: string;
  readonly aliases: readonly string[];
}

export const GROUPS: readonly GroupRow[] = [
  { name: 'wallet', about: 'keys, balances, identities, transfers', aliases: ['w', 'wallets'] },
  { name: 'subnets', about: 'subnets, their neurons and prices', aliases: ['s', 'subnet', 'sn'] },
  { name: 'pow', about: 'proof of work: a place on a subnet for hashes instead of TAO', aliases: [] },
  { name: 'stake', about: 'stake: add, remove, move, children', aliases: ['st'] },
  { name: 'liquidity', about: 'positions in pools of concentrated liquidity', aliases: ['l', 'lp'] },
  { name: 'weights', about: 'weights: set, commit, reveal, show', aliases: ['wt', 'weight'] },
  { name: 'sudo', about: 'hyperparameters, takes, and what owners and root may do', aliases: ['su'] },
  { name: 'gov', about: 'triumvirate and senate: proposals, votes, seats', aliases: ['governance', 'senate'] },
  { name: 'root', about: 'the root subnet: register, claims', aliases: ['r', 'roots'] },
  { name: 'axon', about: "a neuron's address on the chain", aliases: [] },
  { name: 'why', about: 'the first cause of what is missing', aliases: [] },
  { name: 'models', about: 'models that optional subnets need', aliases: [] },
  { name: 'utils', about: 'conversions', aliases: [] },
  { name: 'trigger', about: 'make an event happen now, on a network of one\'s own', aliases: [] },
  { name: 'stake child', about: 'child hotkeys', aliases: [] },
  { name: 'subnets mechanisms', about: "a subnet's mechanisms", aliases: [] },
];
