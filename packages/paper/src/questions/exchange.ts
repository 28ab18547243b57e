/** Prices: of the first moment, and between two alphas. */

import { computeConstantProductOut, type Reserves } from '@taonet/pools';
import { alpha, count, decimal, percent, RAO_PER_TAO, share, tao } from '../amounts.ts';
import { bears, onBoth, type PaperRow, type Shown } from '../row.ts';
import { buy, FIRST, newcomer, openSubnet, priceRao, stakeOf, validatorsOf } from '../scene.ts';
import type { World } from '../world.ts';
import { heldBy } from './heldBy.ts';

/** What comes out of a pool of two alphas for `amountIn` of the first. */
export const directSwap = (pool: Reserves, amountIn: bigint): bigint => computeConstantProductOut(pool, 'buy', amountIn) ?? 0n;

/** Loss against the prices before, of 1. */
const loss = (got: bigint, atSpot: bigint): number => 1 - share(got, atSpot);

const poolOf = (world: World, netuid: number): Reserves => ({ taoReserveRao: world.S.SubnetTAO.get(world, netuid), alphaReserveRao: world.S.SubnetAlphaIn.get(world, netuid) });
const SUBNETS = 128;
const MOVED_ALPHA = 100n;

function legsAndPool(base: World): Shown {
  const world = base.fork();
  const { netuid } = openSubnet(world, 'an owner');
  const who = { coldkey: newcomer(world, 'trader').coldkey, hotkey: validatorsOf(world)[0]!.hotkey };
  buy(world, who, 1_000n);
  const [from, to] = [poolOf(world, FIRST), poolOf(world, netuid)];
  const amount = MOVED_ALPHA * RAO_PER_TAO;
  const [priceFrom, priceTo] = [priceRao(world), priceRao(world, netuid)];
  const atSpot = (amount * priceFrom) / priceTo;
  const before = stakeOf(world, who, netuid);
  world.call(who.coldkey, 'SubtensorModule.swap_stake', { hotkey: who.hotkey, origin_netuid: FIRST, destination_netuid: netuid, alpha_amount: amount });
  const byTao = stakeOf(world, who, netuid) - before;
  // A pool of both alphas, as deep as the thinner of the two legs, at their prices.
  const depth = to.taoReserveRao;
  const aside = (price: bigint, of: bigint): bigint => (of * RAO_PER_TAO) / price;
  const sized = (of: bigint): Reserves => ({ taoReserveRao: aside(priceFrom, of), alphaReserveRao: aside(priceTo, of) });
  const direct = directSwap(sized(depth), amount);
  // All pools of a network together hold as much as before, spread over all pairs.
  const pairs = (SUBNETS * (SUBNETS - 1)) / 2;
  const thin = directSwap(sized((depth * BigInt(SUBNETS)) / BigInt(pairs)), amount);
  bears(loss(direct, atSpot) < loss(byTao, atSpot) && loss(thin, atSpot) > loss(byTao, atSpot), `direct ${loss(direct, atSpot)}, by TAO ${loss(byTao, atSpot)}, spread ${loss(thin, atSpot)}`);
  return {
    'the two pools': `${tao(from.taoReserveRao)} and ${tao(to.taoReserveRao)} deep`,
    [`${MOVED_ALPHA} alpha of subnet 1, in alpha of the other at the prices before`]: alpha(atSpot),
    'by both pools, through TAO (one call)': `${alpha(byTao)}, ${percent(loss(byTao, atSpot))} less`,
    'by a pool of both alphas as deep as the thinner one (simulated)': `${alpha(direct)}, ${percent(loss(direct, atSpot))} less`,
    [`pools for ${SUBNETS} subnets`]: `${SUBNETS} with TAO in the middle, ${count(pairs)} for all pairs`,
    'by such a pool, when the same money lies in all pairs (simulated)': `${alpha(thin)}, ${percent(loss(thin, atSpot))} less`,
  };
}

/** Q4 */
export const ALPHA_FOR_ALPHA: PaperRow = {
  id: 'Q4', kind: 'question', title: 'What if alpha traded against more than TAO?',
  says: 'Each alpha has a pool with TAO only: what if alphas traded with each other?',
  then: { verdict: 'not on chain', words: 'There is no such pool; a swap from one alpha to another is one call that sells for TAO and buys. A pool of both would lose less on a trade if it were as deep, but every pair would want one, and the same money spread over all pairs is too thin to trade in.' },
  now: { verdict: 'not on chain', words: 'As then; each of the two legs also takes its swap fee.' },
  command: 'taonet subnets create --hotkey //Alice//shop --wallet-name //Alice --yes && taonet advance 11 && taonet subnets start 2 --wallet-name //Alice --yes && '
    + 'taonet stake add 1 --amount 200 --hotkey //Alice//validator --wallet-name //Alice --yes && taonet stake swap --origin-netuid 1 --dest-netuid 2 --amount 100 --hotkey //Alice//validator --wallet-name //Alice --unsafe --dry-run',
  test: heldBy('Q4'),
  show: (worlds) => onBoth(worlds, legsAndPool),
};

/** Pools as they are in the block of the registration: nothing has been emitted into them yet. */
function firstRates(base: World): Shown {
  const world = base.fork();
  const { S } = world;
  const median = (): bigint => {
    const prices = S.NetworksAdded.keys(world).map(([netuid]) => netuid).filter((netuid) => netuid !== 0).map((netuid) => priceRao(world, netuid)).sort((a, b) => (a < b ? -1 : 1));
    return prices.length % 2 === 1 ? prices[prices.length >> 1]! : (prices[prices.length / 2 - 1]! + prices[prices.length / 2]!) / 2n;
  };
  world.run(2);
  const shown: [string, string][] = [['least lock', tao(S.NetworkMinLockCost.get(world))]];
  for (const which of ['first', 'second']) {
    const owner = newcomer(world, `owner of the ${which}`);
    const [before, expected] = [world.free(owner.coldkey), median()];
    world.call(owner.coldkey, 'SubtensorModule.register_network', { hotkey: owner.hotkey });
    const netuid = Math.max(...S.NetworksAdded.keys(world).map(([key]) => key));
    const [paid, rate] = [before - world.free(owner.coldkey), priceRao(world, netuid)];
    const reserves = poolOf(world, netuid);
    const wanted = world.rules === '2025-05' ? RAO_PER_TAO : expected;
    bears(rate - wanted <= 1n && wanted - rate <= 1n, `the first rate is ${rate}, not ${wanted}`);
    bears(reserves.taoReserveRao === (world.rules === '2025-05' ? S.NetworkMinLockCost.get(world) : paid), `the pool holds ${reserves.taoReserveRao}`);
    shown.push([`the ${which} subnet made here`, `${tao(paid)} paid, a pool of ${tao(reserves.taoReserveRao)} and ${alpha(reserves.alphaReserveRao)}: ${decimal(rate)} TAO per alpha`]);
    shown.push([`median of all prices before the ${which}`, `${decimal(expected)} TAO per alpha`]);
    world.run(2);
  }
  return Object.fromEntries(shown);
}

/** Q7 */
export const FIRST_RATE: PaperRow = {
  id: 'Q7', kind: 'question', title: 'How is the first rate between alpha and TAO set?',
  says: 'When a subnet begins, who decides what its alpha costs?',
  then: { verdict: 'holds', words: 'Nobody: one to one, as much of each as the least lock. What was paid above the least lock was destroyed.' },
  now: { verdict: 'holds', words: 'Nobody: all that was paid goes into the pool, beside as much alpha as the median price of all subnets makes of it.' },
  command: 'taonet subnets burn-cost && taonet subnets create --hotkey //Alice//shop --wallet-name //Alice --yes && taonet subnets price 2',
  test: heldBy('Q7'),
  show: (worlds) => onBoth(worlds, firstRates),
};
