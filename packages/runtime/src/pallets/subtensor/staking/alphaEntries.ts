/**
 * Walking over shares in both formats, the newer one winning. Order: coldkey, then subnet, as in a sorted map.
 *
 * source: pallets/subtensor/src/staking/helpers.rs @ 14bc6f9
 */

import type { StateCtx } from '@taonet/frame';
import { compareText, safeFloatFromU64F64, safeFloatIsZero, type AccountId, type NetUid, type SafeFloat } from '@taonet/primitives';
import { S } from '../pallet.ts';

export interface AlphaEntry {
  readonly hotkey: AccountId;
  readonly coldkey: AccountId;
  readonly netuid: NetUid;
  readonly share: SafeFloat;
}

function merged(legacy: readonly AlphaEntry[], v2: readonly AlphaEntry[]): AlphaEntry[] {
  const id = (entry: AlphaEntry): string => `${entry.hotkey}${entry.coldkey}${entry.netuid}`;
  const newer = new Set(v2.map(id));
  const compare = (a: AlphaEntry, b: AlphaEntry): number => compareText(a.hotkey, b.hotkey) || compareText(a.coldkey, b.coldkey) || a.netuid - b.netuid;
  return [...legacy.filter((entry) => !newer.has(id(entry))), ...v2].sort(compare);
}

/** All shares there are, by hotkey, coldkey, subnet. source: alpha_iter */
export function alphaEntries(ctx: StateCtx): AlphaEntry[] {
  return merged(
    S.Alpha.entries(ctx).map(([[hotkey, coldkey, netuid], share]) => ({ hotkey, coldkey, netuid, share: safeFloatFromU64F64(share) })),
    S.AlphaV2.entries(ctx).map(([[hotkey, coldkey, netuid], share]) => ({ hotkey, coldkey, netuid, share })),
  );
}

/** Shares on one hotkey. source: alpha_iter_single_prefix */
export function alphaEntriesOfHotkey(ctx: StateCtx, hotkey: AccountId): AlphaEntry[] {
  return merged(
    S.Alpha.entries(ctx, hotkey).map(([[, coldkey, netuid], share]) => ({ hotkey, coldkey, netuid, share: safeFloatFromU64F64(share) })),
    S.AlphaV2.entries(ctx, hotkey).map(([[, coldkey, netuid], share]) => ({ hotkey, coldkey, netuid, share })),
  );
}

/** Shares of one coldkey on one hotkey, zeros left out, by subnet. source: alpha_iter_prefix */
export function alphaEntriesOfPair(ctx: StateCtx, hotkey: AccountId, coldkey: AccountId): AlphaEntry[] {
  return merged(
    S.Alpha.entries(ctx, hotkey, coldkey).map(([[, , netuid], share]) => ({ hotkey, coldkey, netuid, share: safeFloatFromU64F64(share) })),
    S.AlphaV2.entries(ctx, hotkey, coldkey).map(([[, , netuid], share]) => ({ hotkey, coldkey, netuid, share })),
  ).filter(({ share }) => !safeFloatIsZero(share));
}
