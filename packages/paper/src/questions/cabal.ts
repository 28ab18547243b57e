/** A cabal that rewards itself: what it earns by its share of stake, on a chain in this process and in the epoch alone. */

import { I64F64 } from '@taonet/primitives';
import { computeEpoch, computeEpochMay2025, type EpochInput, type StoredRow } from '@taonet/yuma';
import { RAO_PER_TAO, share } from '../amounts.ts';
import { FIRST, judge, newcomer, ROOT_NETUID, runEpoch, seat, validatorsOf } from '../scene.ts';
import type { RulesName, World } from '../world.ts';

export interface CabalTrial {
  /** The cabal's part of the stake that judges, of 1. */
  readonly part: number;
  readonly epochs: number;
}

/** Parts of 1. */
export interface CabalOutcome {
  /** Of stake weight, before the first epoch and after the last. */
  readonly stakeBefore: number;
  readonly stakeAfter: number;
  /** Of what the last epoch paid to validators and miners. */
  readonly emission: number;
}

/** Stake on root of those who judge on the developer network: three validators and //Alice, who is given weights too. */
const HONEST_TAO = 310_000;
const ALICE_UID = 4;

/**
 * One more validator on subnet 1, with two miners of its own: it gives them everything, the four others give everything to two miners who work.
 * Nobody's weights reach across.
 */
export function cabalOnChain(base: World, { part, epochs }: CabalTrial): CabalOutcome {
  const world = base.fork();
  const { S } = world;
  const [working, own] = ['working', 'the cabal\'s'].map((whose) => [seat(world, `${whose} first miner`), seat(world, `${whose} second miner`)]) as [ReturnType<typeof seat>[], ReturnType<typeof seat>[]];
  const cabal = seat(world, 'the cabal');
  const stake = Math.round((HONEST_TAO * part) / (1 - part));
  world.fund(newcomer(world, 'the cabal').coldkey, BigInt(stake));
  world.call(cabal.coldkey, 'SubtensorModule.add_stake', { hotkey: cabal.hotkey, netuid: ROOT_NETUID, amount_staked: BigInt(stake) * RAO_PER_TAO });
  runEpoch(world);
  const alice = { hotkey: S.Keys.get(world, FIRST, ALICE_UID) };
  const halves = (of: readonly { readonly uid: number }[]) => new Map(of.map(({ uid }) => [uid, 0.5]));
  for (const one of [...validatorsOf(world), alice]) judge(world, one, halves(working));
  judge(world, cabal, halves(own));
  const stakeOfCabal = (): number => share(S.StakeWeight.get(world, FIRST)[cabal.uid]!, S.StakeWeight.get(world, FIRST).reduce((a, b) => a + b, 0));
  const stakeBefore = stakeOfCabal();
  for (let i = 0; i < epochs; i++) runEpoch(world);
  const paid = S.Emission.get(world, FIRST);
  const ofCabal = [cabal, ...own].reduce((sum, { uid }) => sum + paid[uid]!, 0n);
  return { stakeBefore, stakeAfter: stakeOfCabal(), emission: share(ofCabal, paid.reduce((a, b) => a + b, 0n)) };
}

export interface CabalSettings {
  readonly kappaU16?: number;
  readonly yuma3On?: boolean;
  /** What an epoch pays, of all stake at the start; validators stake their part of it again. */
  readonly growth?: number;
}

const TOTAL = 1_000_000_000_000_000n;
/** Uids: an honest validator, the cabal's, two miners who work, two of the cabal's. */
const CABAL_UIDS = [1, 4, 5];
const HALVES_OF_WORKERS: StoredRow = [[2, 65_535], [3, 65_535]];
const HALVES_OF_CABAL: StoredRow = [[4, 65_535], [5, 65_535]];

/** The same in the epoch alone; each epoch's dividends become stake, as alpha does that is left where it is. */
export function cabalSimulated(rules: RulesName, { part, epochs }: CabalTrial, { kappaU16 = 32_767, yuma3On = false, growth = 0 }: CabalSettings = {}): CabalOutcome {
  const start = BigInt(Math.round(part * 1e9)) * (TOTAL / 1_000_000_000n);
  let stakes = [TOTAL - start, start, 0n, 0n, 0n, 0n];
  let bonds: readonly (StoredRow | undefined)[] = [];
  let emission = 0;
  const ofCabal = (amounts: readonly bigint[]): number => share(CABAL_UIDS.reduce((sum, uid) => sum + amounts[uid]!, 0n), amounts.reduce((a, b) => a + b, 0n));
  for (let i = 0; i < epochs; i++) {
    const paidRao = BigInt(Math.round(Number(TOTAL) * (growth === 0 ? 1e-5 : growth)));
    const input = epochInput(stakes, bonds, { kappaU16, yuma3On, paidRao });
    const output = (rules === '2025-05' ? computeEpochMay2025 : computeEpoch)(input);
    emission = ofCabal(output.combinedEmission);
    bonds = output.bonds.map((row, uid) => row ?? bonds[uid]);
    if (growth > 0) stakes = stakes.map((stake, uid) => stake + (uid < 2 ? output.validatorEmission[uid]! : 0n));
  }
  return { stakeBefore: part, stakeAfter: share(stakes[1]!, stakes[0]! + stakes[1]!), emission };
}

function epochInput(stakes: readonly bigint[], bonds: readonly (StoredRow | undefined)[], { kappaU16, yuma3On, paidRao }: { readonly kappaU16: number; readonly yuma3On: boolean; readonly paidRao: bigint }): EpochInput {
  const each = <T>(value: T): T[] => stakes.map(() => value);
  return {
    neuronCount: stakes.length, block: 1_000n, tempo: 360, activityCutoffBlocks: 5_000n, lastUpdate: each(999n), blockAtRegistration: each(0n),
    stakeWeight: stakes.map((stake) => I64F64.fromInt(stake)), stakeThresholdRao: 0n, ownerUid: undefined, validatorPermit: [true, true, false, false, false, false], maxAllowedValidators: 64,
    weights: [HALVES_OF_WORKERS, HALVES_OF_CABAL], commitBlocks: undefined, kappaU16, bondsPenaltyU16: 65_535, bondsMovingAverage: 900_000n, yuma3On, liquidAlphaOn: false,
    alphaLowU16: 45_875, alphaHighU16: 58_982, alphaSigmoidSteepness: 1_000, bonds: bonds.map((row) => row ?? []), lastStepBlock: 640n, emissionAlphaRao: paidRao,
  };
}
