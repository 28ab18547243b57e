/** What holds subnets together, and what the chain averages. */

import { I96F32 } from '@taonet/primitives';
import { computeStanding, MAIN_TRACK } from '@taonet/subnets';
import { alpha, count, decimal, fixed, percent, RAO_PER_TAO, share, tao } from '../amounts.ts';
import { bears, figures, onBoth, type PaperRow, type Shown } from '../row.ts';
import { FIRST, judge, openSubnet, priceRao, ROOT_NETUID, runEpoch, seat, validatorsOf, WHOLE_U16 } from '../scene.ts';
import type { World } from '../world.ts';
import { heldBy } from './heldBy.ts';

/** Weighted root TAO of weighted root TAO and the subnet's alpha: root's part of what validators get. */
function rootProportion(world: World, netuid: number): number {
  const { S } = world;
  const root = share(S.SubnetTAO.get(world, ROOT_NETUID), RAO_PER_TAO) * fixed(S.TaoWeight.get(world), 64);
  return root / (root + share(S.SubnetAlphaIn.get(world, netuid) + S.SubnetAlphaOut.get(world, netuid), RAO_PER_TAO));
}

function tied(base: World): Shown {
  const world = base.fork();
  const { S } = world;
  const { netuid } = openSubnet(world, 'an owner');
  const both = [FIRST, netuid];
  world.run(2);
  const [held, outside, issued] = [both.map((one) => S.SubnetTAO.get(world, one)), both.map((one) => S.SubnetAlphaOut.get(world, one)), S.TotalIssuance.get(world)];
  world.run(1);
  const into = both.map((one) => S.SubnetTaoInEmission.get(world, one));
  const made = S.TotalIssuance.get(world) - issued;
  const left = RAO_PER_TAO - into.reduce((a, b) => a + b, 0n);
  bears(left >= 0n && left < RAO_PER_TAO / 100n && made <= RAO_PER_TAO, `the block gave subnets ${into.map(tao).join(' and ')}, made ${tao(made)}`);
  const grown = both.map((one, i) => S.SubnetTAO.get(world, one) - held[i]!);
  return {
    'blocks, one count for all subnets': count(world.block),
    ...Object.fromEntries(both.flatMap((one, i) => [
      [`subnet ${one}: TAO in, of the one that the block makes`, `${tao(into[i]!)}, ${percent(share(into[i]!, RAO_PER_TAO))}`],
      [`subnet ${one}: its pool grew by`, `${tao(grown[i]!)} and ${alpha(S.SubnetAlphaInEmission.get(world, one))} put in; ${alpha(S.SubnetAlphaOut.get(world, one) - outside[i]!)} more outside`],
      [`subnet ${one}: root's part of its validators' pay`, percent(rootProportion(world, one))],
    ])),
  };
}

/** Q3 */
export const LAYERS: PaperRow = {
  id: 'Q3', kind: 'question', title: 'Are subnets like layer-2 chains, or Avalanche\'s subnets?',
  says: 'Are they chains of their own over a base chain, and how is what drives them tied to TAO?',
  then: { verdict: 'does not hold', words: 'They are no chains: one chain, one set of block authors, one consensus for all. A subnet is rows in its state. It is tied to TAO by its pool, by its part of the TAO of each block, and by root stake, which earns in all of them.' },
  now: { verdict: 'does not hold', words: 'As then.' },
  command: 'taonet subnets list && taonet query SubtensorModule.SubnetTaoInEmission 1 && taonet why price 1',
  test: heldBy('Q3'),
  show: (worlds) => onBoth(worlds, tied),
};

const OLD_SOON_BLOCKS = 10n;
const EPOCHS = 4;
/** 0.5 with 32 places. */
const HALF_PRICE = I96F32.fromRational(1n, 2n);

function averages(base: World): Shown {
  const world = base.fork();
  const { S } = world;
  const [miner, other] = [seat(world, 'miner'), seat(world, 'other miner')];
  world.run(1);
  const [first] = validatorsOf(world);
  for (const validator of validatorsOf(world)) judge(world, validator, new Map([[miner.uid, 1]]));
  const moving = (): number => fixed(S.SubnetMovingPrice.get(world, FIRST), 32);
  // It starts at what the price is, and hardly moves for a young subnet: there would be nothing to see.
  const usual = S.EMAPriceHalvingBlocks.get(world, FIRST);
  S.EMAPriceHalvingBlocks.set(world, FIRST, OLD_SOON_BLOCKS);
  S.SubnetMovingPrice.set(world, FIRST, HALF_PRICE);
  const [spot, before] = [priceRao(world), moving()];
  const bonds: number[] = [];
  let blocks = 0;
  for (let i = 0; i < EPOCHS; i++) {
    blocks += runEpoch(world);
    bonds.push(S.Bonds.get(world, FIRST, first!.uid).find(([uid]) => uid === miner.uid)?.[1] ?? 0);
    if (i === 0) judge(world, first!, new Map([[other.uid, 1]]));
  }
  const after = moving();
  bears(after > before && after - before < 0.01, `the moving price went from ${before} to ${after}`);
  bears(bonds.every((bond, i) => bond > 0 && (i < 2 || bond < bonds[i - 1]!)), `bonds are ${bonds.join(', ')}`);
  return {
    'price of subnet 1': `${decimal(spot)} TAO per alpha`,
    [`its average (SubnetMovingPrice), set to ${before}, after ${blocks} blocks`]: after.toFixed(9),
    'half of its coefficient counts at an age of (EMAPriceHalvingBlocks)': `${count(usual)} blocks; ${OLD_SOON_BLOCKS} for this trial`,
    'the coefficient (SubnetMovingAlpha), of the price, each block': fixed(S.SubnetMovingAlpha.get(world), 32).toFixed(6),
    'a validator\'s bond in a miner that it leaves after the first epoch (Bonds)': bonds.map((bond) => `${count(bond)} of ${count(WHOLE_U16)}`).join(', '),
    'of the old bond stays (BondsMovingAverage)': percent(Number(S.BondsMovingAverage.get(world, FIRST)) / 1e6, 1),
  };
}

/** A miner of the reference subnets that answers well and then fails once: the mean over what counts, off chain. */
function averageOfMarks(): Shown {
  const good = Array.from<number>({ length: MAIN_TRACK.window - 1 }).fill(1);
  const [before, after] = [computeStanding(good, 0), computeStanding([...good, 0], 0)];
  bears(before.mean === 1 && after.mean < 1, 'the mean does not move');
  return { 'validators\' own mean, kept in the subnet\'s program': `over the last ${MAIN_TRACK.window} answers; ${good.length} right ones give ${before.mean.toFixed(3)}, one wrong one more ${after.mean.toFixed(3)}` };
}

/** Q5 */
export const AVERAGES: PaperRow = {
  id: 'Q5', kind: 'question', title: 'Are the moving averages on chain?',
  says: 'Much is averaged over time: is that done on chain?',
  then: { verdict: 'holds in part', words: 'Of prices and of bonds, yes: each has its storage item and its coefficient. What a validator thinks of a miner over time, no: that mean is kept by its own program, the chain sees weights only.' },
  now: { verdict: 'holds in part', words: 'As then.' },
  command: 'taonet query SubtensorModule.SubnetMovingPrice 1 && taonet query SubtensorModule.SubnetMovingAlpha && taonet query SubtensorModule.BondsMovingAverage 1 && taonet query SubtensorModule.Bonds 1 1',
  test: heldBy('Q5'),
  show: ({ then, now }) => figures({ both: averageOfMarks(), then: averages(then), now: averages(now) }),
};
