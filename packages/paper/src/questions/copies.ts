/** Copies: of a whole subnet, and of somebody else's weights. */

import { copySubnet, copyWeights, followEpochs, type CopierReport, type Earnings } from '@taonet/sdk/copy';
import { count, decimal, percent, RAO_PER_TAO, tao } from '../amounts.ts';
import { onWorld } from '../copy/onWorld.ts';
import { bears, onBoth, type PaperRow, type Shown } from '../row.ts';
import { FIRST, judge, newcomer, runEpoch, seat, validatorsOf } from '../scene.ts';
import type { World } from '../world.ts';
import { heldBy } from './heldBy.ts';

const EPOCHS = 10;
const MILLION = 1e6;
const SCORES = [0.5, 0.3, 0.2];

const earned = ({ taoInRao, shareMillionths, alpha, exitAllRao, rootRao }: Earnings): string =>
  `${percent(Number(shareMillionths) / MILLION, 3)} of subnets' TAO (${tao(taoInRao)}); ${decimal(alpha.miners)} alpha to miners; all that was paid sells for ${tao(exitAllRao + rootRao)}`;

/** The developer network's subnet with three miners, and its copy, side by side. */
function subnetBeside(base: World): Shown {
  const world = base.fork();
  const miners = SCORES.map((_, i) => seat(world, `miner ${i + 1}`));
  world.run(1);
  for (const validator of validatorsOf(world)) judge(world, validator, new Map(miners.map(({ uid }, i) => [uid, SCORES[i]!])));
  runEpoch(world);
  const owner = newcomer(world, 'who copies');
  const copy = onWorld(world, copySubnet({ netuid: FIRST, owner: owner.coldkey, hotkey: owner.hotkey }));
  const [original, second] = onWorld(world, followEpochs({ netuids: [FIRST, copy.netuid], epochs: EPOCHS })).subnets as [Earnings, Earnings];
  const [incentives, again] = [FIRST, copy.netuid].map((netuid) => world.S.Incentive.get(world, netuid).filter((one) => one > 0)) as [number[], number[]];
  // Stakes on both differ by what they were paid: the last place of a rounding may.
  bears(incentives.length === SCORES.length && incentives.every((one, i) => Math.abs(one - again[i]!) <= 1), `incentives are ${incentives.join(', ')} and ${again.join(', ')}`);
  bears(second.taoInRao < RAO_PER_TAO / 1000n && second.shareMillionths < 1000n && original.taoInRao > RAO_PER_TAO, `the copy got ${tao(second.taoInRao)}`);
  return {
    'copied': `${copy.parameters.length} settings, ${copy.uids.size} neurons, ${copy.weightRows} rows of weights; for ${tao(copy.cost.totalRao)}`,
    'the copy judges as the original does': `incentives ${incentives.map(count).join(', ')} and ${again.map(count).join(', ')}`,
    [`original, ${EPOCHS} epochs of the copy long`]: earned(original),
    'copy': earned(second),
    'price of the copy\'s alpha, before and after': `${decimal(second.priceBeforeRao)}, ${decimal(second.priceAfterRao)} TAO`,
  };
}

const partOf = ({ millionths }: CopierReport): string => percent(Number(millionths) / MILLION, 1);

function weightsBeside(base: World): Shown {
  const report = (way: 'open' | 'hash', moving: boolean): CopierReport => onWorld(base.fork(), copyWeights({ netuid: FIRST, epochs: EPOCHS, way, moving }));
  const [open, hidden, still] = [report('open', true), report('hash', true), report('hash', false)];
  bears(open.millionths > 990_000n && hidden.millionths < 850_000n && still.millionths > 990_000n, `a copyist earns ${[open, hidden, still].map(partOf).join(', ')}`);
  return {
    [`who copies weights, of an honest validator's dividends in ${EPOCHS} epochs: in the open`]: partOf(open),
    'with commit and reveal': partOf(hidden),
    'with commit and reveal, where miners never change': partOf(still),
  };
}

/** Q2 */
export const COPIES: PaperRow = {
  id: 'Q2', kind: 'question', title: 'Can one copy an exact subnet?',
  says: 'Everything is public: can somebody copy a subnet as it is, and what would the copy earn?',
  then: { verdict: 'holds in part', words: 'Its rules, places and judgements, yes, to the last digit. Not its price: emission follows the average price, which starts at nothing, and the alpha of a copy is as good as what somebody pays for it. Copied weights earn as much as honest ones in the open, and less when they are hidden for as long as miners change.' },
  now: { verdict: 'holds in part', words: 'As then. Hiding weights is on by default now.' },
  command: 'taonet subnets list && npm run paper -- Q2',
  test: heldBy('Q2'),
  show: (worlds) => onBoth(worlds, (world) => ({ ...subnetBeside(world), ...weightsBeside(world) })),
};
