/** What a hotkey's stake on root works for. */

import type { Reads } from '@taonet/sdk';
import { at, type Source } from '../check.ts';
import type { ByRules, RuleSetName } from '../ruleSets.ts';
import { ROOT } from './subnetFacts.ts';

export interface RootFacts {
  readonly rootStake: bigint;
  /** Where the hotkey is a validator with permit. */
  readonly validates: readonly number[];
  /** Where root dividends were paid or may be claimed. */
  readonly earnsOn: readonly number[];
  /** Of those where it validates: whose pool holds so much TAO that root's alpha can be sold. */
  readonly sellsOn: readonly number[];
  /** Where dividends of root stand. */
  readonly read: readonly Source[];
  /** What becomes of them. */
  readonly paidHow: string;
}

type Earned = Pick<RootFacts, 'earnsOn' | 'read' | 'paidHow'>;

const EARNED: ByRules<(reads: Reads, hotkey: string, netuids: readonly number[]) => Promise<Earned>> = {
  async June2026({ query: { SubtensorModule: S } }, hotkey, netuids) {
    const [claimable, dividends] = await Promise.all([S.RootClaimable(hotkey), S.RootAlphaDividendsPerSubnet.many(netuids.map((netuid) => [netuid, hotkey]))]);
    const claims = new Set([...claimable].filter(([, rate]) => rate > 0n).map(([netuid]) => netuid));
    return {
      earnsOn: netuids.filter((netuid, i) => dividends[i]! > 0n || claims.has(netuid)),
      read: [at('RootAlphaDividendsPerSubnet', undefined, hotkey), at('RootClaimable', hotkey)],
      paidHow: 'they are claimed by themselves in time, or now: taonet stake process-claim',
    };
  },
  async May2025({ query: { SubtensorModule: S } }, hotkey, netuids) {
    const dividends = await S.TaoDividendsPerSubnet.many(netuids.map((netuid) => [netuid, hotkey]));
    return {
      earnsOn: netuids.filter((_, i) => dividends[i]! > 0n),
      read: [at('TaoDividendsPerSubnet', undefined, hotkey)],
      paidHow: 'every epoch pays them in TAO, as stake on root',
    };
  },
};

/** What a pool of constant product keeps. source: DefaultMinimumPoolLiquidity @ 1b0c63a */
export const POOL_MIN_RAO = 10_000_000n;

export async function readRootFacts(reads: Reads, rules: RuleSetName, hotkey: string, netuids: readonly number[]): Promise<RootFacts> {
  const S = reads.query.SubtensorModule;
  const others = netuids.filter((netuid) => netuid !== ROOT);
  const [rootStake, uids, permits, pools, earned] = await Promise.all([
    S.TotalHotkeyAlpha(hotkey, ROOT), S.Uids.many(others.map((netuid) => [netuid, hotkey])), S.ValidatorPermit.many(others.map((netuid) => [netuid])), S.SubnetTAO.many(others.map((netuid) => [netuid])),
    EARNED[rules](reads, hotkey, others),
  ]);
  const isValidator = (_: number, i: number): boolean => uids[i] !== undefined && permits[i]![uids[i]] === true;
  return { rootStake, validates: others.filter(isValidator), sellsOn: others.filter((_, i) => isValidator(_, i) && pools[i]! > POOL_MIN_RAO), ...earned };
}
