/** How often an account, a hotkey or a subnet's owner may do a thing. Block 0 as "last time" means never. */

import { forBuild, prodOrFast } from '@taonet/codec';
import type { StateCtx } from '@taonet/frame';
import { refuse, saturatingMulU64, saturatingSubU64, type AccountId, type NetUid, type Refusal } from '@taonet/primitives';
import { MIN_TEMPO } from './coinbase/epochSchedule.ts';
import { getCurrentBlockAsU64 } from './currentBlock.ts';
import { E, S } from './pallet.ts';
import { ROOT_NETUID } from './subnets/subnetwork.ts';

/** Upstream's number of each kind of limited action: the third key of TransactionKeyLastBlock. */
export const TRANSACTION_TYPE = {
  SetChildren: 0,
  SetChildkeyTake: 1,
  Unknown: 2,
  RegisterNetwork: 3,
  SetWeightsVersionKey: 4,
  SetSNOwnerHotkey: 5,
  OwnerHyperparamUpdate: 6,
  MechanismCountUpdate: 7,
  MechanismEmission: 8,
  MaxUidsTrimming: 9,
  AddStakeBurn: 10,
  TempoUpdate: 11,
} as const;

/** Key of the item LastRateLimitedBlock. */
export type RateLimitKey = Parameters<typeof S.LastRateLimitedBlock.get>[1];

/** A hyperparameter whose changes by a subnet's owner are limited one by one. */
export type Hyperparameter = Extract<RateLimitKey, { type: 'OwnerHyperparamUpdate' }>['value'][1];

/** A limited action; `{ hyperparameter }` stands for upstream's OwnerHyperparamUpdate. */
export type TransactionType = Exclude<keyof typeof TRANSACTION_TYPE, 'OwnerHyperparamUpdate'> | { readonly hyperparameter: Hyperparameter };

const SET_CHILDREN_BLOCKS = 150n;
const SET_SN_OWNER_HOTKEY_BLOCKS = 50_400n;
/** Owners may set the tempo once in the shortest tempo they may choose. */
const TEMPO_UPDATE_BLOCKS = BigInt(MIN_TEMPO);
const MECHANISM_COUNT_BLOCKS = prodOrFast(7_200n, 1n);
const MECHANISM_EMISSION_BLOCKS = prodOrFast(7_200n, 1n);
const MAX_UIDS_TRIMMING_BLOCKS = prodOrFast(216_000n, 1n);

/**
 * Blocks that must lie between two actions of this type, whatever the subnet; 0 for types without such a limit.
 *
 * source: pallets/subtensor/src/utils/rate_limiting.rs, TransactionType::rate_limit @ 14bc6f9
 */
export function rateLimitBlocks(ctx: StateCtx, type: TransactionType): bigint {
  switch (type) {
    case 'SetChildren': return SET_CHILDREN_BLOCKS;
    case 'SetChildkeyTake': return S.TxChildkeyTakeRateLimit.get(ctx);
    case 'RegisterNetwork': return S.NetworkRateLimit.get(ctx);
    case 'MechanismCountUpdate': return forBuild(MECHANISM_COUNT_BLOCKS, ctx.build);
    case 'MechanismEmission': return forBuild(MECHANISM_EMISSION_BLOCKS, ctx.build);
    case 'MaxUidsTrimming': return forBuild(MAX_UIDS_TRIMMING_BLOCKS, ctx.build);
    default: return 0n;
  }
}

/**
 * As `rateLimitBlocks`, for types whose limit depends on the subnet (mostly on its tempo) too.
 *
 * source: pallets/subtensor/src/utils/rate_limiting.rs, TransactionType::rate_limit_on_subnet @ 14bc6f9
 */
export function rateLimitOnSubnetBlocks(ctx: StateCtx, type: TransactionType, netuid: NetUid): bigint {
  const tempo = BigInt(S.Tempo.get(ctx, netuid));
  if (typeof type === 'object') return saturatingMulU64(tempo, BigInt(S.OwnerHyperparamRateLimit.get(ctx)));
  switch (type) {
    case 'SetWeightsVersionKey': return saturatingMulU64(tempo, S.WeightsVersionKeyRateLimit.get(ctx));
    case 'SetSNOwnerHotkey': return SET_SN_OWNER_HOTKEY_BLOCKS;
    case 'AddStakeBurn': return tempo;
    case 'TempoUpdate': return TEMPO_UPDATE_BLOCKS;
    default: return rateLimitBlocks(ctx, type);
  }
}

/** source: pallets/subtensor/src/utils/rate_limiting.rs, TransactionType::check_passes_rate_limit @ 14bc6f9 */
function passes(limit: bigint, block: bigint, lastBlock: bigint): boolean {
  return lastBlock === 0n || saturatingSubU64(block, lastBlock) >= limit;
}

/**
 * Whether `key` may do this now, for limits that hold over all subnets (kept under root).
 *
 * source: pallets/subtensor/src/utils/rate_limiting.rs, TransactionType::passes_rate_limit @ 14bc6f9
 */
export function passesRateLimit(ctx: StateCtx, type: TransactionType, key: AccountId): boolean {
  return passes(rateLimitBlocks(ctx, type), getCurrentBlockAsU64(ctx), lastBlockOnSubnet(ctx, type, key, ROOT_NETUID));
}

/**
 * Whether `key` may do this now on the subnet.
 *
 * source: pallets/subtensor/src/utils/rate_limiting.rs, TransactionType::passes_rate_limit_on_subnet @ 14bc6f9
 */
export function passesRateLimitOnSubnet(ctx: StateCtx, type: TransactionType, key: AccountId, netuid: NetUid): boolean {
  return passes(rateLimitOnSubnetBlocks(ctx, type, netuid), getCurrentBlockAsU64(ctx), lastBlockOnSubnet(ctx, type, key, netuid));
}

/** The entry of LastRateLimitedBlock that three of the types use instead of TransactionKeyLastBlock. */
function sharedKey(type: TransactionType, netuid: NetUid): RateLimitKey | undefined {
  if (typeof type === 'object') return { type: 'OwnerHyperparamUpdate', value: [netuid, type.hyperparameter] };
  if (type === 'RegisterNetwork') return { type: 'NetworkLastRegistered' };
  if (type === 'SetSNOwnerHotkey') return { type: 'SetSNOwnerHotkey', value: netuid };
  return undefined;
}

function numberOf(type: TransactionType): number {
  return typeof type === 'object' ? TRANSACTION_TYPE.OwnerHyperparamUpdate : TRANSACTION_TYPE[type];
}

/**
 * The block of the last such action, 0 for none.
 *
 * source: pallets/subtensor/src/utils/rate_limiting.rs, TransactionType::last_block_on_subnet @ 14bc6f9
 */
export function lastBlockOnSubnet(ctx: StateCtx, type: TransactionType, key: AccountId, netuid: NetUid): bigint {
  const shared = sharedKey(type, netuid);
  return shared === undefined ? S.TransactionKeyLastBlock.get(ctx, key, netuid, numberOf(type)) : S.LastRateLimitedBlock.get(ctx, shared);
}

/**
 * Remembers the block of an action.
 *
 * source: pallets/subtensor/src/utils/rate_limiting.rs, TransactionType::set_last_block_on_subnet @ 14bc6f9
 */
export function setLastBlockOnSubnet(ctx: StateCtx, type: TransactionType, key: AccountId, netuid: NetUid, block: bigint): void {
  const shared = sharedKey(type, netuid);
  if (shared === undefined) S.TransactionKeyLastBlock.set(ctx, key, netuid, numberOf(type), block);
  else S.LastRateLimitedBlock.set(ctx, shared, block);
}

/** Refuses when `key` did this, on any subnet, too short a time ago. */
export function ensurePassesRateLimit(ctx: StateCtx, type: TransactionType, key: AccountId, refusal: Refusal): void {
  if (passesRateLimit(ctx, type, key)) return;
  const required = lastBlockOnSubnet(ctx, type, key, ROOT_NETUID) + rateLimitBlocks(ctx, type);
  refuse(refusal, { key, actual: getCurrentBlockAsU64(ctx), required });
}

/** Refuses when `key` did this on the subnet too short a time ago. */
export function ensurePassesRateLimitOnSubnet(ctx: StateCtx, type: TransactionType, { key, netuid }: { readonly key: AccountId; readonly netuid: NetUid }, refusal = E.TxRateLimitExceeded): void {
  if (passesRateLimitOnSubnet(ctx, type, key, netuid)) return;
  const required = lastBlockOnSubnet(ctx, type, key, netuid) + rateLimitOnSubnetBlocks(ctx, type, netuid);
  refuse(refusal, { key, netuid, actual: getCurrentBlockAsU64(ctx), required });
}
