/**
 * The pool of a dissolved subnet is paid out: its TAO goes to the stakers' free balances in proportion to their alpha, the
 * rest is recycled; all alpha of the subnet ceases to be.
 *
 * source: pallets/subtensor/src/staking/remove_stake.rs, destroy_alpha_in_out_stakes @ 14bc6f9
 */

import { inLayer, type Ctx, type StateCtx } from '@taonet/frame';
import {
  clampU64, compareBigints, ensure, safeFloatToU64, saturatingAddU64, saturatingSubU64, U64F64, U96F32, type AccountId, type NetUid,
} from '@taonet/primitives';
import { currentAlphaPrice } from '../../swap/price.ts';
import { getAlphaIssuance } from '../coinbase/alpha.ts';
import { getFloatSubnetOwnerCut } from '../coinbase/emitToSubnets.ts';
import { getColdkeyBalance, getKeepAliveBalance, recycleTao, transferTao, transferTaoFromSubnet } from '../coinbase/tao.ts';
import { destroyLockMaps } from '../locks/swapLocks.ts';
import { E, S } from '../pallet.ts';
import { alphaEntriesOfHotkey } from '../staking/alphaEntries.ts';
import { tryGetShareValue } from '../staking/sharePools.ts';
import { getSubnetAccountId, ifSubnetExist } from './subnetwork.ts';

interface Staker {
  readonly hotkey: AccountId;
  readonly coldkey: AccountId;
  readonly alpha: bigint;
}

/** One part of the pot; without `coldkey` it is the protocol's own alpha's. */
interface Portion {
  readonly coldkey: AccountId | undefined;
  readonly remainder: bigint;
  share: bigint;
}

/**
 * Pays out and forgets everything staked on the subnet. Subnets registered before NetworkRegistrationStartBlock also give
 * their owner the lock back, less what the owner's cut earned. Single transfers may fail; nothing is refused for it.
 *
 * refuses SubnetNotExists
 * keeps: shares of the pot sum to the pot (largest remainders get the units that flooring leaves)
 */
export function destroyAlphaInOutStakes(ctx: Ctx, netuid: NetUid): void {
  ensure(ifSubnetExist(ctx, netuid), E.SubnetNotExists, { netuid });
  const owner = S.SubnetOwner.get(ctx, netuid);
  const refund = lockRefund(ctx, netuid);
  const hotkeys = S.TotalHotkeyAlpha.keys(ctx).filter(([, of]) => of === netuid).map(([hotkey]) => hotkey);
  const entries = hotkeys.flatMap((hotkey) => stakersOf(ctx, hotkey, netuid));

  const pot = takePot(ctx, netuid);
  const protocolShare = payOut(ctx, netuid, { pot, stakers: entries, protocolAlpha: protocolAlphaOf(ctx, netuid) });

  forgetAlpha(ctx, netuid, hotkeys, entries);
  S.SubnetLocked.set(ctx, netuid, 0n);
  const account = getSubnetAccountId(ctx, netuid);
  if (account !== undefined) {
    if (refund > 0n) refundOwner(ctx, { account, owner, refund, protocolShare });
    recycleRest(ctx, netuid, account);
  }
  destroyLockMaps(ctx, netuid);
}

/** What the owner gets back of its lock: old subnets only; lock less the owner's cut of all alpha issued, at spot price, floored. */
function lockRefund(ctx: StateCtx, netuid: NetUid): bigint {
  const isOld = S.NetworkRegisteredAt.get(ctx, netuid) < S.NetworkRegistrationStartBlock.get(ctx);
  const lock = S.SubnetLocked.get(ctx, netuid);
  if (!isOld || lock === 0n) return 0n;
  const ownerAlpha = U96F32.saturatingToU64(U96F32.saturatingMul(U96F32.fromInt(getAlphaIssuance(ctx, netuid)), getFloatSubnetOwnerCut(ctx)));
  if (ownerAlpha === 0n) return lock;
  const price = U64F64.to(U96F32, currentAlphaPrice(ctx, netuid));
  return saturatingSubU64(lock, U96F32.saturatingToU64(U96F32.saturatingMul(U96F32.fromInt(ownerAlpha), price)));
}

/** Alpha of the protocol that shares in the pot: kept aside, and for subnets newer than the rule also what lies in the pool. */
function protocolAlphaOf(ctx: StateCtx, netuid: NetUid): bigint {
  const kept = S.SubnetProtocolAlpha.get(ctx, netuid);
  const isNewer = S.NetworkRegisteredAt.get(ctx, netuid) > S.TaoInRefundDeploymentBlock.get(ctx);
  return isNewer ? saturatingAddU64(S.SubnetAlphaIn.get(ctx, netuid), kept) : kept;
}

/** By coldkey; a share pool without value counts the bare share. */
function stakersOf(ctx: StateCtx, hotkey: AccountId, netuid: NetUid): Staker[] {
  return alphaEntriesOfHotkey(ctx, hotkey)
    .filter((entry) => entry.netuid === netuid)
    .map(({ coldkey, share }) => {
      const value = tryGetShareValue(ctx, { hotkey, netuid }, coldkey) ?? 0n;
      return { hotkey, coldkey, alpha: value === 0n ? safeFloatToU64(share) : value };
    });
}

function takePot(ctx: StateCtx, netuid: NetUid): bigint {
  const pot = S.SubnetTAO.get(ctx, netuid);
  if (pot === 0n) return 0n;
  S.SubnetTAO.remove(ctx, netuid);
  S.TotalStake.mutate(ctx, (total) => saturatingSubU64(total, pot));
  return pot;
}

/** Pays the stakers; returns the protocol's share, which stays on the subnet's account. */
function payOut(ctx: Ctx, netuid: NetUid, { pot, stakers, protocolAlpha }: { pot: bigint; stakers: readonly Staker[]; protocolAlpha: bigint }): bigint {
  const parts: { coldkey: AccountId | undefined; alpha: bigint }[] = stakers.filter(({ alpha }) => alpha > 0n);
  if (protocolAlpha > 0n) parts.push({ coldkey: undefined, alpha: protocolAlpha });
  let protocolShare = 0n;
  for (const { coldkey, share } of computePortions(pot, parts)) {
    if (coldkey === undefined) protocolShare = share;
    // A failed transfer must not keep a new subnet from being registered.
    else if (share > 0n) inLayer(ctx, () => transferTaoFromSubnet(ctx, netuid, coldkey, share));
  }
  return protocolShare;
}

/** Largest-remainder division of the pot; among equal remainders the earlier part wins. Sorted by remainder if anything was left to hand out. */
function computePortions(pot: bigint, parts: readonly { readonly coldkey: AccountId | undefined; readonly alpha: bigint }[]): Portion[] {
  const total = parts.reduce((sum, { alpha }) => sum + alpha, 0n);
  if (pot === 0n || total === 0n) return [];
  const portions: Portion[] = parts.map(({ coldkey, alpha }) => ({ coldkey, share: clampU64((pot * alpha) / total), remainder: (pot * alpha) % total }));
  const left = pot - portions.reduce((sum, { share }) => sum + share, 0n);
  if (left <= 0n) return portions;
  portions.sort((a, b) => compareBigints(b.remainder, a.remainder));
  portions.forEach((portion, i) => {
    if (BigInt(i) < left) portion.share += 1n;
  });
  return portions;
}

function forgetAlpha(ctx: StateCtx, netuid: NetUid, hotkeys: readonly AccountId[], stakers: readonly Staker[]): void {
  for (const { hotkey, coldkey } of stakers) {
    S.Alpha.remove(ctx, hotkey, coldkey, netuid);
    S.AlphaV2.remove(ctx, hotkey, coldkey, netuid);
  }
  for (const hotkey of hotkeys) {
    S.TotalHotkeyAlpha.remove(ctx, hotkey, netuid);
    S.TotalHotkeyShares.remove(ctx, hotkey, netuid);
    S.TotalHotkeySharesV2.remove(ctx, hotkey, netuid);
  }
  S.SubnetAlphaIn.remove(ctx, netuid);
  S.SubnetAlphaOut.remove(ctx, netuid);
  S.SubnetProtocolAlpha.remove(ctx, netuid);
}

function refundOwner(ctx: Ctx, { account, owner, refund, protocolShare }: { account: AccountId; owner: AccountId; refund: bigint; protocolShare: bigint }): void {
  const available = saturatingSubU64(getColdkeyBalance(ctx, account), protocolShare);
  inLayer(ctx, () => transferTao(ctx, account, owner, refund < available ? refund : available));
}

function recycleRest(ctx: Ctx, netuid: NetUid, account: AccountId): void {
  const rest = getKeepAliveBalance(ctx, account);
  const outcome = inLayer(ctx, () => recycleTao(ctx, account, rest));
  if ('ok' in outcome) S.RAORecycledForRegistration.set(ctx, netuid, rest);
}
