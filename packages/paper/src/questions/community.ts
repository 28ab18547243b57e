/** Money of communities, and what was quoted about markets and minds. */

import { hyperparameterRows } from '@taonet/runtime';
import { alpha, count, decimal, percent, RAO_PER_TAO, tao } from '../amounts.ts';
import { bears, figures, onBoth, type PaperRow, type Shown } from '../row.ts';
import { buy, FIRST, judge, newcomer, openSubnet, priceRao, runEpoch, seat, stakeOf, validatorsOf, WHOLE_U16, type Seat } from '../scene.ts';
import type { World } from '../world.ts';
import { heldBy } from './heldBy.ts';

const BLOCKS_A_DAY = 7_200n;

function ownMoney(base: World): Shown {
  const world = base.fork();
  const { S } = world;
  const { netuid } = openSubnet(world, 'a community');
  const who = { coldkey: newcomer(world, 'a member').coldkey, hotkey: validatorsOf(world)[0]!.hotkey };
  buy(world, who, 100n, netuid);
  const [held, elsewhere] = [stakeOf(world, who, netuid), stakeOf(world, who, FIRST)];
  const atPar = held;
  world.call(who.coldkey, 'SubtensorModule.swap_stake', { hotkey: who.hotkey, origin_netuid: netuid, destination_netuid: FIRST, alpha_amount: held });
  const got = stakeOf(world, who, FIRST) - elsewhere;
  const tokens = S.NetworksAdded.keys(world).map(([one]) => one).filter((one) => one !== 0);
  const reserve = tokens.reduce((sum, one) => sum + S.SubnetTAO.get(world, one), 0n);
  bears(tokens.length === 2 && got !== atPar, `${tokens.length} tokens, ${got} at par`);
  return {
    'tokens, one for each community (subnet)': count(tokens.length),
    'made for the members of each, a day': alpha(BLOCKS_A_DAY * RAO_PER_TAO),
    'prices, by each one\'s pool': tokens.map((one) => `${decimal(priceRao(world, one))} TAO`).join(', '),
    'the one reserve behind all of them': tao(reserve),
    'one community\'s money for another\'s': `${alpha(held)} give ${alpha(got)} by the pools; at par it would be ${alpha(atPar)}`,
  };
}

/** Q11 */
export const CIRCLES: PaperRow = {
  id: 'Q11', kind: 'question', title: 'Does it resemble Circles, communities with money of their own?',
  says: 'It reminds of Circles, where communities issue money of their own.',
  then: { verdict: 'holds in part', words: 'Alike: a token for each community, made steadily, for those who belong to it. Unlike: Circles makes money for being there and lets it pass at par along trust; here it is made for judged work, and pools price it in one reserve, TAO.' },
  now: { verdict: 'holds in part', words: 'As then.' },
  command: 'taonet subnets list && taonet subnets price 1',
  test: heldBy('Q11'),
  show: (worlds) => onBoth(worlds, ownMoney),
};

function market(base: World): Shown {
  const world = base.fork();
  const { S } = world;
  const who = { coldkey: newcomer(world, 'buyer').coldkey, hotkey: validatorsOf(world)[0]!.hotkey };
  const cap = (): bigint => ((S.SubnetAlphaIn.get(world, FIRST) + S.SubnetAlphaOut.get(world, FIRST)) * priceRao(world)) / RAO_PER_TAO;
  const [price, before] = [priceRao(world), cap()];
  buy(world, who, 1_000n);
  bears(priceRao(world) > price, 'the price did not move');
  return { 'an opinion of 1,000 TAO moves the price': `${decimal(price)} to ${decimal(priceRao(world))} TAO per alpha`, 'and what all alpha is worth at it': `${tao(before)} to ${tao(cap())}` };
}

/** Q14a */
export const ART: PaperRow = {
  id: 'Q14a', kind: 'quotation', title: 'The art is in the market',
  says: 'What is made is the market itself: that is the work of art.',
  then: { verdict: 'holds', words: 'A caption for the market: no one sets a subnet\'s worth, and each purchase restates it.' },
  now: { verdict: 'holds', words: 'As then.' },
  command: 'taonet subnets list && taonet subnets price 1',
  test: heldBy('Q14a'),
  show: (worlds) => onBoth(worlds, market),
};

/** Opinions of the three validators about two miners, as parts for the second one. */
function opinions(base: World, parts: readonly [number, number, number]): { readonly world: World; readonly miners: readonly Seat[] } {
  const world = base.fork();
  const miners = [seat(world, 'first miner'), seat(world, 'second miner')];
  world.run(1);
  for (const [i, validator] of validatorsOf(world).entries()) judge(world, validator, new Map([[miners[0]!.uid, 1 - parts[i]!], [miners[1]!.uid, parts[i]!]]));
  runEpoch(world);
  runEpoch(world);
  return { world, miners };
}

const consensusOn = ({ world, miners }: ReturnType<typeof opinions>): string => percent(world.S.Consensus.get(world, FIRST)[miners[1]!.uid]! / WHOLE_U16, 1);

function localAndGlobal(base: World): Shown {
  const [alone, two] = [opinions(base, [0.2, 0.2, 0.9]), opinions(base, [0.2, 0.9, 0.9])];
  bears(consensusOn(alone) === '20.0 %' && consensusOn(two) === '90.0 %', `consensus ${consensusOn(alone)}, ${consensusOn(two)}`);
  return { 'local weights 20 %, 20 %, 90 % become the global weight': consensusOn(alone), 'and 20 %, 90 %, 90 %': consensusOn(two) };
}

/** Q14b */
export const LOCAL_WEIGHT: PaperRow = {
  id: 'Q14b', kind: 'quotation', title: 'Consensus comes before a local weight becomes a global one',
  says: 'What one node finds becomes what all hold only by way of consensus.',
  then: { verdict: 'holds', words: 'A caption for the matrix of weights: rows are local, the median of each column is global, and nothing gets from one to the other but through it.' },
  now: { verdict: 'holds', words: 'As then.' },
  command: 'taonet weights show 1',
  test: heldBy('Q14b'),
  show: (worlds) => onBoth(worlds, localAndGlobal),
};

function adapting(base: World): Shown {
  const world = base.fork();
  const { S } = world;
  const seatsTaken = 3;
  const before = S.Burn.get(world, FIRST);
  for (let i = 0; i < seatsTaken; i++) seat(world, `newcomer ${i}`);
  if (world.rules === '2025-05') S.AdjustmentInterval.set(world, FIRST, 10);
  world.run(12);
  const after = S.Burn.get(world, FIRST);
  bears(after !== before, `the price of a seat stayed ${before}`);
  return { [`price of a seat, before and after ${seatsTaken} registrations and 12 blocks`]: `${tao(before)}, ${tao(after)}` };
}

/** Q14c */
export const ADAPTIVE_SPACE: PaperRow = {
  id: 'Q14c', kind: 'quotation', title: 'An adaptive space',
  says: 'The network as a space that adapts to what happens in it.',
  then: { verdict: 'holds in part', words: 'A caption for prices and settings: prices of alpha, of seats and of subnets move by themselves with demand. The rest of the space is moved by hand, by owners and root.' },
  now: { verdict: 'holds in part', words: 'As then; the price of a seat now moves with every registration and every block.' },
  command: 'taonet subnets burn-cost && taonet sudo get 1',
  test: heldBy('Q14c'),
  show({ then, now }) {
    const rows = hyperparameterRows();
    const [byOwner, byRoot] = [rows.filter(({ who }) => who !== 'root').length, rows.filter(({ who }) => who === 'root').length];
    bears(byOwner > 0 && byRoot > 0, `${byOwner}, ${byRoot}`);
    return figures({ both: { 'settings that people move': `${byOwner} by owners, ${byRoot} by root` }, then: adapting(then), now: adapting(now) });
  },
};

const STEPS = [0.9, 0.7, 0.5, 0.3, 0.2] as const;

/** What a validator's dividends are, of an honest one's, as it comes nearer to the others step by step. */
function stepByStep(base: World): Shown {
  const trust = STEPS.map((part) => {
    const { world } = opinions(base, [0.2, 0.2, part]);
    const [first, , third] = validatorsOf(world);
    const { S } = world;
    return { part, counts: S.ValidatorTrust.get(world, FIRST)[third!.uid]! / S.ValidatorTrust.get(world, FIRST)[first!.uid]!, dividends: S.Dividends.get(world, FIRST)[third!.uid]! / S.Dividends.get(world, FIRST)[first!.uid]! };
  });
  for (const [i, { counts }] of trust.entries()) bears(i === 0 || counts > trust[i - 1]!.counts, `${counts} after ${trust[i - 1]?.counts}`);
  bears(trust[0]!.dividends < trust.at(-1)!.dividends, 'agreeing does not pay');
  return {
    'a validator says of a miner (others: 20 %), and of its weights counts': trust.map(({ part, counts }) => `${percent(part, 0)}: ${percent(counts, 0)}`).join(' · '),
    'its dividends, of an honest one\'s': trust.map(({ part, dividends }) => `${percent(part, 0)}: ${percent(dividends, 1)}`).join(' · '),
  };
}

/** Q14d */
export const LOCAL_ADAPTATION: PaperRow = {
  id: 'Q14d', kind: 'quotation', title: 'Minimal local adaptation',
  says: 'The smallest change that one node makes for itself is what the whole adapts by.',
  then: { verdict: 'holds', words: 'A caption for clipping: each small step of one validator towards the others is paid at once, by what is no longer cut off. Nobody has to see the whole for it.' },
  now: { verdict: 'holds', words: 'As then. The same pull makes a validator that is right before the others wait.' },
  command: 'taonet why no-dividends 1 3 && taonet weights show 1',
  test: heldBy('Q14d'),
  show: (worlds) => onBoth(worlds, stepByStep),
};
