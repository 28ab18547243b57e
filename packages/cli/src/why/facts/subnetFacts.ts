/** A subnet at one block: whether it emits, how much, and when its epochs run. */

import type { Reads } from '@taonet/sdk';
import { computeBlockEmission } from '@taonet/runtime';
import { readRuleSet, type ByRules, type RuleSetName } from '../ruleSets.ts';
import { EMISSION_RULES, priceOf, type EmissionTerms } from './nextTao.ts';

export interface SubnetFacts {
  /** Under which the chain lives at that block. */
  readonly rules: RuleSetName;
  readonly netuid: number;
  readonly block: number;
  readonly exists: boolean;
  /** Of all subnets. */
  readonly netuids: readonly number[];
  readonly owner: string;
  readonly ownerHotkey: string;
  /** Set by start_call. */
  readonly firstEmissionBlock: bigint | undefined;
  readonly startDelayEnds: bigint;
  /** Whether its neuron has a permit, and stake that counts, whatever it has. */
  readonly ownerIsExempt: boolean;
  readonly subtokenEnabled: boolean;
  /** For TAO. */
  readonly registrationAllowed: boolean;
  /** By work. */
  readonly workAllowed: boolean;
  readonly emissionEnabled: boolean;
  readonly clock: EpochClock;
  readonly neuronCount: number;
  readonly emission: EmissionFacts;
  readonly stakeThreshold: bigint;
}

export interface EpochClock {
  readonly tempo: number;
  /** Blocks from one epoch to the next. */
  readonly period: number;
  readonly lastEpochBlock: bigint;
  readonly pendingAt: bigint;
  /** Of the last epoch that ran; 0 before. */
  readonly lastStepBlock: bigint;
  /** Undefined when epochs never come. */
  readonly nextEpochBlock: number | undefined;
  /** A hotkey that stands twice, which makes epochs be skipped. */
  readonly doubleHotkey: string | undefined;
}

export interface EmissionFacts {
  /** I96F32 bits as they are stored. */
  readonly movingPrice: bigint;
  /** Of all emitting subnets, as one TAO of 2^64. */
  readonly priceSum: bigint;
  /** U96F32 bits: withheld part of miners' emission. */
  readonly minerBurned: bigint;
  readonly taoIssuance: bigint;
  readonly alphaIssuance: bigint;
  /** Rao of a block, of TAO and of this subnet's alpha. */
  readonly blockTao: bigint;
  readonly blockAlpha: bigint;
  /** What the next block would give to this subnet, rao. */
  readonly nextTao: bigint;
  readonly rootTao: bigint;
  readonly taoWeight: bigint;
  readonly pool: { readonly tao: bigint; readonly alpha: bigint };
}

export const ROOT = 0;
const OWNER_IS_EXEMPT: ByRules<boolean> = { June2026: true, May2025: false };

export async function readSubnetFacts(reads: Reads, netuid: number): Promise<SubnetFacts> {
  const S = reads.query.SubtensorModule;
  const [rules, { number: block }, networks, owner, ownerHotkey, first, registeredAt, delay, neuronCount, stakeThreshold, clock] = await Promise.all([
    readRuleSet(reads), reads.block(), S.NetworksAdded.entries(), S.SubnetOwner(netuid), S.SubnetOwnerHotkey(netuid), S.FirstEmissionBlockNumber(netuid), S.NetworkRegisteredAt(netuid), S.StartCallDelay(),
    S.SubnetworkN(netuid), S.StakeThreshold(), readClock(reads, netuid),
  ]);
  const [subtokenEnabled, registrationAllowed, workAllowed, emissionEnabled] = await Promise.all([
    S.SubtokenEnabled(netuid), S.NetworkRegistrationAllowed(netuid), S.NetworkPowRegistrationAllowed(netuid), S.SubnetEmissionEnabled(netuid),
  ]);
  const netuids = networks.filter(([, added]) => added).map(([[id]]) => id).sort((a, b) => a - b);
  return {
    rules, netuid, block, netuids, exists: netuids.includes(netuid), owner, ownerHotkey, firstEmissionBlock: first, startDelayEnds: registeredAt + delay, ownerIsExempt: OWNER_IS_EXEMPT[rules],
    subtokenEnabled, registrationAllowed, workAllowed, emissionEnabled, neuronCount, stakeThreshold, clock,
    emission: await readEmission(reads, netuid, netuids, rules),
  };
}

async function readClock(reads: Reads, netuid: number): Promise<EpochClock> {
  const S = reads.query.SubtensorModule;
  const [{ tempo, period, lastEpochBlock, pendingAt, nextEpochBlock }, lastStepBlock, keys] = await Promise.all([reads.epochs(netuid), S.LastMechansimStepBlock(netuid), S.Keys.entries(netuid)]);
  const hotkeys = keys.map(([, hotkey]) => hotkey);
  return { tempo, period, lastEpochBlock: BigInt(lastEpochBlock), pendingAt: BigInt(pendingAt), lastStepBlock, nextEpochBlock, doubleHotkey: hotkeys.find((hotkey, i) => hotkeys.indexOf(hotkey) < i) };
}

async function readEmission(reads: Reads, netuid: number, netuids: readonly number[], rules: RuleSetName): Promise<EmissionFacts> {
  const S = reads.query.SubtensorModule;
  const { emits, nextTao } = EMISSION_RULES[rules];
  const [terms, movingPrice, minerBurned, taoIssuance, rootTao, taoWeight, tao, alpha, alphaOut] = await Promise.all([
    readTerms(reads, netuids.filter((id) => id !== ROOT)), S.SubnetMovingPrice(netuid), S.MinerBurned(netuid), S.TotalIssuance(), S.SubnetTAO(ROOT), S.TaoWeight(), S.SubnetTAO(netuid), S.SubnetAlphaIn(netuid), S.SubnetAlphaOut(netuid),
  ]);
  const emitting = terms.filter(emits);
  const blockTao = computeBlockEmission(taoIssuance);
  const alphaIssuance = alpha + alphaOut;
  return {
    movingPrice, minerBurned, taoIssuance, alphaIssuance, blockTao, blockAlpha: computeBlockEmission(alphaIssuance), rootTao, taoWeight, pool: { tao, alpha },
    priceSum: emitting.reduce((sum, one) => sum + priceOf(one), 0n),
    nextTao: nextTao(netuid, emitting, blockTao),
  };
}

async function readTerms(reads: Reads, netuids: readonly number[]): Promise<EmissionTerms[]> {
  const S = reads.query.SubtensorModule;
  const keys = netuids.map((id) => [id] as [number]);
  const [firsts, traded, selling, working, enabled, prices, burned, mechanisms] = await Promise.all([
    S.FirstEmissionBlockNumber.many(keys), S.SubtokenEnabled.many(keys), S.NetworkRegistrationAllowed.many(keys), S.NetworkPowRegistrationAllowed.many(keys),
    S.SubnetEmissionEnabled.many(keys), S.SubnetMovingPrice.many(keys), S.MinerBurned.many(keys), S.SubnetMechanism.many(keys),
  ]);
  return netuids.map((id, i) => ({
    id, isStarted: firsts[i] !== undefined, isTraded: traded[i]!, sellsSeats: selling[i]!, takesWork: working[i]!, isEnabled: enabled[i]!, isStable: mechanisms[i] === 0, movingPrice: prices[i]!, minerBurned: burned[i]!,
  }));
}
