/** What stake counts, and what it takes to be heard. */

import { count, decimal, fixed, RAO_PER_TAO, share, tao } from '../amounts.ts';
import { bears, onBoth, type PaperRow, type Shown } from '../row.ts';
import { buy, FIRST, newcomer, ROOT_NETUID, runEpoch, seat, validatorsOf, type Seat } from '../scene.ts';
import type { World } from '../world.ts';
import { heldBy } from './heldBy.ts';

/** A unit of the stored stake weights. */
const STEP = 1.5 / 65_535;

export const taoWeight = (world: World): number => fixed(world.S.TaoWeight.get(world), 64);

/** Alpha + root stake × TAO weight, as the chain has both, for reading. */
export function stakeWeight(world: World, hotkey: string): number {
  const [inAlpha, root] = [FIRST, ROOT_NETUID].map((netuid) => share(world.S.TotalHotkeyAlpha.get(world, hotkey, netuid), RAO_PER_TAO)) as [number, number];
  return inAlpha + root * taoWeight(world);
}

/** C14 */
export const STAKE_WEIGHT: PaperRow = {
  id: 'C14', kind: 'claim', title: 'Stake weight = alpha + TAO × TAO weight',
  says: 'What a validator\'s stake counts is its alpha plus its TAO on root times a TAO weight.',
  then: { verdict: 'holds', words: 'Just so. The TAO weight is one number for the whole network: 0.18 on the real one, and on the developer network; 0.0527 where nobody set it.' },
  now: { verdict: 'holds', words: 'As then. One alpha in a subnet counts as much as about five and a half TAO on root.' },
  command: 'taonet query SubtensorModule.TaoWeight && taonet query SubnetInfoRuntimeApi.get_subnet_state 1',
  test: heldBy('C14'),
  show(worlds) {
    return onBoth(worlds, (base) => {
      const world = base.fork();
      const [first, second] = validatorsOf(world) as [Seat, Seat, Seat];
      buy(world, { coldkey: newcomer(world, 'a delegator').coldkey, hotkey: first.hotkey }, 1_000n);
      world.runUntil(() => world.S.BlocksSinceLastStep.get(world, FIRST) + 1n >= world.S.Tempo.get(world, FIRST), 20);
      const expected = stakeWeight(world, second.hotkey) / stakeWeight(world, first.hotkey);
      const shown = { of: stakeWeight(world, first.hotkey), alpha: share(world.S.TotalHotkeyAlpha.get(world, first.hotkey, FIRST), RAO_PER_TAO), root: share(world.S.TotalHotkeyAlpha.get(world, first.hotkey, ROOT_NETUID), RAO_PER_TAO) };
      runEpoch(world);
      const stored = world.S.StakeWeight.get(world, FIRST);
      const measured = stored[second.uid]! / stored[first.uid]!;
      bears(Math.abs(measured - expected) < 10 * STEP, `expected ${expected}, the epoch counted ${measured}`);
      const untouched = worlds.create({ rules: base.rules, dev: false });
      return {
        'TAO weight here': taoWeight(world).toFixed(4),
        'TAO weight where nobody set it': taoWeight(untouched).toFixed(4),
        'a validator after somebody staked 1,000 TAO on it': `${shown.alpha.toFixed(3)} alpha + ${shown.root.toFixed(3)} TAO × ${taoWeight(world).toFixed(2)} = ${shown.of.toFixed(3)}`,
        'the other validator beside it, by the formula': expected.toFixed(5),
        'as the epoch counted it': measured.toFixed(5),
      } as Shown;
    });
  },
};

/** The least of something, to a whole, for which `enough` holds. */
function least(enough: (amount: bigint) => boolean, most: bigint): bigint {
  let [low, high] = [0n, most];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function permit(base: World, untouched: World): Shown {
  const world = base.fork();
  const { S } = world;
  const candidate = seat(world, 'the candidate');
  world.run(1);
  const threshold = S.StakeThreshold.get(world);
  const judging = (tried: World): string => tried.refusal(candidate.hotkey, 'SubtensorModule.set_weights', { netuid: FIRST, dests: [1], weights: [1], version_key: 0n }) ?? 'accepted';
  const stakeOn = (tried: World, netuid: number, amount: bigint): boolean =>
    amount > 0n && tried.refusal(candidate.coldkey, 'SubtensorModule.add_stake', { hotkey: candidate.hotkey, netuid, amount_staked: amount * RAO_PER_TAO }) === undefined;
  const isHeard = (netuid: number) => (amount: bigint): boolean => {
    const tried = world.fork();
    return stakeOn(tried, netuid, amount) && judging(tried) !== 'SubtensorModule.NotEnoughStakeToSetWeights';
  };
  const [byAlpha, byRoot] = [FIRST, ROOT_NETUID].map((netuid) => least(isHeard(netuid), 20_000n)) as [bigint, bigint];
  const poor = judging(world.fork());
  stakeOn(world, ROOT_NETUID, byRoot);
  const early = judging(world.fork());
  runEpoch(world);
  const after = judging(world.fork());
  bears(poor.endsWith('NotEnoughStakeToSetWeights') && early.endsWith('NeuronNoValidatorPermit') && after === 'accepted', `${poor}, ${early}, ${after}`);
  const few = base.fork();
  few.call('root', 'AdminUtils.sudo_set_max_allowed_validators', { netuid: FIRST, max_allowed_validators: 2 });
  runEpoch(few);
  const permits = S.ValidatorPermit.get(few, FIRST).filter(Boolean).length;
  bears(permits === 2, `${permits} permits of 2`);
  return {
    'threshold here': `${count(threshold / RAO_PER_TAO)} of stake weight; where nobody set it ${decimal(untouched.S.StakeThreshold.get(untouched))}`,
    'permits on subnet 1': `at most ${S.MaxAllowedValidators.get(world, FIRST)}; with 2 allowed, ${permits} of ${S.ValidatorPermit.get(base, FIRST).filter(Boolean).length} validators keep theirs`,
    'setting weights without stake': poor,
    'with stake, before the next epoch': early,
    'with stake, after it': after,
    'the threshold costs, as alpha of subnet 1': tao(byAlpha * RAO_PER_TAO),
    'the threshold costs, as stake on root': tao(byRoot * RAO_PER_TAO),
  };
}

/** C18 */
export const PERMIT: PaperRow = {
  id: 'C18', kind: 'claim', title: 'A permit takes 1,000 of stake and a place among the top 64',
  says: 'To commit weights a validator needs a permit: a stake of at least 1,000 and a place among the 64 largest.',
  then: { verdict: 'holds in part', words: 'Two rules in one sentence: the permit goes to the largest stake weights at each epoch, 64 of them unless the subnet says otherwise; 1,000 is a setting of the network below which weights are refused and no permit is given.' },
  now: { verdict: 'holds in part', words: 'As then; the owner\'s hotkey alone is always heard.' },
  command: 'taonet why no-permit 1 0 && taonet query SubtensorModule.StakeThreshold && taonet query SubtensorModule.MaxAllowedValidators 1',
  test: heldBy('C18'),
  show(worlds) {
    return onBoth(worlds, (world) => permit(world, worlds.create({ rules: world.rules, dev: false })));
  },
};
