/** Whether stake rewards itself, and what is subjective about consensus. */

import { createEpochKernel } from '@taonet/kernel';
import { computeEpochMay2025 } from '@taonet/yuma';
import { percent } from '../amounts.ts';
import { crossing, majorEmission, PUBLISHED, retainingWeight, type Crossing } from '../consensus/twoCamps.ts';
import { bears, figures, onBoth, type PaperRow, type Shown } from '../row.ts';
import type { World } from '../world.ts';
import { cabalOnChain, cabalSimulated } from './cabal.ts';
import { heldBy } from './heldBy.ts';

const PARTS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];
const EPOCHS = 10;
const MANY_EPOCHS = 100;
/** Of all stake, paid by each of many epochs. */
const GROWTH = 0.01;
const HALF = 0.5;

function cabals(world: World): Shown {
  const rows = PARTS.map((part) => ({ part, live: cabalOnChain(world, { part, epochs: EPOCHS }), simulated: cabalSimulated(world.rules, { part, epochs: EPOCHS }) }));
  for (const { part, live, simulated } of rows) {
    // At just a half the last unit of stake decides.
    if (part === HALF) continue;
    bears(live.emission === (part > HALF ? 1 : 0) && live.emission === simulated.emission, `a cabal of ${percent(part)} earns ${percent(live.emission)}, simulated ${percent(simulated.emission)}`);
  }
  const grown = ([0.4, 0.6] as const).map((part) => cabalSimulated(world.rules, { part, epochs: MANY_EPOCHS }, { growth: GROWTH }));
  bears(grown[0]!.stakeAfter < 0.4 && grown[1]!.stakeAfter > 0.6, `stakes become ${grown.map(({ stakeAfter }) => percent(stakeAfter)).join(', ')}`);
  return {
    [`a cabal's part of stake, and of the emission after ${EPOCHS} epochs, live`]: rows.map(({ part, live }) => `${percent(part, 0)}: ${percent(live.emission, 1)}`).join(' · '),
    'the same, simulated': rows.map(({ part, simulated }) => `${percent(part, 0)}: ${percent(simulated.emission, 1)}`).join(' · '),
    [`stake of a cabal after ${MANY_EPOCHS} epochs that pay ${percent(GROWTH, 0)} of all stake each`]: grown.map(({ stakeBefore, stakeAfter }) => `${percent(stakeBefore, 0)} become ${percent(stakeAfter, 1)}`).join(' · '),
  };
}

/** Q13 */
export const SNAKE: PaperRow = {
  id: 'Q13', kind: 'question', title: 'A snake that eats its own tail: stake that rewards itself?',
  says: 'Those with stake judge, and are paid in stake for judging: is that not a circle?',
  then: { verdict: 'holds in part', words: 'It is a circle, and it has one gap: stake earns only as far as it says what more than half of the stake says. A cabal below a half that rewards itself earns nothing and loses weight; from a half on it takes everything.' },
  now: { verdict: 'holds in part', words: 'As then. What an outsider can do against a majority is to sell its alpha: the price, not consensus, answers a cabal.' },
  command: 'taonet why no-incentive 1 0 && npm run paper -- Q13',
  test: heldBy('Q13'),
  show: (worlds) => onBoth(worlds, cabals),
};

const kernel = createEpochKernel();
type Epoch = Parameters<typeof majorEmission>[0];
/** Upstream prints its grid with three decimals. */
const printed = (bits: bigint): string => (Number(bits) / 2 ** 32).toFixed(3);
const POINT = { majorStake: 60, majorWeight: 74, cabalWeight: 100 } as const;
const POINT_PRINTED = '0.616';
/** Weight of the cabal on its own miners at which the line is worst, and what upstream's figure says there, in hundredths. */
const WORST = { majorStake: 60, cabalWeight: 80, published: 73 } as const;
const KAPPAS = [['0.4', 26_214], ['0.5', 32_767], ['0.6', 39_321]] as const;

const onLine = (epoch: Epoch, kappaU16: number) => (majorWeight: number): number =>
  Number(majorEmission(epoch, { majorStake: WORST.majorStake, majorWeight, cabalWeight: WORST.cabalWeight }, { ...PUBLISHED, kappaU16 })) / 2 ** 32;

/** Looked for with today's epoch, which is fast; the figures of a rule set are computed with its own. */
function lines(): { readonly found: Crossing; readonly shown: Shown } {
  const all = KAPPAS.map(([kappa, u16]) => [kappa, retainingWeight(onLine(kernel, u16), WORST.majorStake)] as const);
  return {
    found: all.find(([kappa]) => kappa === '0.5')![1]!,
    shown: {
      'the line moves with κ': all.map(([kappa, at]) => `κ ${kappa}: ${at?.weight.toFixed(3) ?? 'none below 1'}`).join(' · '),
      'where nobody errs (σ = 0) the camp of 74 % ends with': printed(majorEmission(kernel, POINT, { ...PUBLISHED, sigma: 0 })),
    },
  };
}

function publishedFigure(epoch: Epoch, { between }: Crossing): Shown {
  const point = printed(majorEmission(epoch, POINT));
  bears(point === POINT_PRINTED, `the point is ${point}`);
  const line = crossing(onLine(epoch, PUBLISHED.kappaU16), between, WORST.majorStake);
  bears(Math.floor(line * 100) === WORST.published, `the line is at ${line}`);
  return {
    '60 % of stake, giving its own miners 74 %, against a cabal that gives its own everything, ends with': `${point} of the emission`,
    'weight at which 60 % of stake keep 60 % of emission (the published line, worst place)': `${line.toFixed(3)}; upstream's figure says ${(WORST.published / 100).toFixed(2)}`,
  };
}

/** Q6 */
export const SUBJECTIVE: PaperRow = {
  id: 'Q6', kind: 'question', title: 'What is subjective in the consensus?',
  says: 'Weights are called subjective: what does that mean, and what makes them agree?',
  then: { verdict: 'holds', words: 'Each validator weighs as it likes; nothing on chain asks why. What makes them agree is that above the median of stake nothing counts. Upstream published how far that carries: the line below is one of its figures, computed again.' },
  now: { verdict: 'holds', words: 'As then, to the last figure: the median and the cut are unchanged.' },
  command: 'taonet weights show 1 && taonet query SubtensorModule.Kappa 1 && npm run paper -- Q6',
  test: heldBy('Q6'),
  show() {
    const { found, shown } = lines();
    return figures({ both: shown, then: publishedFigure(computeEpochMay2025, found), now: publishedFigure(kernel, found) });
  },
};
