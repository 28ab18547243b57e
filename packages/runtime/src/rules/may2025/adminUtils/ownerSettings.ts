/** Owners' settings with rules of their own. source: pallets/admin-utils/src/lib.rs @ 1b0c63a */

import { ensureSigned, type CallCtx, type Origin, type StateCtx } from '@taonet/frame';
import { ensure, type AccountId, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { ensureSubnetOwner, ensureSubnetOwnerOrRoot } from '../../../pallets/subtensor/ownerAccess.ts';
import { ensurePassesRateLimitOnSubnet, setLastBlockOnSubnet } from '../../../pallets/subtensor/rateLimits.ts';
import { ifSubnetExist } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { E, Ev, S } from '../pallet.ts';

/** Four fifths of 65535. */
const ALPHA_HIGH_MIN = 52_428;

interface OwnerHotkey {
  readonly netuid: NetUid;
  readonly hotkey: AccountId;
}

/** Owners must wait WeightsVersionKeyRateLimit tempos. refuses TxRateLimitExceeded */
export function ensureVersionKeyOrder(ctx: StateCtx, { netuid }: { readonly netuid: NetUid }, origin: Origin): void {
  if (origin.kind !== 'signed') return;
  ensurePassesRateLimitOnSubnet(ctx, 'SetWeightsVersionKey', { key: origin.who, netuid });
  setLastBlockOnSubnet(ctx, 'SetWeightsVersionKey', origin.who, netuid, getCurrentBlockAsU64(ctx));
}

/**
 * Bounds of liquid alpha. Root passes the first check and is refused by the second one: the call must be signed.
 *
 * refuses BadOrigin, LiquidAlphaDisabled, AlphaHighTooLow, AlphaLowOutOfRange
 * source: pallets/subtensor/src/epoch/run_epoch.rs, do_set_alpha_values @ 1b0c63a
 */
export function setAlphaValues(ctx: CallCtx, origin: Origin, { netuid, alpha_low: low, alpha_high: high }: { readonly netuid: NetUid; readonly alpha_low: number; readonly alpha_high: number }): void {
  ensureSubnetOwnerOrRoot(ctx, origin, netuid);
  ensureSigned(origin);
  ensure(S.LiquidAlphaOn.get(ctx, netuid), E.LiquidAlphaDisabled, { netuid, actual: 'off', required: 'on' });
  ensure(high >= ALPHA_HIGH_MIN, E.AlphaHighTooLow, { netuid, actual: high, required: ALPHA_HIGH_MIN });
  ensure(low > 0 && low < ALPHA_HIGH_MIN, E.AlphaLowOutOfRange, { netuid, actual: low, required: low === 0 ? 1 : ALPHA_HIGH_MIN - 1 });
  S.AlphaValues.set(ctx, netuid, [low, high]);
}

/** As often as the owner likes; root may not. Event SubnetOwnerHotkeySet. refuses BadOrigin */
export function setOwnerHotkey(ctx: CallCtx, origin: Origin, { netuid, hotkey }: OwnerHotkey): void {
  ensureSubnetOwner(ctx, origin, netuid);
  S.SubnetOwnerHotkey.set(ctx, netuid, hotkey);
  ctx.deposit(Ev.SubnetOwnerHotkeySet([netuid, hotkey]));
}

/**
 * Once in 50,400 blocks, for root too, and without an event.
 *
 * refuses BadOrigin, SubnetNotExists, TxRateLimitExceeded
 * source: pallets/subtensor/src/subnets/subnet.rs, do_set_sn_owner_hotkey @ 1b0c63a
 */
export function setSnOwnerHotkey(ctx: CallCtx, origin: Origin, { netuid, hotkey }: OwnerHotkey): void {
  ensureSubnetOwnerOrRoot(ctx, origin, netuid);
  ensure(ifSubnetExist(ctx, netuid), E.SubnetNotExists, { netuid });
  ensurePassesRateLimitOnSubnet(ctx, 'SetSNOwnerHotkey', { key: hotkey, netuid });
  setLastBlockOnSubnet(ctx, 'SetSNOwnerHotkey', hotkey, netuid, getCurrentBlockAsU64(ctx));
  S.SubnetOwnerHotkey.set(ctx, netuid, hotkey);
}
