/** Finding a subnet, and checking a number of it. */

import { adviceOn, docs } from '@taonet/abi/docs';
import { pallets, subnetInfoApi } from '@taonet/abi';
import { I64F64 } from '@taonet/primitives';
import { computeEpoch, computeEpochMay2025, type EpochInput, type EpochStage, type StoredRow } from '@taonet/yuma';
import { createBoardSubnet, createStoreSubnet, type SubnetKind } from '@taonet/subnets';
import { alpha, count, percent } from '../amounts.ts';
import { bears, figures, onBoth, type PaperRow, type Shown } from '../row.ts';
import { FIRST, judge, openSubnet, runEpoch, seat, validatorsOf, WHOLE_U16 } from '../scene.ts';
import { TERM_ROWS } from '../terms/rows.ts';
import type { World } from '../world.ts';
import { heldBy } from './heldBy.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (value: Uint8Array | undefined): string => (value === undefined || value.length === 0 ? 'unknown' : new TextDecoder().decode(value));

/** One line of the directory, out of what stands on chain. */
function entryOf(world: World, netuid: number): string {
  const { S } = world;
  const identity = S.SubnetIdentitiesV3.get(world, netuid) ?? S.SubnetIdentitiesV2.get(world, netuid);
  const said = S.Weights.keys(world, netuid).map(([, uid]) => Number(S.LastUpdate.get(world, netuid)[uid] ?? 0n));
  const weights = said.length === 0 ? 'never' : `${world.block - Math.max(...said)} blocks ago`;
  const paid = S.Emission.get(world, netuid).reduce((sum, one) => sum + one, 0n);
  return `${text(identity?.subnet_name)}; makes: ${text(identity?.description)}; last weights: ${weights}; last epoch paid ${alpha(paid)}`;
}

function directory(base: World): Shown {
  const world = base.fork();
  const kinds: readonly SubnetKind[] = [createStoreSubnet(''), createBoardSubnet('')];
  const described = kinds.map(({ title, purpose }) => {
    const { netuid, owner } = openSubnet(world, `owner of ${title}`);
    world.call(owner.coldkey, 'SubtensorModule.set_subnet_identity', {
      netuid, subnet_name: bytes(title), github_repo: bytes(''), subnet_contact: bytes(''), subnet_url: bytes(''), discord: bytes(''), description: bytes(purpose), logo_url: bytes(''), additional: bytes(''),
    });
    return netuid;
  });
  const { netuid: silent } = openSubnet(world, 'an owner who says nothing');
  const miner = seat(world, 'miner');
  world.run(1);
  for (const validator of validatorsOf(world)) judge(world, validator, new Map([[miner.uid, 1]]));
  runEpoch(world);
  const entries = [FIRST, ...described, silent].map((netuid) => [`subnet ${netuid}`, entryOf(world, netuid)] as const);
  const known = entries.filter(([, entry]) => !entry.startsWith('unknown')).length;
  bears(known === described.length && entries[0]![1].includes('blocks ago'), entries.map(([, entry]) => entry).join(' / '));
  return Object.fromEntries(entries);
}

/** Q8 */
export const DISCOVERABLE: PaperRow = {
  id: 'Q8', kind: 'question', title: 'No concrete subnet that one can find',
  says: 'There is no subnet that is concrete and easy to find: what is made where, and for whom?',
  then: { verdict: 'holds in part', words: 'The chain has a place for it, which an owner fills in or not; whether work is done shows in when weights were last set and in what was paid. What is unknown is said to be.' },
  now: { verdict: 'holds in part', words: 'As then. The subnets that come with this program say what they make and for whom, and can be used at once.' },
  command: 'taonet subnets list && taonet subnets get-identity 1 && taonet up --subnets store',
  test: heldBy('Q8'),
  show: (worlds) => onBoth(worlds, directory),
};

/** Everything that the next epoch will read, by the names that anybody can query. */
function epochFacts(world: World): EpochInput {
  const { S } = world;
  const n = S.SubnetworkN.get(world, FIRST);
  const rows = (item: 'Weights' | 'Bonds'): StoredRow[] => Array.from({ length: n }, (_, uid) => S[item].get(world, FIRST, uid));
  const { total_stake: stakes } = world.view(subnetInfoApi, 'get_subnet_state', { netuid: FIRST })!;
  const [alphaLowU16, alphaHighU16] = S.AlphaValues.get(world, FIRST);
  return {
    neuronCount: n, block: BigInt(world.block), tempo: S.Tempo.get(world, FIRST), activityCutoffBlocks: BigInt(S.ActivityCutoff.get(world, FIRST)), lastUpdate: S.LastUpdate.get(world, FIRST),
    blockAtRegistration: Array.from({ length: n }, (_, uid) => S.BlockAtRegistration.get(world, FIRST, uid)), stakeWeight: stakes.map((stake) => I64F64.fromInt(stake)),
    stakeThresholdRao: S.StakeThreshold.get(world), ownerUid: undefined, validatorPermit: S.ValidatorPermit.get(world, FIRST), maxAllowedValidators: S.MaxAllowedValidators.get(world, FIRST),
    weights: rows('Weights'), commitBlocks: undefined, kappaU16: S.Kappa.get(world, FIRST), bondsPenaltyU16: S.BondsPenalty.get(world, FIRST), bondsMovingAverage: S.BondsMovingAverage.get(world, FIRST),
    yuma3On: S.Yuma3On.get(world, FIRST), liquidAlphaOn: S.LiquidAlphaOn.get(world, FIRST), alphaLowU16, alphaHighU16, alphaSigmoidSteepness: S.AlphaSigmoidSteepness.get(world, FIRST), bonds: rows('Bonds'),
    lastStepBlock: S.LastMechansimStepBlock.get(world, FIRST), emissionAlphaRao: 1_000_000_000n,
  };
}

function recomputed(base: World): Shown {
  const world = base.fork();
  const miners = ['good', 'middling', 'poor'].map((name) => seat(world, `${name} miner`));
  world.run(1);
  const opinions = [[0.6, 0.3, 0.1], [0.5, 0.3, 0.2], [0.2, 0.2, 0.6]];
  for (const [i, validator] of validatorsOf(world).entries()) judge(world, validator, new Map(miners.map(({ uid }, k) => [uid, opinions[i]![k]!])));
  // A first epoch, so that the second one begins with bonds.
  runEpoch(world);
  const input = epochFacts(world);
  runEpoch(world);
  const stages: EpochStage[] = [];
  const epoch = world.rules === '2025-05' ? computeEpochMay2025 : computeEpoch;
  const { incentive, dividends, consensus } = epoch(input, { record: (stage) => void stages.push(stage) });
  const stored = { incentive: world.S.Incentive.get(world, FIRST), consensus: world.S.Consensus.get(world, FIRST), dividends: world.S.Dividends.get(world, FIRST) };
  bears(incentive.join() === stored.incentive.join() && consensus.join() === stored.consensus.join(), `incentive ${incentive.join()} instead of ${stored.incentive.join()}`);
  // Stakes grow a little between the reading and the epoch.
  bears(dividends.every((one, uid) => Math.abs(one - stored.dividends[uid]!) <= 2), `dividends ${dividends.join()} instead of ${stored.dividends.join()}`);
  return {
    'incentive of three miners, as stored': miners.map(({ uid }) => count(stored.incentive[uid]!)).join(', '),
    'the same, recomputed from what anybody can read': miners.map(({ uid }) => count(incentive[uid]!)).join(', '),
    'named steps on the way, each with its values': `${stages.length}, from ${stages[0]} to ${stages.at(-1)}`,
    'one of them: consensus on the best miner': percent(consensus[miners[0]!.uid]! / WHOLE_U16, 2),
  };
}

/** The pallets that are Bittensor's own; others come from elsewhere, with their own books. */
const OWN_PALLETS: readonly string[] = ['SubtensorModule', 'AdminUtils'];

/** What `taonet explain` has a text for. */
function explained(): Shown {
  const declared = pallets.filter(({ name }) => OWN_PALLETS.includes(name)).flatMap((pallet) => (['calls', 'storage'] as const).flatMap((section) => Object.keys(pallet[section]).map((name) => [pallet.name, section, name] as const)));
  const texts = docs as Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>> | undefined>>;
  const withText = declared.filter(([pallet, section, name]) => texts[pallet]?.[section]?.[name] !== undefined).length;
  const errors = pallets.flatMap((pallet) => Object.keys(pallet.errors).map((name) => `${pallet.name}.${name}`));
  const advised = errors.filter((name) => adviceOn(name) !== undefined).length;
  bears(withText === declared.length && advised === errors.length, `${withText} of ${declared.length}, ${advised} of ${errors.length}`);
  return {
    'words of the paper with a meaning and a number': count(TERM_ROWS.length),
    [`calls and storage items of ${OWN_PALLETS.join(' and ')} explained`]: `${count(withText)} of ${count(declared.length)}`,
    'errors with what did not hold and what to do': `${count(advised)} of ${count(errors.length)}`,
  };
}

/** Q9 */
export const VERIFY: PaperRow = {
  id: 'Q9', kind: 'question', title: 'It cannot be verified; jargon; complicated mathematics',
  says: 'Nobody outside can check it: too many words of its own, too much mathematics.',
  then: { verdict: 'holds in part', words: 'Complicated it is, and yet all inputs of an epoch are public, so anybody can compute it again: below from stored facts to the same incentives. What cannot be checked on chain is whether a validator\'s marks were fair.' },
  now: { verdict: 'holds in part', words: 'As then. Validators of the subnets here publish what they asked, got and marked, and anybody marks it again.' },
  command: 'taonet explain Incentive && taonet why no-incentive 1 0 && taonet up --subnets embed && taonet subnets audit 2',
  test: heldBy('Q9'),
  show: ({ then, now }) => figures({ both: explained(), then: recomputed(then), now: recomputed(now) }),
};
