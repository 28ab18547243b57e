/** Pools, and going into and out of them. */

import { alpha, count, decimal, percent, RAO_PER_TAO, share, tao } from '../amounts.ts';
import { bears } from '../row.ts';
import { buy, FIRST, newcomer, openSubnet, priceRao, ROOT_NETUID, sell, validatorsOf } from '../scene.ts';
import { Rules } from '../storage.ts';
import type { World } from '../world.ts';
import { term } from './term.ts';

const BOUGHT_TAO = 100n;

const reserves = (world: World) => ({ tao: world.S.SubnetTAO.get(world, FIRST), alpha: world.S.SubnetAlphaIn.get(world, FIRST) });

/** Somebody new who stakes with the first validator. */
const staker = (world: World) => ({ coldkey: newcomer(world, 'staker').coldkey, hotkey: validatorsOf(world)[0]!.hotkey });

export const ammTerm = term({
  id: 'T2',
  title: 'AMM',
  says: 'The formula that makes a price out of what lies in a pool, as Uniswap V2 has it: the product of both sides stays.',
  means: 'automated market maker: a formula gives the price of alpha out of what a pool holds; nobody quotes one',
  then: { verdict: 'holds', words: 'The product of both sides stays through a trade, to the last places.' },
  now: { verdict: 'holds in part', words: 'Sides have weights: the product of the sides, each to the power of its weight, stays. The weights begin at a half each, where this is the old formula.' },
  command: 'taonet query Rules.Active && taonet subnets price 1',
  measure(world) {
    const before = reserves(world);
    const got = buy(world, staker(world), BOUGHT_TAO);
    const after = reserves(world);
    const change = share(after.tao * after.alpha - before.tao * before.alpha, before.tao * before.alpha);
    bears(Math.abs(change) < 1e-4, `the product changed by ${percent(change, 6)}`);
    return {
      'kind of pool': Rules.Active.get(world).pool,
      [`${BOUGHT_TAO} TAO buy`]: alpha(got),
      'product of the sides, change by this trade': percent(change, 7),
    };
  },
});

export const poolTerm = term({
  id: 'T11',
  title: 'subnet pool',
  says: 'TAO on one side, alpha on the other, on chain, one for each subnet.',
  means: 'TAO and alpha of one subnet side by side on chain, traded through it: `SubnetTAO` and `SubnetAlphaIn`',
  then: { verdict: 'holds', words: 'Two numbers per subnet; trades and emission change them, nobody else can add to them.' },
  now: { verdict: 'holds', words: 'The same two numbers, and two weights; the TAO lies on the subnet\'s account.' },
  command: 'taonet subnets show 1 && taonet query SubtensorModule.SubnetTAO 1',
  measure(world) {
    const before = reserves(world);
    const price = priceRao(world);
    world.run(1);
    const after = reserves(world);
    bears(after.tao > before.tao, 'a block put no TAO into the pool');
    return { 'of subnet 1': `${tao(before.tao)} and ${alpha(before.alpha)}`, price: `${decimal(price)} TAO per alpha`, 'after one block': `${tao(after.tao)} and ${alpha(after.alpha)}` };
  },
});

export const stakingTerm = term({
  id: 'T9',
  title: 'staking',
  says: 'TAO goes into a subnet\'s pool, alpha comes out and stands with a validator.',
  means: 'giving TAO into a subnet\'s pool for alpha that stands as stake on a hotkey; on root TAO stays TAO',
  then: { verdict: 'holds', words: 'Through the pool at its price; the order costs 0.00005 TAO, which stays in the pool.' },
  now: { verdict: 'holds', words: 'Through the pool at its price; the pool keeps a swap fee of 0.05 %.' },
  command: 'taonet stake add 1 --amount 100 --hotkey //Alice//validator --wallet-name //Alice --dry-run',
  measure(world) {
    const atSpot = (BOUGHT_TAO * RAO_PER_TAO * RAO_PER_TAO) / priceRao(world);
    const got = buy(world, staker(world), BOUGHT_TAO);
    bears(got > 0n && got < atSpot, 'staking costs nothing');
    return { [`${BOUGHT_TAO} TAO give`]: alpha(got), 'at the price before it would be': alpha(atSpot), 'less by': percent(1 - share(got, atSpot), 3) };
  },
});

export const unstakingTerm = term({
  id: 'T16',
  title: 'unstaking',
  says: 'The way back: alpha into the pool, TAO out.',
  means: 'the way back: alpha into the pool, TAO to the coldkey',
  then: { verdict: 'holds', words: 'Whoever turns round at once gets back what he gave less the fees: 0.00005 TAO in, 0.005 % out, or an epoch\'s dividends where that is more.' },
  now: { verdict: 'holds', words: 'As then, less a swap fee of 0.05 % each way.' },
  command: 'taonet stake add 1 --amount 100 --hotkey //Alice//validator --wallet-name //Alice --yes && taonet stake remove 1 --amount 10 --hotkey //Alice//validator --wallet-name //Alice --dry-run',
  measure(world) {
    const who = staker(world);
    const got = buy(world, who, BOUGHT_TAO);
    const back = sell(world, who, got);
    const lost = BOUGHT_TAO * RAO_PER_TAO - back;
    bears(lost > 0n && share(lost, BOUGHT_TAO * RAO_PER_TAO) < 0.01, `${tao(lost)} are lost`);
    return { [`${BOUGHT_TAO} TAO staked and unstaked at once`]: `${alpha(got)}, then ${tao(back)}`, 'lost on the way': tao(lost) };
  },
});

export const rootTerm = term({
  id: 'T7',
  title: 'root',
  says: 'Subnet 0: stake in TAO, no alpha, a part of what every subnet pays its validators.',
  means: 'subnet 0: stake is TAO there, there is no alpha and no work; its stakers get a part of all subnets\' dividends',
  then: { verdict: 'holds', words: 'Its part of the alpha was sold into the pools each block, the TAO paid at the epoch.' },
  now: { verdict: 'holds', words: 'Its part of the alpha is kept for its stakers, who claim it as TAO or as alpha.' },
  command: 'taonet root list && taonet query SubtensorModule.SubnetTAO 0',
  measure(world) {
    const { S } = world;
    const held = S.SubnetTAO.get(world, ROOT_NETUID);
    world.run(23);
    const paid = world.rules === '2025-05'
      ? S.TaoDividendsPerSubnet.entries(world, FIRST).reduce((sum, [, rao]) => sum + rao, 0n)
      : S.RootClaimable.keys(world).length;
    bears(paid > 0 && S.SubnetAlphaIn.get(world, ROOT_NETUID) === 0n, 'root gets nothing');
    return {
      'staked on root': tao(held),
      'alpha of root': alpha(S.SubnetAlphaIn.get(world, ROOT_NETUID)),
      ...(typeof paid === 'bigint' ? { 'TAO paid to root by one epoch of subnet 1': tao(paid) } : { 'hotkeys with dividends to claim after two epochs': count(paid) }),
    };
  },
});

export const subnetTerm = term({
  id: 'T10',
  title: 'subnet',
  says: 'A market of its own for one kind of work, with its own token, owner, miners and validators.',
  means: 'one market for one kind of work: an owner, neurons, hyperparameters, a token and a pool of its own',
  then: { verdict: 'holds', words: 'Anybody opens one for the lock cost; the next one costs twice as much and gets cheaper with time.' },
  now: { verdict: 'holds', words: 'As then; there are at most 128 on mainnet, and the cheapest old one gives way.' },
  command: 'taonet subnets list && taonet subnets burn-cost',
  measure(world) {
    const known = () => world.S.NetworksAdded.keys(world).length;
    const before = known();
    const { netuid, lockRao } = openSubnet(world, 'an owner');
    bears(known() === before + 1, 'no subnet came to be');
    return { 'subnets with root': `${before}, then ${known()}`, 'number of the new one': count(netuid), 'its price': tao(lockRao) };
  },
});
