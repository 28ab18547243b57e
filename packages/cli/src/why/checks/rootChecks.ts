/** Why stake on root brings nothing. */

import { U64F64 } from '@taonet/primitives';
import { at, under, type Check } from '../check.ts';
import type { NeuronFacts } from '../facts/neuronFacts.ts';
import { POOL_MIN_RAO, type RootFacts } from '../facts/rootFacts.ts';
import { ROOT } from '../facts/subnetFacts.ts';
import { advice, byCalls, subtensor } from '../fix.ts';
import { priceText } from './dividendChecks.ts';
import { subtokenEnabled, type OnSubnet } from './subnetChecks.ts';

export interface OnRoot extends OnSubnet, RootFacts {
  readonly neuron: NeuronFacts;
}
type RootCheck = Check<OnRoot>;

const staked: RootCheck = {
  cause: 'root-not-staked', says: 'there is TAO on the hotkey on root',
  read: ({ neuron }) => [at('TotalHotkeyAlpha', neuron.hotkey, ROOT)],
  holds: ({ rootStake }) => rootStake > 0n,
  actual: ({ rootStake }) => rootStake, required: () => 1n, unit: 'rao',
  fix: ({ neuron, subnet }) => byCalls('Stake some:', [{ coldkey: neuron.coldkey ?? subnet.owner }, subtensor('add_stake', { hotkey: neuron.hotkey, netuid: ROOT, amount_staked: 1_000_000_000_000n })]),
};

const counts: RootCheck = {
  cause: 'tao-weight-0', says: 'TAO on root counts',
  read: () => [at('TaoWeight')],
  holds: ({ subnet }) => subnet.emission.taoWeight > 0n,
  actual: ({ subnet }) => subnet.emission.taoWeight, required: () => 1n,
  fix: () => advice('TaoWeight is 0. Root sets it by set_storage.'),
};

const prices: RootCheck = under('June2026', {
  cause: 'root-dividends-recycled', says: 'moving prices of all subnets sum to more than 1; until then what root would earn is recycled',
  read: () => [at('SubnetMovingPrice')],
  holds: ({ subnet }) => subnet.emission.priceSum > U64F64.one,
  actual: ({ subnet }) => priceText(subnet.emission.priceSum), required: () => 'more than 1',
  fix: () => advice('They rise with stake in subnets, and slowly: a part of about 3 millionths a block. taonet node --preset dev begins above 1.'),
});

const validates: RootCheck = {
  cause: 'validates-nowhere', says: 'the hotkey is a validator with permit on some subnet',
  read: ({ neuron }) => [at('Uids', undefined, neuron.hotkey), at('ValidatorPermit')],
  holds: (facts) => facts.validates.length > 0,
  actual: (facts) => (facts.validates.length === 0 ? 'none' : `subnets ${facts.validates.join(', ')}`), required: () => 'one at least',
  fix: () => advice('Root earns by validating: move the stake to a hotkey that does, or register this one: taonet why no-permit NETUID HOTKEY'),
};

/** Root's part of the alpha is sold in every block; what a pool refuses brings nothing. */
const sold: RootCheck = under('May2025', {
  cause: 'root-alpha-unsold', says: 'the pool of a subnet where it validates has TAO for root\'s alpha',
  read: (facts) => facts.validates.map((netuid) => at('SubnetTAO', netuid)),
  holds: ({ sellsOn }) => sellsOn.length > 0,
  actual: ({ sellsOn }) => (sellsOn.length === 0 ? 'none' : `subnets ${sellsOn.join(', ')}`), required: () => `one with more than ${String(POOL_MIN_RAO)} rao`,
  fix: ({ validates }) => advice(`What is sold into an empty pool brings nothing. Emission fills it: taonet why no-emission ${validates[0]!}`),
});

const earns: RootCheck = {
  cause: 'no-root-dividends', says: 'an epoch has paid it root dividends',
  read: ({ read }) => read,
  holds: ({ earnsOn }) => earnsOn.length > 0,
  actual: ({ earnsOn }) => (earnsOn.length === 0 ? 'none' : `subnets ${earnsOn.join(', ')}`), required: () => 'one at least',
  fix: (facts) => advice(`It has dividends on none of them: taonet why no-dividends ${facts.validates[0] ?? 'NETUID'} HOTKEY`),
};

export const ROOT_DIVIDENDS: readonly RootCheck[] = [under('June2026', subtokenEnabled), staked, counts, prices, validates, sold, earns];
