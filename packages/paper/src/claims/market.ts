/** Subnets as a market: investing, pools and their kinds, price impact, staking and unstaking. */

import { alpha, count, decimal, percent, RAO_PER_TAO, share, tao } from '../amounts.ts';
import { bears, figures, onBoth, type PaperRow, type Shown } from '../row.ts';
import { buy, FIRST, newcomer, openSubnet, priceRao, sell, stakeOf, validatorsOf, type Seat } from '../scene.ts';
import { Rules } from '../storage.ts';
import type { World } from '../world.ts';
import { taoOfBlock } from './emission.ts';
import { heldBy } from './heldBy.ts';

const SUPPLY = 21_000_000n;
const SIZES_TAO = [1n, 10n, 100n, 1_000n] as const;
const ORDER_TAO = 1_000n;

/** Somebody with TAO who stakes on the first validator. */
export function investor(world: World): Omit<Seat, 'uid'> {
  return { coldkey: newcomer(world, 'an investor').coldkey, hotkey: validatorsOf(world)[0]!.hotkey };
}

function invested(base: World): Shown {
  const world = base.fork();
  const { S } = world;
  const { netuid: other } = openSubnet(world, 'owner of the second subnet');
  const who = investor(world);
  const row = (netuid: number): { readonly cap: bigint; readonly fdv: bigint } => {
    const rate = priceRao(world, netuid);
    return { cap: (rate * (S.SubnetAlphaIn.get(world, netuid) + S.SubnetAlphaOut.get(world, netuid))) / RAO_PER_TAO, fdv: rate * SUPPLY };
  };
  const before = priceRao(world, other);
  const got = buy(world, who, 100n, other);
  const after = priceRao(world, other);
  bears(got > 0n && after > before, `100 TAO gave ${got}, price ${before} to ${after}`);
  world.run(1);
  const shares = [FIRST, other].map((netuid) => taoOfBlock(world, netuid));
  const rows = [FIRST, other].map(row);
  return {
    '100 TAO on the second subnet give': `${alpha(got)}; its price goes from ${decimal(before)} to ${decimal(after)} TAO`,
    'capitalisation (price × alpha there is)': rows.map(({ cap }) => `${count(cap / RAO_PER_TAO)} TAO`).join(' and '),
    'fully diluted (price × 21 million)': rows.map(({ fdv }) => `${count(fdv / RAO_PER_TAO)} TAO`).join(' and '),
    'share of the emission': shares.map((rao) => percent(share(rao, shares[0]! + shares[1]!))).join(' and '),
  };
}

/** C2 */
export const INVEST: PaperRow = {
  id: 'C2', kind: 'claim', title: 'A new commodity needs a new market: invest in subnets directly',
  says: 'Intelligence is a new commodity and wants a market of its own: holders put their TAO into the subnets they believe in.',
  then: { verdict: 'holds', words: 'Anybody with TAO buys a subnet\'s alpha from its pool; the price rises for the next one, and with the price, slowly, the subnet\'s emission.' },
  now: { verdict: 'holds', words: 'As then. Capitalisation, dilution and share of emission are three different things: the first counts the alpha there is, the second all there can ever be, the third goes by the moving price alone.' },
  command: 'taonet subnets list && taonet stake add 1 --amount 100 --hotkey //Alice//validator --wallet-name //Alice --dry-run',
  test: heldBy('C2'),
  show: (worlds) => onBoth(worlds, invested),
};

function economy(base: World): Shown {
  const world = base.fork();
  const { S } = world;
  const { netuid: other } = openSubnet(world, 'owner of the second subnet');
  const pools = [FIRST, other].map((netuid) => ({ tao: S.SubnetTAO.get(world, netuid), alpha: S.SubnetAlphaIn.get(world, netuid), rate: priceRao(world, netuid) }));
  for (const pool of pools) bears(Math.abs(share(pool.tao, pool.alpha) / share(pool.rate, RAO_PER_TAO) - 1) < 1e-3, `price ${pool.rate} of ${pool.tao} / ${pool.alpha}`);
  const who = investor(world);
  const untouched = priceRao(world, FIRST);
  buy(world, who, 100n, other);
  bears(priceRao(world, FIRST) === untouched && priceRao(world, other) > pools[1]!.rate, 'a purchase moved the other subnet\'s price');
  return Object.fromEntries([
    ...pools.map((pool, i) => [`pool of subnet ${[FIRST, other][i]}`, `${tao(pool.tao)} and ${alpha(pool.alpha)}: ${decimal(pool.rate)} TAO per alpha`]),
    ['the first one\'s price after 100 TAO went into the second', `${decimal(priceRao(world, FIRST))} TAO: unmoved`],
  ]) as Shown;
}

/** C5 */
export const OWN_ECONOMY: PaperRow = {
  id: 'C5', kind: 'claim', title: 'Each subnet is an economy with its own alpha',
  says: 'Every subnet is an economy of its own with its own token alpha, priced by a pool of TAO and alpha on chain.',
  then: { verdict: 'holds', words: 'The price is TAO over alpha in the subnet\'s pool, two numbers anybody can read.' },
  now: { verdict: 'holds', words: 'The same two numbers, each with a weight that starts at a half; the TAO lies on an account of the subnet.' },
  command: 'taonet subnets show 1 && taonet query SubtensorModule.SubnetTAO 1 && taonet query SubtensorModule.SubnetAlphaIn 1',
  test: heldBy('C5'),
  show: (worlds) => onBoth(worlds, economy),
};

/** What the order buys in pools of equal reserves. */
function bought(world: World): { readonly got: bigint; readonly price: bigint } {
  const got = buy(world, investor(world), ORDER_TAO);
  return { got, price: (ORDER_TAO * RAO_PER_TAO * RAO_PER_TAO) / got };
}

/** C10 */
export const POOL_KIND: PaperRow = {
  id: 'C10', kind: 'claim', title: 'The pool is Uniswap V2, V3 is coming',
  says: 'Pools work as Uniswap V2\'s do; V3 with its concentrated liquidity is on the way.',
  then: { verdict: 'holds', words: 'Product of the reserves constant, as V2; without V2\'s fee. V3 came on 30 June 2025.' },
  now: { verdict: 'does not hold', words: 'V3 stayed until 25 June 2026; since then pools are weighted, as Balancer\'s are, with a fee of 0.05 %. With V3 switched on here the same order costs the same, for all liquidity is the chain\'s own and lies over the whole range.' },
  command: 'taonet query Rules.Active && taonet subnets price 1',
  test: heldBy('C10'),
  show({ then, now }) {
    const was = then.fork();
    const product = (world: World): bigint => world.S.SubnetTAO.get(world, FIRST) * world.S.SubnetAlphaIn.get(world, FIRST);
    const before = product(was);
    const v2 = bought(was);
    bears(Rules.Active.get(was).pool === 'ConstantProduct' && Math.abs(share(product(was), before) - 1) < 1e-7, `product ${before} to ${product(was)}`);
    const weighted = now.fork();
    bears(Rules.Active.get(weighted).pool === 'Weighted', `pool ${Rules.Active.get(weighted).pool}`);
    const today = bought(weighted.run(1));
    const concentrated = now.fork();
    concentrated.call('root', 'Rules.set_rules', { switches: { ...Rules.Active.get(concentrated), pool: 'Concentrated' } });
    concentrated.run(1);
    bears(Rules.Active.get(concentrated).pool === 'Concentrated', `pool ${Rules.Active.get(concentrated).pool}`);
    const v3 = bought(concentrated);
    bears(today.got < v2.got && Math.abs(share(v3.got, today.got) - 1) < 1e-6, `alpha for 1,000 TAO: ${v2.got}, ${v3.got}, ${today.got}`);
    const text = ({ got, price }: { readonly got: bigint; readonly price: bigint }): string => `${alpha(got)}, ${decimal(price)} TAO each`;
    return figures({
      then: { 'kind of pool': Rules.Active.get(was).pool, '1,000 TAO buy': text(v2), 'change of the product of both reserves': percent(share(product(was), before) - 1, 7) },
      now: { 'kind of pool': Rules.Active.get(weighted).pool, '1,000 TAO buy': text(today), '1,000 TAO buy, with concentrated liquidity (V3) switched on': text(v3) },
    });
  },
};

function slippage(base: World, netuid: number): readonly string[] {
  const rate = priceRao(base, netuid);
  return SIZES_TAO.map((size) => {
    const world = base.fork();
    const who = investor(world);
    const got = buy(world, who, size, netuid);
    const paid = share(size * RAO_PER_TAO, got);
    const back = sell(world, who, got, netuid);
    return `${count(size)} TAO: ${percent(paid / share(rate, RAO_PER_TAO) - 1)} above the price shown; sold again at once ${tao(back)}`;
  });
}

function thin(base: World): Shown {
  const world = base.fork();
  const { netuid } = openSubnet(world, 'owner of the young subnet');
  const depths = [netuid, FIRST].map((where) => count(world.S.SubnetTAO.get(world, where) / RAO_PER_TAO));
  const [young, older] = [slippage(world, netuid), slippage(world, FIRST)];
  const who = investor(world);
  const got = buy(world, who, ORDER_TAO, netuid);
  const nominal = (got * priceRao(world, netuid)) / RAO_PER_TAO;
  const exit = sell(world.fork(), who, got, netuid);
  bears(nominal > (exit * 3n) / 2n, `nominal ${nominal}, exit ${exit}`);
  return Object.fromEntries([
    ...SIZES_TAO.map((_, i) => [`young pool (${depths[0]} TAO), ${young[i]!.split(':')[0]}`, young[i]!.split(': ')[1]!]),
    [`pool of subnet 1 (${depths[1]} TAO), ${older.at(-1)!.split(':')[0]}`, older.at(-1)!.split(': ')[1]!],
    ['what 1,000 TAO bought in the young pool', `worth ${decimal(nominal)} TAO at the new price, ${decimal(exit)} TAO when sold`],
  ]) as Shown;
}

/** C13 */
export const THIN_POOLS: PaperRow = {
  id: 'C13', kind: 'claim', title: 'Young pools are thin',
  says: 'The pools of young subnets are shallow: large orders slip, and speculation has it easy.',
  then: { verdict: 'holds', words: 'A new pool held the minimum lock of 1,000 TAO, here; an order of that size paid twice the price shown. The price after it makes a holding look worth twice what its sale brings.' },
  now: { verdict: 'holds', words: 'The whole lock goes into the pool now, so it is deeper when subnets are dear; the arithmetic of slippage is the same.' },
  command: 'taonet stake add 1 --amount 1000 --hotkey //Alice//validator --wallet-name //Alice --dry-run && taonet stake list //Alice',
  test: heldBy('C13'),
  show: (worlds) => onBoth(worlds, thin),
};

function thereAndBack(base: World): Shown {
  const world = base.fork();
  const { S } = world;
  const who = investor(world);
  const pool = (): readonly bigint[] => [S.SubnetTAO.get(world, FIRST), S.SubnetAlphaIn.get(world, FIRST)];
  const [before, held] = [pool(), stakeOf(world, who)];
  const got = buy(world, who, 100n);
  const after = pool();
  bears(after[0]! > before[0]! && before[1]! - after[1]! === got && held === 0n, `pool ${before.join('/')} to ${after.join('/')}, got ${got}`);
  const back = sell(world, who, got);
  const lost = 100n * RAO_PER_TAO - back;
  bears(lost > 0n && lost < RAO_PER_TAO, `lost ${lost}`);
  return {
    '100 TAO staked: the pool gains': tao(after[0]! - before[0]!),
    'and gives': alpha(before[1]! - after[1]!),
    'unstaked at once': tao(back),
    'lost on the way, with nobody trading in between': tao(lost),
  };
}

/** C15 */
export const STAKING: PaperRow = {
  id: 'C15', kind: 'claim', title: 'Staking is buying, unstaking is selling',
  says: 'To stake is to change TAO into alpha, to unstake is to change it back, both through the pool.',
  then: { verdict: 'holds', words: 'Both ways through the pool; a fee of 0.00005 TAO in, and out one that goes by the dividends of the stake.' },
  now: { verdict: 'holds', words: 'Both ways through the pool; 0.05 % of what goes in is the fee, each time. On root, where there is no alpha, it stays 1 : 1.' },
  command: 'taonet stake add 1 --amount 100 --hotkey //Alice//validator --wallet-name //Alice && taonet stake list //Alice && taonet stake remove 1 --amount 10 --hotkey //Alice//validator --wallet-name //Alice',
  test: heldBy('C15'),
  show: (worlds) => onBoth(worlds, thereAndBack),
};
