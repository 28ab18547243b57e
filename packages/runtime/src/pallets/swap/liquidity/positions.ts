/**
 * Positions of accounts in pools of concentrated liquidity.
 *
 * source: pallets/swap/src/pallet/mod.rs @ 459fa72, disable_lp @ 4d3a7ab
 */

import { BAD_ORIGIN, ensureRoot, ensureSigned, type Ctx, type StateCtx } from '@taonet/frame';
import { ensure, type NetUid } from '@taonet/primitives';
import { ensureSubnetOwnerOrRoot } from '../../subtensor/ownerAccess.ts';
import { S as Subtensor } from '../../subtensor/pallet.ts';
import { E, Ev, S } from '../pallet.ts';
import { isDynamic } from '../price.ts';
import { doAddLiquidity } from './addLiquidity.ts';
import type { LiquidityCalls } from './liquidityCalls.ts';
import { doModifyPosition } from './modifyPosition.ts';
import { payOutProviders } from './payOutProviders.ts';
import { doRemoveLiquidity } from './removeLiquidity.ts';

/** Root, which has no pool, counts as no subnet here. */
const ensurePool = (ctx: StateCtx, netuid: NetUid): void => ensure(Subtensor.NetworksAdded.get(ctx, netuid) && isDynamic(ctx, netuid), E.MechanismDoesNotExist, { netuid });

const ensureOpen = (ctx: StateCtx, netuid: NetUid): void => {
  ensurePool(ctx, netuid);
  ensure(Subtensor.SubtokenEnabled.get(ctx, netuid), E.SubtokenDisabled, { netuid });
};

function setUserLiquidity(ctx: Ctx, netuid: NetUid, enable: boolean): void {
  S.EnabledUserLiquidity.set(ctx, netuid, enable);
  ctx.deposit(Ev.UserLiquidityToggled({ netuid, enable }));
}

export const positions: LiquidityCalls = {
  ensureMaySetFee: (ctx, origin, netuid) => void ensureSubnetOwnerOrRoot(ctx, origin, netuid),

  /**
   * A position of the coldkey's TAO and its stake on the hotkey. Event LiquidityAdded.
   *
   * refuses MechanismDoesNotExist, SubtokenDisabled, and what `doAddLiquidity` refuses
   */
  add_liquidity(ctx, origin, { hotkey, netuid, tick_low, tick_high, liquidity }) {
    const coldkey = ensureSigned(origin);
    ensureOpen(ctx, netuid);
    doAddLiquidity(ctx, { coldkey, hotkey, netuid }, { tickLow: tick_low, tickHigh: tick_high, liquidity });
  },

  /** Closes a position, also where no new ones are allowed. Event LiquidityRemoved. refuses MechanismDoesNotExist, and what `doRemoveLiquidity` refuses */
  remove_liquidity(ctx, origin, { hotkey, netuid, position_id }) {
    const coldkey = ensureSigned(origin);
    ensurePool(ctx, netuid);
    doRemoveLiquidity(ctx, { coldkey, hotkey, netuid }, position_id);
  },

  /**
   * Adds to a position or takes from it; its fees are paid. Event LiquidityModified, or LiquidityRemoved.
   *
   * refuses MechanismDoesNotExist, SubtokenDisabled, and what `doModifyPosition` refuses
   */
  modify_position(ctx, origin, { hotkey, netuid, position_id, liquidity_delta }) {
    const coldkey = ensureSigned(origin);
    ensureOpen(ctx, netuid);
    doModifyPosition(ctx, { coldkey, hotkey, netuid }, position_id, liquidity_delta);
  },

  /** Owners may allow, only root may forbid. refuses BadOrigin, MechanismDoesNotExist */
  toggle_user_liquidity(ctx, origin, { netuid, enable }) {
    const owner = ensureSubnetOwnerOrRoot(ctx, origin, netuid);
    ensure(owner === undefined || enable, BAD_ORIGIN, { netuid, owner, enable });
    ensurePool(ctx, netuid);
    setUserLiquidity(ctx, netuid, enable);
  },

  /** Root: no more positions on any subnet, and those that are open paid out. refuses BadOrigin */
  disable_lp(ctx, origin) {
    ensureRoot(origin);
    for (const [netuid] of Subtensor.NetworksAdded.keys(ctx)) {
      if (S.EnabledUserLiquidity.get(ctx, netuid)) setUserLiquidity(ctx, netuid, false);
      payOutProviders(ctx, netuid);
    }
  },
};
