/** How many there will be: TAO and alpha, block by block. */

import { computeBlockEmission } from '@taonet/runtime';
import { alpha, count, decimal, RAO_PER_TAO, tao } from '../amounts.ts';
import { bears, figures, onBoth, type PaperRow, type Shown } from '../row.ts';
import { FIRST, priceRao } from '../scene.ts';
import type { World } from '../world.ts';
import { heldBy } from './heldBy.ts';
import { ISSUED } from './mainnet.ts';

const SUPPLY_TAO = 21_000_000n;
const FIRST_HALVING_TAO = 10_500_000n;
/** A few rao of a block that no pool can take are taken back today. */
const DUST_RAO = 10n;

const isAbout = (rao: bigint, expected: bigint): boolean => rao <= expected && expected - rao <= DUST_RAO;

/** What one block adds to the issuance that halvings go by. */
function issuedInBlock(world: World): bigint {
  const before = world.S.TotalIssuance.get(world);
  world.run(1);
  return world.S.TotalIssuance.get(world) - before;
}

/** Issued by the block that begins with so much issued already. */
function issuedAt(world: World, issuanceRao: bigint): bigint {
  const fork = world.fork();
  fork.S.TotalIssuance.set(fork, issuanceRao);
  return issuedInBlock(fork);
}

function halvings(world: World): Shown {
  const crossing = world.fork();
  crossing.S.TotalIssuance.set(crossing, (FIRST_HALVING_TAO - 2n) * RAO_PER_TAO);
  const blocks = [1, 2, 3, 4].map(() => issuedInBlock(crossing));
  bears(blocks.every((rao, i) => isAbout(rao, i < 2 ? RAO_PER_TAO : RAO_PER_TAO / 2n)), `issued around the first halving: ${blocks.map(tao).join(', ')}`);
  const thresholds = [10_500_000n, 15_750_000n, 18_375_000n, 19_687_500n];
  const steps = thresholds.map((at, i) => {
    const after = issuedAt(world, at * RAO_PER_TAO);
    bears(isAbout(after, RAO_PER_TAO >> BigInt(i + 1)), `issued from ${at} TAO on: ${tao(after)}`);
    return `${decimal(at * RAO_PER_TAO)} → ${decimal(after)}`;
  });
  const start = world.S.TotalIssuance.get(world);
  const last = issuedAt(world, SUPPLY_TAO * RAO_PER_TAO);
  bears(last === 0n, `issued beyond 21 million: ${tao(last)}`);
  return {
    'a block, with the first halving two blocks away': blocks.map(decimal).join(', ').concat(' TAO'),
    'a block, from so many issued TAO on': `${steps.join(' · ')} TAO`,
    'a block, once 21,000,000 are issued': tao(last),
    'issued when the developer network starts': `${tao(start)}: the first halving is ${count((FIRST_HALVING_TAO * RAO_PER_TAO - start) / computeBlockEmission(start))} blocks away`,
  };
}

/** C6 */
export const TAO_ISSUANCE: PaperRow = {
  id: 'C6', kind: 'claim', title: 'One TAO a block, halvings, 21 million',
  says: 'A block makes 1 TAO; that halves from time to time, and there will never be more than 21 million.',
  then: { verdict: 'holds', words: 'A block made 1 TAO, for less than 10.5 million were issued. When it halves is a matter of how much is issued, not of the date: at half of what is left, and again.' },
  now: { verdict: 'holds', words: 'The same function; the first threshold lies behind the real network, which makes 0.5 TAO a block. 21 million is a hard cap as well: what is minted is cut to what is left.' },
  command: 'taonet up && taonet advance 1001 && taonet query SubtensorModule.TotalIssuance',
  test: heldBy('C6'),
  show(worlds) {
    const real = computeBlockEmission(ISSUED.rao);
    bears(real === RAO_PER_TAO / 2n, `the real network's block: ${tao(real)}`);
    const name = `the real network, block ${count(ISSUED.block)}, ${ISSUED.date}`;
    return { ...onBoth(worlds, halvings), ...figures({ now: { [name]: `${tao(ISSUED.rao)} issued, so ${tao(real)} a block` } }) };
  },
};

/** What a block makes of a subnet's alpha: for those who work, and for the pool. */
function alphaMade(world: World): { readonly out: bigint; readonly pool: bigint } {
  const { S } = world;
  const before = [S.SubnetAlphaOut.get(world, FIRST), S.SubnetAlphaIn.get(world, FIRST)] as const;
  world.run(1);
  return { out: S.SubnetAlphaOutEmission.get(world, FIRST), pool: S.SubnetAlphaIn.get(world, FIRST) + S.SubnetAlphaOut.get(world, FIRST) - before[0] - before[1] - S.SubnetAlphaOutEmission.get(world, FIRST) };
}

function alphaIssuance(world: World): Shown {
  const { S } = world;
  const young = world.fork();
  const youngPrice = priceRao(young);
  const made = alphaMade(young);
  bears(made.out === RAO_PER_TAO && made.pool > 0n && made.pool <= RAO_PER_TAO, `alpha of a block: ${made.out} and ${made.pool}`);
  const cheap = world.fork();
  S.SubnetAlphaIn.set(cheap, FIRST, S.SubnetAlphaIn.get(cheap, FIRST) * 3n);
  const cheapPrice = priceRao(cheap);
  const madeCheap = alphaMade(cheap);
  const total = madeCheap.out + madeCheap.pool;
  bears(total > RAO_PER_TAO && total <= 2n * RAO_PER_TAO, `alpha of a block at a low price: ${total}`);
  const old = world.fork();
  S.SubnetAlphaOut.set(old, FIRST, FIRST_HALVING_TAO * RAO_PER_TAO - S.SubnetAlphaIn.get(old, FIRST));
  const halved = alphaMade(old);
  bears(halved.out === RAO_PER_TAO / 2n && halved.out === computeBlockEmission(FIRST_HALVING_TAO * RAO_PER_TAO), `alpha of a block after its halving: ${halved.out}`);
  return {
    'alpha of a block, for those who work': alpha(made.out),
    [`alpha of a block, into the pool at ${decimal(youngPrice)} TAO`]: alpha(made.pool),
    [`alpha of a block in all, at ${decimal(cheapPrice)} TAO`]: alpha(total),
    'alpha of a block for those who work, once 10,500,000 are in the pool and outside': alpha(halved.out),
  };
}

/** C7 */
export const ALPHA_ISSUANCE: PaperRow = {
  id: 'C7', kind: 'claim', title: 'Alpha is issued exactly as TAO is',
  says: 'Each subnet has 21 million alpha of its own, issued on exactly the same schedule as TAO: 1 a block.',
  then: { verdict: 'holds in part', words: 'The schedule is the same function, but up to 2 alpha are made in a block: 1 for those who work, and up to 1 more that goes into the pool beside its TAO. Both count towards the halving, so it comes sooner than TAO\'s would.' },
  now: { verdict: 'holds in part', words: 'As then: 1 for those who work and up to 1 into the pool. What goes into the pool is also limited by root\'s part of the subnet, and so shrinks as the subnet grows.' },
  command: 'taonet query SubtensorModule.SubnetAlphaInEmission 1 && taonet query SubtensorModule.SubnetAlphaOutEmission 1',
  test: heldBy('C7'),
  show: (worlds) => onBoth(worlds, alphaIssuance),
};
