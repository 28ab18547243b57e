/** The networks a node can start: what stands in block 0, under which rules, and what they call themselves. */

import type { BeaconConfiguration } from '@taonet/abi';
import type { Build } from '@taonet/codec';
import {
  adjustToDevPreset, adjustToDevPresetOfMay2025, buildGenesis, LOCAL_CONFIG, RULES_OF_JUNE_2026, RULES_OF_MAY_2025, UPSTREAM_DEV_CONFIG, type GenesisConfig, type Spec,
} from '@taonet/runtime';
import type { NodeInfo } from './nodeContext.ts';
import type { StateFile } from './stateFile.ts';

export type NetworkName = 'dev' | 'localnet' | 'upstream-dev';
/** The two exact rule sets. */
export type RulesName = '2026-06' | '2025-05';

export interface Network {
  readonly chainName: string;
  readonly chainType: NodeInfo['chainType'];
  /** What of the build is the network's, not the caller's. */
  readonly build: Required<Pick<Build, 'liveBirth' | 'extended'>>;
  /** Where rounds of randomness come from unless somebody says otherwise. */
  readonly usualBeacon: 'builtin' | 'none';
  /** `beacon`: the one that sealed things are for; undefined: drand's quicknet. Upstream's own networks have no other. */
  genesis(spec: Spec, beacon?: BeaconConfiguration): Iterable<readonly [string, Uint8Array]>;
}

const CONFIGS: Readonly<Record<NetworkName, GenesisConfig>> = { dev: LOCAL_CONFIG, localnet: LOCAL_CONFIG, 'upstream-dev': UPSTREAM_DEV_CONFIG };
/** The developer network has what upstream removed since May 2025 and its users need. */
const DEV_RULES = { ...RULES_OF_JUNE_2026, pow_registration: true, governance: true };

/** A preset under a rule set. Upstream's presets under today's rules are upstream's to the byte. */
export function networkOf(name: NetworkName, rules: RulesName = '2026-06'): Network {
  const config = CONFIGS[name];
  const then = rules === '2025-05';
  const isDev = name === 'dev';
  const adjust = isDev ? (then ? adjustToDevPresetOfMay2025 : adjustToDevPreset) : undefined;
  return {
    chainName: 'Bittensor',
    chainType: 'Local',
    build: { liveBirth: isDev, extended: isDev || then },
    usualBeacon: isDev ? 'builtin' : 'none',
    genesis: (spec, beacon) => buildGenesis(spec, { ...config, rules: then ? RULES_OF_MAY_2025 : DEV_RULES, beacon }, adjust).state,
  };
}

/** Kept with the data, so that a folder is not opened with other options than it was made with. */
export function labelOf(name: NetworkName, build: Build, rules: RulesName = '2026-06', state?: Pick<StateFile, 'mark'>): string {
  return `${name} ${build.fast ? 'fast' : 'normal'}${build.powFaucet ? ' pow-faucet' : ''}${rules === '2026-06' ? '' : ` rules ${rules}`}${state === undefined ? '' : ` state ${state.mark}`}`;
}
