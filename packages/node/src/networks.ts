/** The networks a node can start: what stands in block 0, and what they call themselves. */

import type { Build } from '@taonet/codec';
import { adjustToDevPreset, buildGenesis, LOCAL_CONFIG, UPSTREAM_DEV_CONFIG, type Spec } from '@taonet/runtime';
import type { NodeInfo } from './nodeContext.ts';

export type NetworkName = 'dev' | 'localnet' | 'upstream-dev';

export interface Network {
  readonly chainName: string;
  readonly chainType: NodeInfo['chainType'];
  /** Whether subnets are born earning: a rule of the network, not an option. */
  readonly liveBirth: boolean;
  genesis(spec: Spec): Iterable<readonly [string, Uint8Array]>;
}

export const NETWORKS: Readonly<Record<NetworkName, Network>> = {
  dev: { chainName: 'Bittensor', chainType: 'Local', liveBirth: true, genesis: (spec) => buildGenesis(spec, LOCAL_CONFIG, adjustToDevPreset).state },
  localnet: { chainName: 'Bittensor', chainType: 'Local', liveBirth: false, genesis: (spec) => buildGenesis(spec, LOCAL_CONFIG).state },
  'upstream-dev': { chainName: 'Bittensor', chainType: 'Local', liveBirth: false, genesis: (spec) => buildGenesis(spec, UPSTREAM_DEV_CONFIG).state },
};

/** Kept with the data, so that a folder is not opened with other options than it was made with. */
export function labelOf(name: NetworkName, build: Build): string {
  return `${name} ${build.fast ? 'fast' : 'normal'}${build.powFaucet ? ' pow-faucet' : ''}`;
}
