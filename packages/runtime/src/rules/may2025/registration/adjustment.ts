/** At the end of its interval a subnet's registration terms move: the burn and the difficulty, by who registered and how many. */

import type { Ctx } from '@taonet/frame';
import { saturatingSubU64, type NetUid } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../../../pallets/subtensor/currentBlock.ts';
import { getAllSubnetNetuids } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { Ev, S } from '../pallet.ts';
import { upgradedTerm } from './upgradedTerm.ts';

/** Which of the two terms move. */
export interface MovedTerms {
  readonly burn: boolean;
  readonly difficulty: boolean;
}

/**
 * Too many registrations raise the term that most of them used, too few lower the other one; both move when both were used equally.
 *
 * source: pallets/subtensor/src/coinbase/block_step.rs, adjust_registration_terms_for_networks (cases A to F) @ 1b0c63a
 */
export function termsThatMove(counts: { readonly all: number; readonly byWork: number; readonly byBurn: number; readonly target: number }): MovedTerms {
  if (counts.byWork === counts.byBurn) return { burn: true, difficulty: true };
  const tooMany = counts.all > counts.target;
  const mostlyWork = counts.byWork > counts.byBurn;
  return { burn: tooMany !== mostlyWork, difficulty: tooMany === mostlyWork };
}

/**
 * Every block: adjusts the subnets whose interval is over and starts their counters anew; the counter of the block starts anew everywhere.
 *
 * source: pallets/subtensor/src/coinbase/block_step.rs, adjust_registration_terms_for_networks @ 1b0c63a
 */
export function adjustRegistrationTermsForNetworks(ctx: Ctx): void {
  const block = getCurrentBlockAsU64(ctx);
  for (const netuid of getAllSubnetNetuids(ctx)) {
    const passed = saturatingSubU64(block, S.LastAdjustmentBlock.get(ctx, netuid));
    if (passed >= BigInt(S.AdjustmentInterval.get(ctx, netuid))) {
      adjustTerms(ctx, netuid);
      S.LastAdjustmentBlock.set(ctx, netuid, block);
      S.RegistrationsThisInterval.set(ctx, netuid, 0);
      S.POWRegistrationsThisInterval.set(ctx, netuid, 0);
      S.BurnRegistrationsThisInterval.set(ctx, netuid, 0);
    }
    S.RegistrationsThisBlock.set(ctx, netuid, 0);
  }
}

function adjustTerms(ctx: Ctx, netuid: NetUid): void {
  const all = S.RegistrationsThisInterval.get(ctx, netuid);
  const target = S.TargetRegistrationsPerInterval.get(ctx, netuid);
  const moved = termsThatMove({ all, target, byWork: S.POWRegistrationsThisInterval.get(ctx, netuid), byBurn: S.BurnRegistrationsThisInterval.get(ctx, netuid) });
  if (moved.burn) adjustBurn(ctx, netuid, all, target);
  if (moved.difficulty) adjustDifficulty(ctx, netuid, all, target);
}

function adjustBurn(ctx: Ctx, netuid: NetUid, registrations: number, target: number): void {
  const adjustmentAlpha = S.AdjustmentAlpha.get(ctx, netuid);
  const burn = { current: S.Burn.get(ctx, netuid), min: S.MinBurn.get(ctx, netuid), max: S.MaxBurn.get(ctx, netuid) };
  S.Burn.set(ctx, netuid, upgradedTerm({ ...burn, adjustmentAlpha, registrations, target }));
}

/**
 * Moves the difficulty alone.
 *
 * source: pallets/subtensor/src/coinbase/block_step.rs, upgraded_difficulty; utils/misc.rs, set_difficulty @ 1b0c63a
 */
export function adjustDifficulty(ctx: Ctx, netuid: NetUid, registrations: number, target: number): void {
  const adjustmentAlpha = S.AdjustmentAlpha.get(ctx, netuid);
  const difficulty = { current: S.Difficulty.get(ctx, netuid), min: S.MinDifficulty.get(ctx, netuid), max: S.MaxDifficulty.get(ctx, netuid) };
  const next = upgradedTerm({ ...difficulty, adjustmentAlpha, registrations, target });
  S.Difficulty.set(ctx, netuid, next);
  ctx.deposit(Ev.DifficultySet([netuid, next]));
}
