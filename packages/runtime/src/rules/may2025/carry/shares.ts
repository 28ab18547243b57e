/**
 * Stake in the share pools of then. Today's code reads the old form wherever there is no new one, so only this way needs work: each share is what its stake is
 * worth, and a pool's shares are its alpha, so that everybody has to the last unit what they had.
 *
 * source: ours, docs/adr/0014
 */

import type { StateCtx } from '@taonet/frame';
import { U64F64 } from '@taonet/primitives';
import { alphaEntries } from '../../../pallets/subtensor/staking/alphaEntries.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet } from '../../../pallets/subtensor/staking/stakeShares.ts';
import { S } from '../pallet.ts';

export function sharesForThen(ctx: StateCtx): void {
  const stakes = alphaEntries(ctx).map((entry) => ({ ...entry, alpha: getStakeForHotkeyAndColdkeyOnSubnet(ctx, entry) }));
  for (const item of [S.Alpha, S.AlphaV2, S.TotalHotkeyShares, S.TotalHotkeySharesV2]) item.clearPrefix(ctx);
  for (const { hotkey, coldkey, netuid, alpha } of stakes) {
    if (alpha === 0n) continue;
    S.Alpha.set(ctx, hotkey, coldkey, netuid, U64F64.fromInt(alpha));
    S.TotalHotkeyShares.set(ctx, hotkey, netuid, U64F64.fromInt(S.TotalHotkeyAlpha.get(ctx, hotkey, netuid)));
  }
}
