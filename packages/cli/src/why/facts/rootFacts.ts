/** What a hotkey's stake on root works for. */

import type { Reads } from '@taonet/sdk';
import { ROOT } from './subnetFacts.ts';

export interface RootFacts {
  readonly rootStake: bigint;
  readonly validates: readonly number[];
  readonly earnsOn: readonly number[];
}

export async function readRootFacts(reads: Reads, hotkey: string, netuids: readonly number[]): Promise<RootFacts> {
  const S = reads.query.SubtensorModule;
  const others = netuids.filter((netuid) => netuid !== ROOT);
  const [rootStake, claimable, uids, permits, dividends] = await Promise.all([
    S.TotalHotkeyAlpha(hotkey, ROOT), S.RootClaimable(hotkey), S.Uids.many(others.map((netuid) => [netuid, hotkey])), S.ValidatorPermit.many(others.map((netuid) => [netuid])), S.RootAlphaDividendsPerSubnet.many(others.map((netuid) => [netuid, hotkey])),
  ]);
  const claims = new Set([...claimable].filter(([, rate]) => rate > 0n).map(([netuid]) => netuid));
  return {
    rootStake,
    validates: others.filter((_, i) => uids[i] !== undefined && permits[i]![uids[i]] === true),
    earnsOn: others.filter((netuid, i) => dividends[i]! > 0n || claims.has(netuid)),
  };
}
