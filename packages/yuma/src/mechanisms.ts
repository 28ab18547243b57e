/**
 * Several mechanisms in one subnet: how alpha is split over them and how their epochs become one set of vectors.
 *
 * source: pallets/subtensor/src/subnets/mechanism.rs @ 14bc6f9
 */
import { U16_MAX, U64F64, saturatingAddU64, saturatingSubU64, type MechId, type NetUid } from '@taonet/primitives';
import { divFloor } from './bits.ts';
import { computeEpoch, type EpochKernel } from './epoch.ts';
import type { EpochRecorder } from './recorder.ts';
import type { EpochInput, EpochOutput } from './records.ts';

/** Stride of mechanisms in the per-mechanism storage index; no subnet number reaches it. */
export const GLOBAL_MAX_SUBNET_COUNT = 4096;
export const MAX_MECHANISM_COUNT_PER_SUBNET = 16;

/** Where a mechanism's weights, bonds, incentive, last updates and commits are stored: mechanism 0 at the netuid itself. All that do not fit fall on the last index. */
export function mechanismStorageIndex(netuid: NetUid, mechid: MechId): number {
  return Math.min(mechid * GLOBAL_MAX_SUBNET_COUNT + netuid, U16_MAX);
}

/** The subnet and mechanism of a storage index. Whether they exist is the caller's question. */
export function splitStorageIndex(index: number): { netuid: NetUid; mechid: MechId } {
  return { netuid: index % GLOBAL_MAX_SUBNET_COUNT, mechid: divFloor(index, GLOBAL_MAX_SUBNET_COUNT) };
}

/**
 * Each mechanism's part of an epoch's alpha: even, or by the subnet's split.
 *
 * splitU16: 65535ths, missing ones are 0, ones beyond `count` are not paid
 * rounding: parts down; what is left over goes to mechanism 0 · keeps: parts sum to the whole
 * source: pallets/subtensor/src/subnets/mechanism.rs, split_emissions @ 14bc6f9
 */
export function splitEmissions(emissionAlphaRao: bigint, { count, splitU16 }: { count: number; splitU16: readonly number[] | undefined }): bigint[] {
  const part = (mechid: number): bigint =>
    splitU16 === undefined ? emissionAlphaRao / BigInt(count) : (emissionAlphaRao * BigInt(splitU16[mechid] ?? 0)) / 65535n;
  const parts = Array.from({ length: count }, (_, mechid) => part(mechid));
  const handedOut = BigInt.asUintN(64, parts.reduce((sum, value) => sum + value, 0n));
  const rest = saturatingSubU64(emissionAlphaRao, handedOut);
  return parts.map((value, mechid) => (mechid === 0 ? saturatingAddU64(value, rest) : value));
}

/**
 * How much each mechanism counts in the subnet's vectors: its part of the alpha. Without alpha only mechanism 0 counts.
 *
 * rounding: toward zero at 64 fraction bits
 * source: pallets/subtensor/src/subnets/mechanism.rs, epoch_with_mechanisms @ 14bc6f9
 */
export function mechanismWeights(parts: readonly bigint[], emissionAlphaRao: bigint): U64F64[] {
  const whole = U64F64.fromInt(emissionAlphaRao);
  return parts.map((part, mechid) => U64F64.safeDivOr(U64F64.fromInt(part), whole, mechid === 0 ? U64F64.one : U64F64.zero));
}

/** What a subnet's epoch stores once for all mechanisms, by uid, and hands on to the payout. Units as in `EpochOutput`. */
export interface SubnetEpochOutput {
  readonly active: readonly boolean[];
  /** The weighted mean over mechanisms, not their sum. */
  readonly emission: readonly bigint[];
  readonly consensus: readonly number[];
  readonly dividends: readonly number[];
  readonly validatorTrust: readonly number[];
  readonly validatorPermit: readonly boolean[];
  readonly stakeWeight: readonly number[];
  /** Sums over mechanisms: what is paid. */
  readonly serverEmission: readonly bigint[];
  readonly validatorEmission: readonly bigint[];
  /** Stake weight in rao, counted once **per mechanism**; voting power sees it like this. */
  readonly stakeRao: readonly bigint[];
}

/**
 * Mechanisms' epochs into one: flags by "any", paid amounts and stake by sum, the rest by weighted sum.
 *
 * rounding: a weighted sum is cut to a whole number after **every** mechanism, so the order counts
 * source: pallets/subtensor/src/subnets/mechanism.rs, epoch_with_mechanisms @ 14bc6f9
 */
export function aggregateMechanisms(outputs: readonly EpochOutput[], weights: readonly U64F64[]): SubnetEpochOutput {
  const weightedU16 = (of: (output: EpochOutput) => readonly number[]): number[] =>
    accumulate(outputs, (sum: number, output, k, uid) => U64F64.saturatingToU16(addWeighted(sum, of(output)[uid] ?? 0, weights[k])), 0);
  const summed = (of: (output: EpochOutput) => readonly bigint[]): bigint[] =>
    accumulate(outputs, (sum: bigint, output, _, uid) => saturatingAddU64(sum, of(output)[uid] ?? 0n), 0n);
  const any = (of: (output: EpochOutput) => readonly boolean[]): boolean[] =>
    accumulate(outputs, (known: boolean, output, _, uid) => known || (of(output)[uid] ?? false), false);
  return {
    active: any((output) => output.active),
    emission: accumulate(outputs, (sum: bigint, output, k, uid) => U64F64.saturatingToU64(addWeighted(sum, output.combinedEmission[uid] ?? 0n, weights[k])), 0n),
    consensus: weightedU16((output) => output.consensus),
    dividends: weightedU16((output) => output.dividends),
    validatorTrust: weightedU16((output) => output.validatorTrust),
    validatorPermit: any((output) => output.validatorPermit),
    stakeWeight: weightedU16((output) => output.stakeWeight),
    serverEmission: summed((output) => output.serverEmission),
    validatorEmission: summed((output) => output.validatorEmission),
    stakeRao: summed((output) => output.stakeRao),
  };
}

/** A subnet's epoch as read from storage: the alpha, its split, and a mechanism's input without the alpha. */
export interface SubnetEpochInput {
  readonly emissionAlphaRao: bigint;
  /** `MechanismCountCurrent`. */
  readonly mechanismCount: number;
  /** `MechanismEmissionSplit`, `undefined` where there is none. */
  readonly emissionSplitU16: readonly number[] | undefined;
  /** Asked once per mechanism, in order. */
  readonly mechanismInput: (mechid: MechId) => Omit<EpochInput, 'emissionAlphaRao'>;
  /** What computes each epoch; the oracle unless given. */
  readonly kernel?: EpochKernel | undefined;
}

/**
 * All mechanisms' epochs and their aggregate. Mechanism k's output is stored under its own index; nothing that
 * mechanism k + 1 reads depends on it.
 *
 * source: pallets/subtensor/src/subnets/mechanism.rs, epoch_with_mechanisms @ 14bc6f9
 */
export function computeEpochWithMechanisms(
  input: SubnetEpochInput,
  recorderOf?: (mechid: MechId) => EpochRecorder | undefined,
): { readonly mechanisms: readonly EpochOutput[]; readonly subnet: SubnetEpochOutput } {
  const parts = splitEmissions(input.emissionAlphaRao, { count: input.mechanismCount, splitU16: input.emissionSplitU16 });
  const compute = input.kernel ?? computeEpoch;
  const mechanisms = parts.map((emissionAlphaRao, mechid) =>
    compute({ ...input.mechanismInput(mechid), emissionAlphaRao }, recorderOf?.(mechid)),
  );
  return { mechanisms, subnet: aggregateMechanisms(mechanisms, mechanismWeights(parts, input.emissionAlphaRao)) };
}

/** Folds the mechanisms into one value per uid. */
function accumulate<T>(outputs: readonly EpochOutput[], step: (known: T, output: EpochOutput, mechid: number, uid: number) => T, start: T): T[] {
  const neuronCount = outputs[0]?.active.length ?? 0;
  return Array.from({ length: neuronCount }, (_, uid) => outputs.reduce((known, output, mechid) => step(known, output, mechid, uid), start));
}

function addWeighted(known: number | bigint, added: number | bigint, weight: U64F64 | undefined): U64F64 {
  return U64F64.saturatingAdd(U64F64.fromInt(known), U64F64.saturatingMul(U64F64.fromInt(added), weight ?? U64F64.zero));
}
