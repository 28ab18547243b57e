/** A subnet at one block: whether it emits, how much, and when its epochs run. */

import type { Reads } from '@taonet/sdk';
import { computeBlockEmission } from '@taonet/runtime';
import { I96F32, U64F64, U96F32 } from '@taonet/primitives';

export interface SubnetFacts {
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
  readonly subtokenEnabled: boolean;
  readonly registrationAllowed: boolean;
  readonly emissionEnabled: boolean;
  readonly clock: EpochClock;
  readonly neuronCount: number;
  readonly emission: EmissionFacts;
  readonly stakeThreshold: bigint;
}

export interface EpochClock {
  readonly tempo: number;
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

const ONE = 1n << 64n;
/** A subnet without an epoch for so long is due whatever its tempo. source: run_coinbase.rs, should_run_epoch */
export const ROOT = 0;

export async function readSubnetFacts(reads: Reads, netuid: number): Promise<SubnetFacts> {
  const S = reads.query.SubtensorModule;
  const [{ number: block }, networks, owner, ownerHotkey, first, registeredAt, delay, subtokenEnabled, registrationAllowed, emissionEnabled, neuronCount, stakeThreshold, clock] = await Promise.all([
    reads.block(), S.NetworksAdded.entries(), S.SubnetOwner(netuid), S.SubnetOwnerHotkey(netuid), S.FirstEmissionBlockNumber(netuid), S.NetworkRegisteredAt(netuid), S.StartCallDelay(),
    S.SubtokenEnabled(netuid), S.NetworkRegistrationAllowed(netuid), S.SubnetEmissionEnabled(netuid), S.SubnetworkN(netuid), S.StakeThreshold(), readClock(reads, netuid),
  ]);
  const netuids = networks.filter(([, added]) => added).map(([[id]]) => id).sort((a, b) => a - b);
  return {
    netuid, block, netuids, exists: netuids.includes(netuid), owner, ownerHotkey, firstEmissionBlock: first, startDelayEnds: registeredAt + delay,
    subtokenEnabled, registrationAllowed, emissionEnabled, neuronCount, stakeThreshold, clock,
    emission: await readEmission(reads, netuid, netuids),
  };
}

async function readClock(reads: Reads, netuid: number): Promise<EpochClock> {
  const S = reads.query.SubtensorModule;
  const [{ tempo, lastEpochBlock, pendingAt, nextEpochBlock }, lastStepBlock, keys] = await Promise.all([reads.epochs(netuid), S.LastMechansimStepBlock(netuid), S.Keys.entries(netuid)]);
  const hotkeys = keys.map(([, hotkey]) => hotkey);
  return { tempo, lastEpochBlock: BigInt(lastEpochBlock), pendingAt: BigInt(pendingAt), lastStepBlock, nextEpochBlock, doubleHotkey: hotkeys.find((hotkey, i) => hotkeys.indexOf(hotkey) < i) };
}

async function readEmission(reads: Reads, netuid: number, netuids: readonly number[]): Promise<EmissionFacts> {
  const S = reads.query.SubtensorModule;
  const keys = netuids.filter((id) => id !== ROOT).map((id) => [id] as [number]);
  const [movingPrice, minerBurned, taoIssuance, rootTao, taoWeight, tao, alpha, alphaOut, firsts, subtokens, admitting, enabled, prices, burned, mechanisms] = await Promise.all([
    S.SubnetMovingPrice(netuid), S.MinerBurned(netuid), S.TotalIssuance(), S.SubnetTAO(ROOT), S.TaoWeight(), S.SubnetTAO(netuid), S.SubnetAlphaIn(netuid), S.SubnetAlphaOut(netuid),
    S.FirstEmissionBlockNumber.many(keys), S.SubtokenEnabled.many(keys), S.NetworkRegistrationAllowed.many(keys), S.SubnetEmissionEnabled.many(keys), S.SubnetMovingPrice.many(keys), S.MinerBurned.many(keys), S.SubnetMechanism.many(keys),
  ]);
  const emitting = keys
    .map(([id], i) => ({
      id, emits: firsts[i] !== undefined && subtokens[i]! && admitting[i]!, enabled: enabled[i]!, burned: smaller(U96F32.to(U64F64, U96F32.fromBits(burned[i]!)), ONE),
      price: mechanisms[i] === 0 ? ONE : U64F64.toBits(I96F32.to(U64F64, I96F32.fromBits(prices[i]!))),
    }))
    .filter(({ emits }) => emits);
  const blockTao = computeBlockEmission(taoIssuance);
  const alphaIssuance = alpha + alphaOut;
  return {
    movingPrice, minerBurned, taoIssuance, alphaIssuance, blockTao, blockAlpha: computeBlockEmission(alphaIssuance), rootTao, taoWeight, pool: { tao, alpha },
    priceSum: emitting.reduce((sum, { price }) => sum + price, 0n),
    nextTao: nextTaoOf(netuid, emitting, blockTao),
  };
}

interface Emitting {
  readonly id: number;
  readonly enabled: boolean;
  /** Both U64F64 bits. */
  readonly price: bigint;
  readonly burned: bigint;
}

const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const sum = (list: readonly bigint[]): bigint => list.reduce((a, b) => a + b, 0n);
const share = (part: bigint, whole: bigint): bigint => (whole === 0n ? 0n : (part << 64n) / whole);

/** source: pallets/subtensor/src/coinbase/subnet_emissions.rs, get_subnet_block_emissions @ 14bc6f9 */
function nextTaoOf(netuid: number, emitting: readonly Emitting[], blockTao: bigint): bigint {
  const prices = emitting.map(({ price }) => price);
  const priceShares = prices.map((price) => share(price, sum(prices)));
  const weighted = emitting.map(({ burned }, i) => (priceShares[i]! * (ONE - burned)) >> 64n);
  const shares = sum(weighted) > 0n ? weighted.map((one) => share(one, sum(weighted))) : priceShares;
  const enabled = sum(shares.filter((_, i) => emitting[i]!.enabled));
  const i = emitting.findIndex(({ id }) => id === netuid);
  if (i < 0 || !emitting[i]!.enabled) return 0n;
  const own = emitting.every((one) => one.enabled) ? shares[i]! : share(shares[i]!, enabled);
  return (blockTao * own) >> 64n;
}
