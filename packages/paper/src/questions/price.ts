/** What verified work costs here, beside a price that a reader knows. */

import { swapApi } from '@taonet/abi';
import type { Behaviour } from '@taonet/subnets';
import { count, decimal, percent, RAO_PER_TAO, share, tao } from '../amounts.ts';
import { playRounds, type Examined } from '../claims/rounds.ts';
import { inFolder } from '../inFolder.ts';
import { bears, figures, type PaperRow, type Shown } from '../row.ts';
import { FIRST, judge, runEpoch, seat, validatorsOf } from '../scene.ts';
import type { World } from '../world.ts';
import { heldBy } from './heldBy.ts';

export interface UnitCost {
  /** What miners were paid, in TAO if sold at once, rao. */
  readonly paidRao: bigint;
  /** Units of work that validators found right, for that pay. */
  readonly units: number;
}

const THOUSAND = 1_000n;

/** Rao for 1,000 verified units. */
export const costOfThousand = ({ paidRao, units }: UnitCost): bigint => (units === 0 ? 0n : (paidRao * THOUSAND) / BigInt(units));

/**
 * Part of miners' income that is emission, of 1, if users paid `priceRao` for 1,000 units of as much work as is verified, or `organicPerVerified` times as much.
 */
export function subsidy(cost: UnitCost, priceRao: bigint, organicPerVerified = 1): number {
  const emission = Number(costOfThousand(cost));
  const income = Number(priceRao) * organicPerVerified;
  return emission + income === 0 ? 0 : emission / (emission + income);
}

const MINERS: readonly Behaviour[] = ['honest', 'honest', 'honest'];
/** A round of examinations by each validator in each epoch. */
const ROUNDS_AN_EPOCH = 1;
/** Prices of 1,000 units that a reader might enter, in rao. */
const ENTERED = [RAO_PER_TAO / 1_000n, RAO_PER_TAO, 1_000n * RAO_PER_TAO] as const;
const TIMES_MORE = [1, 1_000] as const;

function paidBy(base: World, results: readonly Examined[]): UnitCost & { readonly tempo: number } {
  const world = base.fork();
  const miners = results.map((_, i) => seat(world, `store miner ${i}`));
  world.run(1);
  const validators = validatorsOf(world);
  for (const validator of validators) judge(world, validator, new Map(miners.map(({ uid }, i) => [uid, results[i]!.share])));
  runEpoch(world);
  runEpoch(world);
  const paid = miners.reduce((sum, { uid }) => sum + world.S.Emission.get(world, FIRST)[uid]!, 0n);
  const units = validators.length * results.reduce((sum, { right }) => sum + right, 0) * ROUNDS_AN_EPOCH;
  return { paidRao: world.view(swapApi, 'sim_swap_alpha_for_tao', { netuid: FIRST, alpha: paid }).tao_amount, units, tempo: world.S.Tempo.get(world, FIRST) };
}

function costHere(base: World, results: readonly Examined[]): Shown {
  const cost = paidBy(base, results);
  bears(cost.units > 0 && cost.paidRao > 0n, `${cost.units} units for ${cost.paidRao}`);
  return {
    'verified in an epoch, and paid to miners for it': `${count(cost.units)} units, ${tao(cost.paidRao)} (tempo ${cost.tempo})`,
    '1,000 verified units cost': tao(costOfThousand(cost)),
    ...Object.fromEntries(ENTERED.map((entered) => [
      `if users paid ${decimal(entered)} TAO for 1,000, part of miners' income that is emission`,
      TIMES_MORE.map((times) => `${percent(subsidy(cost, entered, times), 2)} ${times === 1 ? 'with as many units as are verified' : `with ${count(times)} times as many`}`).join(', '),
    ])),
    'paid by users on chain': tao(0n),
  };
}

/** Q10 */
export const CLOUD_PRICES: PaperRow = {
  id: 'Q10', kind: 'question', title: 'Will cloud providers set the price in the end?',
  says: 'As with Golem, Filecoin and Arweave: will the price of clouds be the price here, in the end?',
  then: { verdict: 'holds in part', words: 'Users will not pay more than elsewhere, so a cloud\'s price is the ceiling of theirs. Miners live on emission, which knows no price of a unit: it pays the same for much work and for little. How much of their income that is tells how far away a market price still is. The prices below are for a reader to enter.' },
  now: { verdict: 'holds in part', words: 'As then. Nothing on chain takes payments of users; what a gateway asks is its own affair.' },
  command: 'taonet up --subnets store && npm run paper -- Q10',
  test: heldBy('Q10'),
  async show({ then, now }) {
    const { createStoreSubnet } = await import('@taonet/subnets');
    // Three workers of one machine, told apart by their folders.
    const results = await Promise.all(MINERS.map((behaviour) => inFolder(async (folder) => (await playRounds(createStoreSubnet(folder), [behaviour], ROUNDS_AN_EPOCH))[0]!)));
    const equal = results.map((result) => ({ ...result, share: share(1, MINERS.length) }));
    return figures({
      both: { 'a unit': 'one shard of 32 KiB, kept and proved in one round of subnet Store; examined just now' },
      then: costHere(then, equal),
      now: costHere(now, equal),
    });
  },
};
