/**
 * All positions of accounts on a subnet are closed and paid: before it is dissolved, and before its pool becomes one without positions.
 *
 * source: pallets/swap/src/pallet/impls.rs, do_dissolve_all_liquidity_providers @ 459fa72
 */

import { inLayer, type Ctx, type StateCtx } from '@taonet/frame';
import { saturatingAddU64, type AccountId, type NetUid } from '@taonet/primitives';
import { burnSubnetAlpha } from '../../subtensor/coinbase/alpha.ts';
import { getColdkeyBalance, transferTaoFromSubnet } from '../../subtensor/coinbase/tao.ts';
import { S as Subtensor } from '../../subtensor/pallet.ts';
import { hotkeyAccountExists } from '../../subtensor/staking/accounts.ts';
import { getSubnetAccountId } from '../../subtensor/subnets/subnetwork.ts';
import { Ev, S } from '../pallet.ts';
import { concentrated } from '../pools/concentrated.ts';
import { PROTOCOL_ACCOUNT } from '../pools/concentratedState.ts';
import { payOut } from './purse.ts';
import { takePosition } from './removeLiquidity.ts';

/**
 * TAO and its fees go to the coldkey as far as the subnet's account can pay, alpha and its fees become its stake on the permitted validator
 * with the highest trust, without one on the owner's hotkey.
 */
export function payOutProviders(ctx: Ctx, netuid: NetUid): void {
  const open = S.Positions.keys(ctx, netuid).filter(([, owner]) => owner !== PROTOCOL_ACCOUNT);
  if (open.length === 0) return;
  const target = findValidator(ctx, netuid);
  for (const [, owner, id] of open) payOutOne(ctx, netuid, { owner, id, target });
}

interface Closing {
  readonly owner: AccountId;
  readonly id: bigint;
  /** Undefined where nobody can hold stake: the alpha is burned. */
  readonly target: AccountId | undefined;
}

function payOutOne(ctx: Ctx, netuid: NetUid, { owner, id, target }: Closing): void {
  const { tao, alpha, fees, position } = takePosition(ctx, netuid, owner, id);
  payTao(ctx, netuid, owner, saturatingAddU64(tao, fees.tao));
  const allAlpha = saturatingAddU64(alpha, fees.alpha);
  if (target !== undefined) payOut(ctx, { coldkey: owner, hotkey: target, netuid }, { tao: 0n, alpha: allAlpha });
  else burnAlpha(ctx, netuid, allAlpha);
  concentrated.decrease(ctx, netuid, 'tao', tao);
  concentrated.decrease(ctx, netuid, 'alpha', alpha);
  ctx.deposit(Ev.LiquidityRemoved({
    coldkey: owner, hotkey: target ?? owner, netuid, position_id: id, liquidity: position.liquidity, tao, alpha,
    fee_tao: fees.tao, fee_alpha: fees.alpha, tick_low: position.tickLow, tick_high: position.tickHigh,
  }));
}

/** A transfer that fails, as of less than an account must hold, must not keep the subnet from what is done to it. */
function payTao(ctx: Ctx, netuid: NetUid, owner: AccountId, tao: bigint): void {
  const account = getSubnetAccountId(ctx, netuid);
  const held = account === undefined ? 0n : getColdkeyBalance(ctx, account);
  const paid = tao < held ? tao : held;
  if (paid > 0n) inLayer(ctx, () => transferTaoFromSubnet(ctx, netuid, owner, paid));
}

function burnAlpha(ctx: Ctx, netuid: NetUid, alpha: bigint): void {
  Subtensor.SubnetAlphaOut.mutate(ctx, netuid, (total) => saturatingAddU64(total, alpha));
  burnSubnetAlpha(ctx, netuid, alpha);
}

/** The first of those with the highest trust. */
function findValidator(ctx: StateCtx, netuid: NetUid): AccountId | undefined {
  const permits = Subtensor.ValidatorPermit.get(ctx, netuid);
  let best: { readonly uid: number; readonly trust: number } | undefined;
  Subtensor.ValidatorTrust.get(ctx, netuid).forEach((trust, uid) => {
    if (permits[uid] === true && (best === undefined || trust > best.trust)) best = { uid, trust };
  });
  const hotkey = best === undefined ? undefined : Subtensor.Keys.tryGet(ctx, netuid, best.uid);
  return [hotkey, Subtensor.SubnetOwnerHotkey.get(ctx, netuid)].find((candidate) => candidate !== undefined && hotkeyAccountExists(ctx, candidate));
}
