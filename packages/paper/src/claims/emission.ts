/** Who gets what of a block's TAO, and when. */

import { I96F32, U96F32 } from '@taonet/primitives';
import { count, decimal, percent, RAO_PER_TAO, share, tao } from '../amounts.ts';
import { bears, figures, onBoth, type PaperRow, type Shown } from '../row.ts';
import { FIRST, openSubnet, priceRao, runEpoch, validatorsOf } from '../scene.ts';
import type { World } from '../world.ts';
import { heldBy } from './heldBy.ts';
import { emissionUnderRoot } from './rootEmission.ts';

/** 1 as a moving price. */
const ONE_X32 = I96F32.one;
const MEASURED_TEMPO = 360;

/** TAO that a block brings a subnet, into its pool or as a purchase of its alpha. */
export const taoOfBlock = (world: World, netuid: number): bigint => world.S.SubnetTaoInEmission.get(world, netuid) + world.S.SubnetExcessTao.get(world, netuid);

/** Two subnets with these moving prices; the second is new. */
function twoSubnets(base: World, first: bigint, second: bigint): { readonly world: World; readonly other: number } {
  const world = base.fork();
  const { netuid: other } = openSubnet(world, 'owner of the second subnet');
  world.S.SubnetMovingPrice.set(world, FIRST, I96F32.fromBits(first));
  world.S.SubnetMovingPrice.set(world, other, I96F32.fromBits(second));
  return { world, other };
}

const sharesText = (shares: readonly bigint[]): string => shares.map((rao) => tao(rao)).join(' and ');

/** C3 */
export const BEFORE_DTAO: PaperRow = {
  id: 'C3', kind: 'claim', title: 'Before dTAO, validators on root set the emission',
  says: 'Before dynamic TAO, the validators of the root network set how much each subnet received.',
  then: { verdict: 'holds', words: 'Right, of the time until 13 February 2025: the up to 64 validators on root had weights for subnets, and a subnet that less than half of the stake backed got next to nothing. By May 2025 weights on root were refused; the market\'s prices had taken their place.' },
  now: { verdict: 'holds', words: 'An era further back. Root\'s word has come back in another form: since May 2026 root switches each subnet\'s emission on or off, and a new subnet starts switched off.' },
  command: 'taonet subnets list && taonet query SubtensorModule.SubnetMovingPrice',
  test: heldBy('C3'),
  show({ then, now }) {
    const refusals = [then, now].map((base) => {
      const world = base.fork();
      world.S.CommitRevealWeightsEnabled.set(world, 0, false);
      const [validator] = validatorsOf(world);
      return world.refusal(validator!.hotkey, 'SubtensorModule.set_weights', { netuid: 0, dests: [FIRST], weights: [1], version_key: 0n });
    });
    bears(refusals.every((name) => name === 'SubtensorModule.CanNotSetRootNetworkWeights'), `weights on root: ${refusals.join(', ')}`);
    // Three equal validators: one backs the small subnet alone, two the large one.
    const old = emissionUnderRoot([1, 1, 1], [[1, 0], [1, 0], [0, 1]]);
    bears(old[0]! > 0.9 && old[1]! < 0.1, `the old rule gives ${old.join(', ')}`);
    const byPrice = [then, now].map((base) => {
      const { world, other } = twoSubnets(base, ONE_X32, ONE_X32 / 2n);
      world.run(1);
      return share(taoOfBlock(world, other), taoOfBlock(world, FIRST) + taoOfBlock(world, other));
    });
    bears(byPrice.every((part) => Math.abs(part - 1 / 3) < 1e-6), `by price: ${byPrice.join(', ')}`);
    return figures({
      both: {
        'the old rule, a subnet that one of three equal validators backs': `${percent(old[1]!)} of the emission`,
        'the old rule, a subnet that the other two back': `${percent(old[0]!)} of the emission`,
      },
      then: { 'setting weights on root': refusals[0]!, 'a subnet with half the other\'s moving price': `${percent(byPrice[0]!)} of the emission, whatever root says` },
      now: { 'setting weights on root': refusals[1]!, 'a subnet with half the other\'s moving price': `${percent(byPrice[1]!)} of the emission, where root lets it emit` },
    });
  },
};

/** Two subnets of one moving price and of very different capitalisation; and a price above 1. */
function marketCapOrPrice(base: World): Shown {
  const { world, other } = twoSubnets(base, ONE_X32, ONE_X32);
  const { S } = world;
  S.SubnetAlphaOut.set(world, other, 1_000_000n * RAO_PER_TAO);
  const [first, second] = [FIRST, other].map((netuid) => (priceRao(world, netuid) * (S.SubnetAlphaIn.get(world, netuid) + S.SubnetAlphaOut.get(world, netuid))) / RAO_PER_TAO) as [bigint, bigint];
  world.run(1);
  const shares = [FIRST, other].map((netuid) => taoOfBlock(world, netuid));
  bears(second > 10n * first && shares[0]! - shares[1]! <= 1n, `capitalisations ${first}, ${second}, shares ${shares.join(', ')}`);
  const capped = base.fork();
  S.SubnetMovingPrice.set(capped, FIRST, ONE_X32);
  capped.run(100);
  const spot = priceRao(capped);
  const moving = S.SubnetMovingPrice.get(capped, FIRST);
  bears(spot > RAO_PER_TAO && moving <= ONE_X32, `spot ${spot}, moving ${moving}`);
  return {
    'capitalisation of two subnets with one moving price': `${count(first / RAO_PER_TAO)} and ${count(second / RAO_PER_TAO)} TAO`,
    'their emission of a block': sharesText(shares),
    'moving price after 100 blocks above 1': `${(Number(moving) / Number(ONE_X32)).toFixed(9)}, at a spot price of ${decimal(spot)}`,
  };
}

/** C4 */
export const MARKET_CAP: PaperRow = {
  id: 'C4', kind: 'claim', title: 'Emission follows market capitalisation',
  says: 'A subnet\'s emission follows its market capitalisation; in another place, its moving price.',
  then: { verdict: 'misread', words: 'The second place is right: it is the moving price, an average over about a month. How many alpha there are does not count, and a spot price above 1 TAO counts as 1, so a very dear subnet gains nothing more.' },
  now: { verdict: 'misread', words: 'Still the moving price, with the same cap of 1 TAO before averaging, times the part of the miners\' pay that is not burned. Capitalisation counts nowhere.' },
  command: 'taonet subnets show 1 && taonet query SubtensorModule.SubnetMovingPrice 1',
  test: heldBy('C4'),
  show: (worlds) => onBoth(worlds, marketCapOrPrice),
};

/** C8 */
export const EMISSION_FORMULA: PaperRow = {
  id: 'C8', kind: 'claim', title: 'TAO into a pool = moving price / sum of moving prices',
  says: 'Of each block\'s 1 TAO a subnet\'s pool receives the part that its moving price has in the sum of all moving prices.',
  then: { verdict: 'holds', words: 'Exactly so, to the rao, for every subnet that has been started.' },
  now: { verdict: 'holds in part', words: 'The same fraction, but each price counts times (1 − the burned part of its miners\' pay), and only where root has switched emission on. What the pool may not take as liquidity is spent on its alpha instead.' },
  command: 'taonet why no-emission 1 && taonet query SubtensorModule.SubnetTaoInEmission 1',
  test: heldBy('C8'),
  show({ then, now }) {
    const [was, is] = [then, now].map((base) => {
      const { world, other } = twoSubnets(base, ONE_X32, ONE_X32 / 4n);
      const plain = world.fork().run(1);
      return { world, other, shares: [FIRST, other].map((netuid) => taoOfBlock(plain, netuid)) };
    }) as [{ world: World; other: number; shares: bigint[] }, { world: World; other: number; shares: bigint[] }];
    bears(was.shares[0] === 800_000_000n && was.shares[1] === 200_000_000n, `then: ${was.shares.join(', ')}`);
    bears(is.shares.every((rao, i) => was.shares[i]! - rao <= 1n), `now: ${is.shares.join(', ')}`);
    const burning = is.world.fork();
    burning.S.MinerBurned.set(burning, FIRST, U96F32.fromRational(1n, 2n));
    burning.run(1);
    const withBurn = [FIRST, is.other].map((netuid) => taoOfBlock(burning, netuid));
    bears(withBurn[0]! / 2n === withBurn[1]!, `half burned: ${withBurn.join(', ')}`);
    const off = is.world.fork();
    off.call('root', 'AdminUtils.sudo_set_subnet_emission_enabled', { netuid: FIRST, enabled: false });
    off.run(1);
    const switched = [FIRST, is.other].map((netuid) => taoOfBlock(off, netuid));
    bears(switched[0] === 0n && switched[1]! > 999_999_000n, `switched off: ${switched.join(', ')}`);
    const name = 'moving prices 1 and 0.25, TAO of a block';
    return figures({
      then: { [name]: sharesText(was.shares) },
      now: { [name]: sharesText(is.shares), 'the same, half of the first one\'s miner pay burned': sharesText(withBurn), 'the same, the first one switched off by root': sharesText(switched) },
    });
  },
};

/** C9 */
export const EPOCH_LENGTH: PaperRow = {
  id: 'C9', kind: 'claim', title: 'Paid out every 360 blocks',
  says: 'What has gathered is paid out once in 360 blocks, about 72 minutes.',
  then: { verdict: 'holds in part', words: 'Nearly: the tempo is 360, and an epoch came every tempo + 1 blocks, so every 361.' },
  now: { verdict: 'holds', words: 'Every 360 blocks since June 2026; a subnet\'s owner may choose 360 to 50,400. On fast developer networks the tempo is 10, so that one sees it happen.' },
  command: 'taonet query SubtensorModule.Tempo 1 && taonet watch 1',
  test: heldBy('C9'),
  show(worlds) {
    return onBoth(worlds, (base) => {
      const then = base.rules === '2025-05';
      const period = (tempo: number): number => {
        const world = base.fork();
        world.S.Tempo.set(world, FIRST, tempo);
        runEpoch(world);
        return runEpoch(world);
      };
      const production = worlds.create({ rules: base.rules, fast: false, dev: false });
      const tempo = production.S.Tempo.fallback(production);
      const measured = period(tempo);
      bears(tempo === MEASURED_TEMPO && measured === tempo + (then ? 1 : 0), `tempo ${tempo}, measured ${measured}`);
      const fastTempo = base.S.Tempo.get(base, FIRST);
      return {
        'tempo of a new subnet in the production build': `${tempo} blocks`,
        'blocks between two epochs at that tempo': `${measured}`,
        'at 12 s a block': `${((measured * 12) / 60).toFixed(1)} minutes`,
        [`blocks between two epochs at the developer network's tempo of ${fastTempo}`]: `${period(fastTempo)}`,
      };
    });
  },
};
