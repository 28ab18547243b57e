/** Who designs incentives: subnets, mechanisms inside them, their owners. */

import { hyperparameterRows } from '@taonet/runtime';
import { percent, share } from '../amounts.ts';
import { bears, onBoth, type PaperRow, type Shown } from '../row.ts';
import { FIRST, judge, openSubnet, runEpoch, seat, validatorsOf, WHOLE_U16 } from '../scene.ts';
import type { World } from '../world.ts';
import { heldBy } from './heldBy.ts';

function bottomUp(base: World): Shown {
  const world = base.fork();
  const { S } = world;
  const before = S.NetworksAdded.keys(world).length;
  openSubnet(world, 'anybody');
  const after = S.NetworksAdded.keys(world).length;
  const miners = [seat(world, 'the better miner'), seat(world, 'the other miner')] as const;
  world.run(1);
  for (const validator of validatorsOf(world)) judge(world, validator, new Map([[miners[0].uid, 0.75], [miners[1].uid, 0.25]]));
  runEpoch(world);
  const [better, other] = miners.map(({ uid }) => share(S.Incentive.get(world, FIRST)[uid]!, WHOLE_U16)) as [number, number];
  bears(Math.abs(better - 0.75) < 0.001 && Math.abs(other - 0.25) < 0.001 && after === before + 1, `incentive ${better}, ${other}; ${before} to ${after} subnets`);
  world.call('root', 'AdminUtils.sudo_set_max_allowed_uids', { netuid: FIRST, max_allowed_uids: 64 });
  const refused = world.refusal('root', 'AdminUtils.sudo_set_mechanism_count', { netuid: FIRST, mechanism_count: 2 });
  const mechanisms = S.MechanismCountCurrent.get(world, FIRST);
  bears(base.rules === '2025-05' ? refused !== undefined && mechanisms === 1 : refused === undefined && mechanisms === 2, `mechanisms ${mechanisms}, ${refused}`);
  return {
    'judged worth 75 and 25, two miners are paid': `${percent(better, 1)} and ${percent(other, 1)} of what miners get`,
    'subnets before and after anybody opened one': `${before} and ${after}`,
    'contests inside one subnet': refused === undefined ? `${mechanisms}, on its own word` : `${mechanisms}; a second one: ${refused}`,
  };
}

/** C1 */
export const MARKET_FOR_INTELLIGENCE: PaperRow = {
  id: 'C1', kind: 'claim', title: 'A market for intelligence, as Bitcoin is for hashes',
  says: 'What Bitcoin is for hashes this is for intelligence: a market from the bottom up, and fractal, with markets inside of it.',
  then: { verdict: 'holds in part', words: 'Anybody opens a market, and work is paid as it is judged. Unlike a hash, which proves itself, the judging is done by people with stake. A subnet held one contest, so it was fractal by one level.' },
  now: { verdict: 'holds', words: 'As then, and since September 2025 a subnet can hold several contests, mechanisms, each with weights of its own and a share of the emission.' },
  command: 'taonet subnets list && taonet subnets mechanisms count 1',
  test: heldBy('C1'),
  show: (worlds) => onBoth(worlds, bottomUp),
};

const ROWS = hyperparameterRows();

function ownersHand(base: World): Shown {
  const world = base.fork();
  const { S } = world;
  const { netuid, owner } = openSubnet(world, 'the owner');
  const byOwner = ROWS.filter(({ scope, who }) => scope === 'subnet' && who !== 'root').length;
  const byRoot = ROWS.filter(({ who }) => who === 'root').length;
  const order = { netuid, enabled: true };
  const stranger = world.refusal(world.account('//Dave'), 'AdminUtils.sudo_set_liquid_alpha_enabled', order);
  const before = S.LiquidAlphaOn.get(world, netuid);
  world.call(owner.coldkey, 'AdminUtils.sudo_set_liquid_alpha_enabled', order);
  const after = S.LiquidAlphaOn.get(world, netuid);
  const kappa = world.refusal(owner.coldkey, 'AdminUtils.sudo_set_kappa', { netuid, kappa: 20_000 });
  bears(!before && after && stranger !== undefined && (kappa === undefined) === (base.rules === '2025-05') && byOwner > 0 && byRoot > 0, `liquid alpha ${before} to ${after}, ${stranger}, ${kappa}`);
  const rate = S.BondsMovingAverage.get(world, netuid);
  const tuned = rate - 50_000n;
  world.run(20);
  const bonds = world.refusal(owner.coldkey, 'AdminUtils.sudo_set_bonds_moving_average', { netuid, bonds_moving_average: tuned });
  bears(bonds === undefined && S.BondsMovingAverage.get(world, netuid) === tuned, `bonds' average: ${bonds}`);
  return {
    'the owner switches liquid alpha on': `${before ? 'on' : 'off'} to ${after ? 'on' : 'off'}; a stranger: ${stranger}`,
    'the owner sets how fast bonds move': `${rate} to ${S.BondsMovingAverage.get(world, netuid)} millionths`,
    'the owner sets κ, the majority that consensus takes': kappa ?? 'accepted',
    ...(base.rules === '2026-06' ? { 'settings': `${byOwner} that owners may set, ${byRoot} that only root may` } : {}),
  };
}

/** C28 */
export const DESIGN_ON_CHAIN: PaperRow = {
  id: 'C28', kind: 'claim', title: 'Incentives are optimised on chain, without a central authority',
  says: 'The design of incentives is optimised on chain, with no authority in the middle.',
  then: { verdict: 'holds in part', words: 'The chain optimises nothing by itself: it offers dials, such as liquid alpha and the speed of bonds, and each subnet\'s owner turns them; what is subjective stays with validators. Even κ, the majority that consensus takes, was the owner\'s to set.' },
  now: { verdict: 'holds in part', words: 'As then, with other dials: owners may burn, trim and split; κ is root\'s by now, and so is whether a subnet emits at all.' },
  command: 'taonet sudo get 1 && taonet sudo set 1 liquid_alpha_enabled true --wallet-name //Alice',
  test: heldBy('C28'),
  show: (worlds) => onBoth(worlds, ownersHand),
};
