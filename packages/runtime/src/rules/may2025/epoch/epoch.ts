/** A subnet's epoch by the rules of May 2025: reads, computes, writes. The computation is package yuma's. */

import type { StateCtx } from '@taonet/frame';
import type { AccountId, NetUid } from '@taonet/primitives';
import { computeEpochMay2025, type EpochOutputMay2025 } from '@taonet/yuma';
import { S } from '../../../pallets/subtensor/pallet.ts';
import { readEpochInput } from './epochInput.ts';

/** What a hotkey earned as a miner and as a validator. Alpha, 10⁻⁹. */
export type HotkeyEmission = readonly [hotkey: AccountId, server: bigint, validator: bigint];

/**
 * One epoch for `alpha`; nothing is paid yet.
 *
 * returns: in the order of Keys, by the bytes of the uid, low byte first
 * source: pallets/subtensor/src/epoch/run_epoch.rs, epoch @ 1b0c63a
 */
export function epoch(ctx: StateCtx, netuid: NetUid, alpha: bigint): HotkeyEmission[] {
  const neurons = S.Keys.entries(ctx, netuid).map(([[, uid], hotkey]) => ({ uid, hotkey }));
  const output = computeEpochMay2025({ ...readEpochInput(ctx, netuid, neurons), emissionAlphaRao: alpha });
  persist(ctx, netuid, output);
  return neurons.map(({ uid, hotkey }) => [hotkey, output.serverEmission[uid] ?? 0n, output.validatorEmission[uid] ?? 0n]);
}

function persist(ctx: StateCtx, netuid: NetUid, output: EpochOutputMay2025): void {
  S.StakeWeight.set(ctx, netuid, [...output.stakeWeight]);
  S.Active.set(ctx, netuid, [...output.active]);
  S.Emission.set(ctx, netuid, [...output.combinedEmission]);
  S.Rank.set(ctx, netuid, [...output.rank]);
  S.Trust.set(ctx, netuid, [...output.trust]);
  S.Consensus.set(ctx, netuid, [...output.consensus]);
  S.Incentive.set(ctx, netuid, [...output.incentive]);
  S.Dividends.set(ctx, netuid, [...output.dividends]);
  S.PruningScores.set(ctx, netuid, [...output.pruningScores]);
  S.ValidatorTrust.set(ctx, netuid, [...output.validatorTrust]);
  S.ValidatorPermit.set(ctx, netuid, [...output.validatorPermit]);
  output.bonds.forEach((row, uid) => {
    if (row !== undefined) S.Bonds.set(ctx, netuid, uid, row.map(([to, bond]) => [to, bond]));
  });
}
