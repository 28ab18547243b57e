/**
 * Fees taken in alpha, where the TAO is short: some calls that give up stake may pay with that stake.
 *
 * source: pallets/transaction-fee/src/lib.rs, fees_in_alpha, can_withdraw_in_alpha, withdraw_in_alpha @ 14bc6f9
 */

import { inLayer, invalid, type Ctx, type RuntimeCall, type StateCtx } from '@taonet/frame';
import type { AccountId, Facts, NetUid } from '@taonet/primitives';
import { getBlockAuthor } from '../aura/slots.ts';
import { S as Subtensor } from '../subtensor/pallet.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet, type StakeKey } from '../subtensor/staking/stakeShares.ts';
import { unstakeFromSubnet } from '../subtensor/staking/unstakeFromSubnet.ts';
import { getAllSubnetNetuids, ROOT_NETUID } from '../subtensor/subnets/subnetwork.ts';
import { getAlphaAmountForTao } from '../swap/price.ts';

/** What a transaction costs and what it does. */
export interface Bill {
  readonly call: RuntimeCall;
  /** Rao. */
  readonly fee: bigint;
}

/** What was taken instead of TAO. */
export interface AlphaFee {
  readonly netuid: NetUid;
  /** Rao of alpha that were sold. */
  readonly alphaFee: bigint;
  /** Rao the block's author got for them. */
  readonly taoAmount: bigint;
}

/** What is charged where nothing can be: without an author, or when several stakes could pay. */
const NOTHING: AlphaFee = { netuid: ROOT_NETUID, alphaFee: 0n, taoAmount: 0n };

/** Any price, and the pool keeps no fee. */
const AT_ANY_PRICE = { limitRao: 0n, dropFees: true } as const;

const ON_ONE_SUBNET: ReadonlySet<string> = new Set(['remove_stake', 'remove_stake_limit', 'remove_stake_full_limit', 'transfer_stake', 'swap_stake', 'swap_stake_limit', 'recycle_alpha', 'burn_alpha']);
const ON_ALL_SUBNETS: ReadonlySet<string> = new Set(['unstake_all', 'unstake_all_alpha']);

interface Args {
  readonly hotkey: AccountId;
  readonly origin_hotkey: AccountId;
  readonly netuid: NetUid;
  readonly origin_netuid: NetUid;
}

/** The stakes that could pay for the call; none for calls that pay in TAO only. A call inside another one does not count. */
export function stakesThatPay(ctx: StateCtx, coldkey: AccountId, call: RuntimeCall): readonly StakeKey[] {
  if (call.type !== 'SubtensorModule') return [];
  const name = call.value.type;
  const args = call.value.value as Args;
  if (name === 'move_stake') return [{ hotkey: args.origin_hotkey, coldkey, netuid: args.origin_netuid }];
  if (ON_ONE_SUBNET.has(name)) return [{ hotkey: args.hotkey, coldkey, netuid: args.netuid ?? args.origin_netuid }];
  if (!ON_ALL_SUBNETS.has(name)) return [];
  return getAllSubnetNetuids(ctx)
    .filter((netuid) => Subtensor.SubtokenEnabled.get(ctx, netuid))
    .map((netuid) => ({ hotkey: args.hotkey, coldkey, netuid }))
    .filter((key) => getStakeForHotkeyAndColdkeyOnSubnet(ctx, key) !== 0n);
}

/** Throws Payment unless exactly one stake could pay for the call and is worth `fee` rao at the spot price. */
export function ensureCanPayInAlpha(ctx: StateCtx, who: AccountId, { call, fee }: Bill, facts?: Facts): void {
  const keys = stakesThatPay(ctx, who, call);
  const [key] = keys;
  if (key === undefined) invalid('Payment', { ...facts, who, fee });
  if (keys.length > 1) invalid('Payment', { ...facts, who, fee, stakes: keys.length });
  const stake = getStakeForHotkeyAndColdkeyOnSubnet(ctx, key);
  const needed = getAlphaAmountForTao(ctx, key.netuid, fee);
  if (stake < needed) invalid('Payment', { who, fee, hotkey: key.hotkey, netuid: key.netuid, actual: stake, required: needed });
}

/**
 * Sells alpha worth `fee` rao at the spot price for the block's author: at most the whole stake, and all of it where alpha has no price.
 * Slippage is the author's loss. Throws Payment when no stake could pay or the sale is refused. Event StakeRemoved.
 */
export function withdrawInAlpha(ctx: Ctx, who: AccountId, { call, fee }: Bill, facts?: Facts): AlphaFee {
  const keys = stakesThatPay(ctx, who, call);
  const [key] = keys;
  if (key === undefined) invalid('Payment', { ...facts, who, fee });
  const author = getBlockAuthor(ctx);
  if (keys.length > 1 || author === undefined) return NOTHING;
  const stake = getStakeForHotkeyAndColdkeyOnSubnet(ctx, key);
  const worth = getAlphaAmountForTao(ctx, key.netuid, fee);
  const alphaFee = worth === 0n || worth > stake ? stake : worth;
  const sold = inLayer(ctx, () => unstakeFromSubnet(ctx, key, author, { alpha: alphaFee, ...AT_ANY_PRICE }));
  return 'ok' in sold ? { netuid: key.netuid, alphaFee, taoAmount: sold.ok } : invalid('Payment', { ...sold.refusal.facts, who, fee, because: sold.refusal.name });
}
