/**
 * W1 and W64: subnets of 256 neurons. In each, 64 validators with permit and dense weights on the 192 others, 8 nominators a
 * validator; the same 64 validators, with their nominators, hold the stake on root. Subnets with an odd number run Yuma 3.
 */

import { alphaAssets, balances, subtensorModule, swap, system } from '@taonet/abi';
import type { Build } from '@taonet/codec';
import { bindStorage, MemoryState, Overlay, type StateCtx } from '@taonet/frame';
import { bytesToHex, I96F32, safeFloatFromU64, type AccountId, type Crypto, type NetUid, utf8ToBytes } from '@taonet/primitives';
import { createNumbers, namedAccount } from './numbers.ts';

export interface SubnetsWorkload {
  readonly subnets: number;
  readonly neurons: number;
  readonly validators: number;
  readonly nominators: number;
  /** Blocks between epochs; the subnets' epochs are spread over them. */
  readonly tempo: number;
  /** Epochs one block may run. */
  readonly epochsPerBlock: number;
}

export const W1: SubnetsWorkload = { subnets: 1, neurons: 256, validators: 64, nominators: 8, tempo: 360, epochsPerBlock: 2 };
export const W64: SubnetsWorkload = { ...W1, subnets: 64 };

/** The block whose state this is. */
export const WORKLOAD_BLOCK = 8_000_000;

const S = bindStorage(subtensorModule);
const Swap = bindStorage(swap);
const Alpha = bindStorage(alphaAssets);
const Balances = bindStorage(balances);
const System = bindStorage(system);

const ROOT: NetUid = 0;
const COIN = 1_000_000_000n;
const TAKE_U16 = 11_796;
/** `modl` and `subtensr`. */
const SUBNET_ACCOUNT_HEAD = bytesToHex(utf8ToBytes('modlsubtensr'));
const HOTKEY = 1;
const COLDKEY = 2;
const NOMINATOR = 3;
const MINER = 4;
const MINER_OWNER = 5;

interface Staker {
  readonly coldkey: AccountId;
  readonly rao: bigint;
}

/** One after the other, each with its own draw of numbers, so that subnets do not depend on how many there are. */
export function writeSubnets(ctx: StateCtx, workload: SubnetsWorkload): void {
  writeChain(ctx, workload);
  writeRoot(ctx, workload);
  for (let netuid = 1; netuid <= workload.subnets; netuid++) writeSubnet(ctx, workload, netuid);
}

/** `base`, a genesis, with the workload's writes on it. */
export function workloadState(base: Iterable<readonly [string, Uint8Array]>, options: { readonly crypto: Crypto; readonly build: Build; readonly workload: SubnetsWorkload }): MemoryState {
  const { crypto, build, workload } = options;
  const state = new MemoryState(base);
  const overlay = new Overlay(state);
  writeSubnets({ state: overlay, crypto, build }, workload);
  for (const [key, value] of overlay.changes()) {
    if (value === null) state.delete(key);
    else state.set(key, value);
  }
  return state;
}

function writeChain(ctx: StateCtx, { subnets, epochsPerBlock }: SubnetsWorkload): void {
  System.Number.set(ctx, WORKLOAD_BLOCK);
  System.ParentHash.set(ctx, namedAccount(0, 0));
  S.TotalNetworks.set(ctx, subnets);
  S.MaxEpochsPerBlock.set(ctx, epochsPerBlock);
  S.TotalIssuance.set(ctx, 9_000_000n * COIN);
  Balances.TotalIssuance.set(ctx, 9_000_000n * COIN);
  // What the last halving left: BlockEmission as it stands on a chain of this issuance.
  S.BlockEmission.set(ctx, COIN);
}

/** Validators keep their uids on every subnet and on root. */
const hotkeyOf = (validator: number): AccountId => namedAccount(HOTKEY, validator);
const coldkeyOf = (validator: number): AccountId => namedAccount(COLDKEY, validator);
const nominatorOf = (validator: number, nominator: number): AccountId => namedAccount(NOMINATOR, validator * 64 + nominator);
const minerOf = (netuid: NetUid, uid: number): AccountId => namedAccount(MINER, netuid * 4096 + uid);
const minerOwnerOf = (netuid: NetUid, uid: number): AccountId => namedAccount(MINER_OWNER, netuid * 4096 + uid);

function writeRoot(ctx: StateCtx, workload: SubnetsWorkload): void {
  const next = createNumbers(1);
  writeNetwork(ctx, ROOT, workload.validators);
  S.MaxAllowedUids.set(ctx, ROOT, 64);
  S.SubtokenEnabled.set(ctx, ROOT, true);
  let total = 0n;
  let index = 0n;
  for (let validator = 0; validator < workload.validators; validator++) {
    const hotkey = hotkeyOf(validator);
    S.Owner.set(ctx, hotkey, coldkeyOf(validator));
    S.OwnedHotkeys.set(ctx, coldkeyOf(validator), [hotkey]);
    S.Delegates.set(ctx, hotkey, TAKE_U16);
    writeNeuron(ctx, ROOT, validator, hotkey);
    const stakers = stakersOf(workload, validator, () => BigInt(100 + next(5_000)) * COIN);
    for (const { coldkey } of stakers) {
      S.StakingHotkeys.set(ctx, coldkey, [hotkey]);
      S.StakingColdkeysByIndex.set(ctx, index, coldkey);
      S.StakingColdkeys.set(ctx, coldkey, index);
      writeAccount(ctx, coldkey, 10n * COIN);
      index += 1n;
    }
    total += writeStake(ctx, hotkey, ROOT, stakers);
  }
  S.NumStakingColdkeys.set(ctx, index);
  S.SubnetTAO.set(ctx, ROOT, total);
  S.SubnetAlphaOut.set(ctx, ROOT, total);
  S.TotalStake.set(ctx, total);
  writeAccount(ctx, subnetAccount(ROOT), total);
}

/** The validator's owner and its nominators. */
function stakersOf({ nominators }: SubnetsWorkload, validator: number, rao: () => bigint): Staker[] {
  const coldkeys = [coldkeyOf(validator), ...Array.from({ length: nominators }, (_, nominator) => nominatorOf(validator, nominator))];
  return coldkeys.map((coldkey) => ({ coldkey, rao: rao() }));
}

/** returns: all stake on the hotkey */
function writeStake(ctx: StateCtx, hotkey: AccountId, netuid: NetUid, stakers: readonly Staker[]): bigint {
  const total = stakers.reduce((sum, { rao }) => sum + rao, 0n);
  for (const { coldkey, rao } of stakers) S.AlphaV2.set(ctx, hotkey, coldkey, netuid, safeFloatFromU64(rao));
  S.TotalHotkeySharesV2.set(ctx, hotkey, netuid, safeFloatFromU64(total));
  S.TotalHotkeyAlpha.set(ctx, hotkey, netuid, total);
  return total;
}

function writeNetwork(ctx: StateCtx, netuid: NetUid, neurons: number): void {
  S.NetworksAdded.set(ctx, netuid, true);
  S.SubnetworkN.set(ctx, netuid, neurons);
  S.NetworkRegistrationAllowed.set(ctx, netuid, true);
  S.NetworkRegisteredAt.set(ctx, netuid, 1000n);
}

function writeNeuron(ctx: StateCtx, netuid: NetUid, uid: number, hotkey: AccountId): void {
  S.Keys.set(ctx, netuid, uid, hotkey);
  S.Uids.set(ctx, netuid, hotkey, uid);
  S.IsNetworkMember.set(ctx, hotkey, netuid, true);
  S.BlockAtRegistration.set(ctx, netuid, uid, BigInt(1000 + uid));
}

function writeAccount(ctx: StateCtx, account: AccountId, free: bigint): void {
  const fresh = System.Account.get(ctx, account);
  System.Account.set(ctx, account, { ...fresh, providers: 1, data: { ...fresh.data, free } });
}

/** Where a subnet's TAO lies. */
function subnetAccount(netuid: NetUid): AccountId {
  const low = (netuid & 0xff).toString(16).padStart(2, '0');
  const high = (netuid >> 8).toString(16).padStart(2, '0');
  return SUBNET_ACCOUNT_HEAD.concat(low, high).padEnd(64, '0');
}

function writeSubnet(ctx: StateCtx, workload: SubnetsWorkload, netuid: NetUid): void {
  const next = createNumbers(1000 + netuid);
  writeNetwork(ctx, netuid, workload.neurons);
  writeSettings(ctx, workload, netuid);
  let staked = 0n;
  for (let uid = 0; uid < workload.neurons; uid++) {
    const validates = uid < workload.validators;
    if (!validates) writeMiner(ctx, netuid, uid);
    const hotkey = validates ? hotkeyOf(uid) : minerOf(netuid, uid);
    writeNeuron(ctx, netuid, uid, hotkey);
    const stakers = validates
      ? stakersOf(workload, uid, () => BigInt(10 + next(2_000)) * COIN)
      : [{ coldkey: minerOwnerOf(netuid, uid), rao: BigInt(1 + next(50)) * COIN }];
    staked += writeStake(ctx, hotkey, netuid, stakers);
  }
  writeRows(ctx, workload, netuid, next);
  writePool(ctx, netuid, staked, next);
}

function writeMiner(ctx: StateCtx, netuid: NetUid, uid: number): void {
  const [hotkey, coldkey] = [minerOf(netuid, uid), minerOwnerOf(netuid, uid)];
  S.Owner.set(ctx, hotkey, coldkey);
  S.OwnedHotkeys.set(ctx, coldkey, [hotkey]);
  S.StakingHotkeys.set(ctx, coldkey, [hotkey]);
}

function writeSettings(ctx: StateCtx, { validators, tempo, subnets, neurons }: SubnetsWorkload, netuid: NetUid): void {
  S.Tempo.set(ctx, netuid, tempo);
  // Due after 1 … tempo blocks, the last subnet's in the last of them.
  const due = Math.ceil((netuid * tempo) / subnets);
  S.LastEpochBlock.set(ctx, netuid, BigInt(WORKLOAD_BLOCK + due - tempo));
  S.LastMechansimStepBlock.set(ctx, netuid, BigInt(WORKLOAD_BLOCK + due - tempo));
  S.BlocksSinceLastStep.set(ctx, netuid, BigInt(tempo - due));
  S.SubnetEpochIndex.set(ctx, netuid, 1000n);
  S.MaxAllowedUids.set(ctx, netuid, neurons);
  S.MaxAllowedValidators.set(ctx, netuid, validators);
  S.MinAllowedWeights.set(ctx, netuid, 1);
  S.FirstEmissionBlockNumber.set(ctx, netuid, 2000n);
  S.SubnetMechanism.set(ctx, netuid, 1);
  S.SubtokenEnabled.set(ctx, netuid, true);
  S.SubnetEmissionEnabled.set(ctx, netuid, true);
  S.Yuma3On.set(ctx, netuid, netuid % 2 === 1);
  S.Burn.set(ctx, netuid, COIN);
  S.SubnetOwner.set(ctx, netuid, minerOwnerOf(netuid, neurons - 1));
  S.SubnetOwnerHotkey.set(ctx, netuid, minerOf(netuid, neurons - 1));
}

/** What the last epoch left and what validators set since. */
function writeRows(ctx: StateCtx, { neurons, validators }: SubnetsWorkload, netuid: NetUid, next: (below: number) => number): void {
  const uids = Array.from({ length: neurons }, (_, uid) => uid);
  const worth = uids.map(() => 1000 + next(50_000));
  for (let uid = 0; uid < validators; uid++) {
    const row = (spread: number): [number, number][] => uids.slice(validators).map((to) => [to, worth[to]! + next(spread)]);
    S.Weights.set(ctx, netuid, uid, row(12_000));
    S.Bonds.set(ctx, netuid, uid, row(8_000));
  }
  const u16s = (of: (uid: number) => number): number[] => uids.map(of);
  S.Active.set(ctx, netuid, uids.map(() => true));
  S.LastUpdate.set(ctx, netuid, uids.map(() => BigInt(WORKLOAD_BLOCK - 1 - next(350))));
  S.ValidatorPermit.set(ctx, netuid, uids.map((uid) => uid < validators));
  S.ValidatorTrust.set(ctx, netuid, u16s((uid) => (uid < validators ? 60_000 : 0)));
  S.Consensus.set(ctx, netuid, u16s((uid) => (uid < validators ? 0 : worth[uid]!)));
  S.Incentive.set(ctx, netuid, u16s((uid) => (uid < validators ? 0 : worth[uid]! >> 7)));
  S.Dividends.set(ctx, netuid, u16s((uid) => (uid < validators ? 1024 : 0)));
  S.StakeWeight.set(ctx, netuid, u16s((uid) => (uid < validators ? 1024 : 0)));
  S.Emission.set(ctx, netuid, uids.map(() => COIN));
}

/** A price above 1 / 64, so that root earns alpha with 64 subnets; with one subnet its moving price alone is above 1. */
function writePool(ctx: StateCtx, netuid: NetUid, staked: bigint, next: (below: number) => number): void {
  const tao = BigInt(20_000 + next(20_000)) * COIN;
  const alphaIn = BigInt(20_000 + next(20_000)) * 40n * COIN;
  S.SubnetTAO.set(ctx, netuid, tao);
  S.SubnetAlphaIn.set(ctx, netuid, alphaIn);
  S.SubnetAlphaOut.set(ctx, netuid, staked);
  S.SubnetMovingPrice.set(ctx, netuid, I96F32.fromRational(5n, 4n));
  S.SubnetVolume.set(ctx, netuid, tao);
  S.TotalStake.mutate(ctx, (total) => total + tao);
  Alpha.TotalAlphaIssuance.set(ctx, netuid, alphaIn + staked);
  Swap.PalSwapInitialized.set(ctx, netuid, true);
  Swap.SwapBalancer.set(ctx, netuid, { quote: 500_000_000_000_000_000n });
  writeAccount(ctx, subnetAccount(netuid), tao);
}
