/** How opinions become pay: Yuma Consensus, trust, the metagraph, and what is done about who lies. */

import { percent, share } from '../amounts.ts';
import { bears, figures, onBoth, type PaperRow, type Shown } from '../row.ts';
import { FIRST, judge, runEpoch, seat, validatorsOf, WHOLE_U16, type Seat } from '../scene.ts';
import type { World } from '../world.ts';
import { heldBy } from './heldBy.ts';

/** What the first and the second of two miners get from each of the three validators. */
type Opinions = readonly (readonly [number, number])[];

const u16 = (value: number | undefined): string => percent(share(value ?? 0, WHOLE_U16), 1);

/** Two new miners, judged by the three validators, after some epochs. */
export function judged(base: World, opinions: Opinions, epochs = 3): { readonly world: World; readonly miners: readonly [Seat, Seat]; readonly validators: readonly Seat[] } {
  const world = base.fork();
  const miners = [seat(world, 'the first miner'), seat(world, 'the second miner')] as const;
  world.run(1);
  const validators = validatorsOf(world);
  for (const [i, validator] of validators.entries()) judge(world, validator, new Map(miners.map(({ uid }, j) => [uid, opinions[i]![j]!])));
  for (let i = 0; i < epochs; i++) runEpoch(world);
  return { world, miners, validators };
}

function agreement(base: World): Shown {
  const opinions: Opinions = [[0.8, 0.2], [0.7, 0.3], [0.1, 0.9]];
  const { world, miners, validators } = judged(base, opinions);
  const { S } = world;
  const [consensus, incentive, trust] = [S.Consensus.get(world, FIRST), S.Incentive.get(world, FIRST), S.ValidatorTrust.get(world, FIRST)];
  const [a, b] = miners.map(({ uid }) => share(consensus[uid]!, WHOLE_U16)) as [number, number];
  bears(Math.abs(a - 0.7) < 0.001 && Math.abs(b - 0.3) < 0.001, `consensus ${a}, ${b}`);
  const mean = opinions.reduce((sum, [first]) => sum + first / opinions.length, 0);
  bears(share(incentive[miners[0].uid]!, WHOLE_U16) > mean, `incentive ${incentive[miners[0].uid]}, mean ${mean}`);
  return {
    'three equal validators say of the first miner': opinions.map(([first]) => percent(first, 0)).join(', '),
    'their mean': percent(mean, 1),
    'consensus: the most that half of the stake backs': `${percent(a, 1)}; of the second miner ${percent(b, 1)}`,
    'what counts of each validator\'s weights after clipping': validators.map(({ uid }) => u16(trust[uid])).join(', '),
    'incentive': `${u16(incentive[miners[0].uid])} and ${u16(incentive[miners[1].uid])}`,
  };
}

/** C16 */
export const YUMA: PaperRow = {
  id: 'C16', kind: 'claim', title: 'Yuma Consensus makes agreement out of opinions',
  says: 'Validators\' subjective weights become an agreement, each counted by the stake behind it; there is no central judge.',
  then: { verdict: 'holds', words: 'It is a stake-weighted median, not a mean: what a validator gives above that line is cut off, so a minority cannot lift a miner. Nobody judges from outside.' },
  now: { verdict: 'holds in part', words: 'The same consensus inside a subnet, with the same numbers. Whether the subnet is paid at all has a judge today: root switches its emission on, and a new one starts switched off.' },
  command: 'taonet weights show 1 && taonet query SubtensorModule.Consensus 1 && taonet why no-incentive 1 0',
  test: heldBy('C16'),
  show(worlds) {
    const shown = onBoth(worlds, agreement);
    const plain = worlds.create({ rules: '2026-06', dev: false });
    plain.run(1);
    const owner = plain.account('//Alice');
    plain.S.NetworkRateLimit.set(plain, 0n);
    plain.call(owner, 'SubtensorModule.register_network', { hotkey: plain.account('a subnet\'s hotkey') });
    const netuid = Math.max(...plain.S.NetworksAdded.keys(plain).map(([key]) => key));
    const born = plain.S.SubnetEmissionEnabled.get(plain, netuid);
    const byOwner = plain.refusal(owner, 'AdminUtils.sudo_set_subnet_emission_enabled', { netuid, enabled: true });
    plain.call('root', 'AdminUtils.sudo_set_subnet_emission_enabled', { netuid, enabled: true });
    bears(!born && byOwner === 'BadOrigin' && plain.S.SubnetEmissionEnabled.get(plain, netuid), `born ${born}, by its owner ${byOwner}`);
    return { ...shown, ...figures({ now: { 'emission of a subnet born under upstream\'s rules': `${born ? 'on' : 'off'}; switched on by its owner: ${byOwner}; by root: done` } }) };
  },
};

/** C17 */
export const TRUST: PaperRow = {
  id: 'C17', kind: 'claim', title: 'Validators give miners a trust score that decides their emission',
  says: 'Validators give each miner a trust score, and that decides what it earns.',
  then: { verdict: 'misread', words: 'Understandable, the word was there; but validators give weights, and those decide. Trust was an output: how much of a miner\'s weights consensus let stand. The miner with the higher trust can well be the one that earns less.' },
  now: { verdict: 'misread', words: 'Weights decide. Miners\' trust is gone since December 2025; validator trust, what consensus leaves of a validator\'s weights, is still there.' },
  command: 'taonet query SubtensorModule.Incentive 1 && taonet query SubtensorModule.Trust 1 && taonet weights show 1',
  test: heldBy('C17'),
  show(worlds) {
    return onBoth(worlds, (base) => {
      // The third validator overrates the first miner, and is cut back there.
      const { world, miners } = judged(base, [[0.9, 0.1], [0.9, 0.1], [1, 0]]);
      const { S } = world;
      const [trust, incentive] = [S.Trust.get(world, FIRST), S.Incentive.get(world, FIRST)];
      const [first, second] = miners;
      bears(incentive[first.uid]! > 9 * incentive[second.uid]!, `incentive ${incentive.join(', ')}`);
      const then = base.rules === '2025-05';
      bears(then ? trust[first.uid]! < trust[second.uid]! : trust.length === 0, `trust ${trust.join(', ')}`);
      return {
        'incentive of two miners': `${u16(incentive[first.uid])} and ${u16(incentive[second.uid])}`,
        'their trust': then ? `${u16(trust[first.uid])} and ${u16(trust[second.uid])}` : 'not kept: 0 entries',
      };
    });
  },
};

const COLUMNS = ['Rank', 'Trust', 'Consensus', 'Incentive', 'Dividends', 'Emission', 'ValidatorTrust', 'ValidatorPermit', 'LastUpdate', 'Active'] as const;

/** C19 */
export const METAGRAPH: PaperRow = {
  id: 'C19', kind: 'claim', title: 'The metagraph: states, weights and ranks on chain',
  says: 'The metagraph keeps every miner\'s and validator\'s state, weights and rank on chain.',
  then: { verdict: 'holds', words: 'All there, by uid; ranks as well.' },
  now: { verdict: 'holds in part', words: 'States and weights are; ranks and trust were dropped in December 2025, since incentive says what counts.' },
  command: 'taonet subnets show 1 && taonet query SubnetInfoRuntimeApi.get_metagraph 1',
  test: heldBy('C19'),
  show(worlds) {
    return onBoth(worlds, (base) => {
      const { world, validators } = judged(base, [[0.8, 0.2], [0.7, 0.3], [0.6, 0.4]]);
      const { S } = world;
      const neurons = S.SubnetworkN.get(world, FIRST);
      const kept = COLUMNS.filter((name) => S[name].get(world, FIRST).length === neurons);
      const rows = validators.map(({ uid }) => S.Weights.get(world, FIRST, uid).length);
      const ranks = S.Rank.get(world, FIRST).length;
      bears(rows.every((length) => length === 2) && (base.rules === '2025-05') === (ranks === neurons), `weights ${rows.join(', ')}, ranks ${ranks}`);
      return {
        'neurons of subnet 1': `${neurons}`,
        'columns with an entry for each of them': `${kept.length} of ${COLUMNS.length}: ${kept.join(', ')}`,
        'ranks': `${ranks} entries`,
        'weights kept, by validator': rows.join(', '),
      };
    });
  },
};
