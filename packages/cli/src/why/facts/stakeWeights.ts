/** Stake of neurons as consensus counts it, with what childkeys take away and bring. source: pallets/subtensor/src/staking/stake_utils.rs @ 14bc6f9 */

import type { Reads } from '@taonet/sdk';
import { U64_MAX, U96F32 } from '@taonet/primitives';
import { computeStakeWeight } from '@taonet/yuma';
import { ROOT } from './subnetFacts.ts';

type Family = readonly (readonly [proportion: bigint, who: string])[];

export interface StakeFacts {
  readonly hotkey: string;
  /** On the hotkey itself: alpha of the subnet, TAO on root. */
  readonly alpha: bigint;
  readonly rootTao: bigint;
  readonly children: Family;
  readonly parents: Family;
  /** Of the stakes above, with families: I64F64 bits of stake weight. */
  readonly weight: ReturnType<typeof computeStakeWeight>;
}

const shareOf = (proportion: bigint): U96F32 => U96F32.safeDiv(U96F32.fromInt(proportion), U96F32.fromInt(U64_MAX));

export async function readStakes(reads: Reads, netuid: number, hotkeys: readonly string[]): Promise<StakeFacts[]> {
  const S = reads.query.SubtensorModule;
  const pairs = hotkeys.map((hotkey) => [hotkey, netuid] as [string, number]);
  const [children, parents, taoWeight] = await Promise.all([S.ChildKeys.many(pairs), S.ParentKeys.many(pairs), S.TaoWeight()]);
  const all = [...new Set([...hotkeys, ...parents.flat().map(([, parent]) => parent)])];
  const [alphas, taos] = await Promise.all([S.TotalHotkeyAlpha.many(all.map((hotkey) => [hotkey, netuid])), S.TotalHotkeyAlpha.many(all.map((hotkey) => [hotkey, ROOT]))]);
  const alphaOf = new Map(all.map((hotkey, i) => [hotkey, alphas[i]!]));
  const taoOf = new Map(all.map((hotkey, i) => [hotkey, taos[i]!]));
  return hotkeys.map((hotkey, i) => {
    const family = { children: children[i]!, parents: parents[i]! };
    return {
      hotkey, alpha: alphaOf.get(hotkey)!, rootTao: taoOf.get(hotkey)!, ...family,
      weight: computeStakeWeight({ alphaRao: inherited(hotkey, family, alphaOf), taoRao: inherited(hotkey, family, taoOf), taoWeight }),
    };
  });
}

function inherited(hotkey: string, { children, parents }: Pick<StakeFacts, 'children' | 'parents'>, stakes: ReadonlyMap<string, bigint>): bigint {
  const own = U96F32.fromInt(stakes.get(hotkey)!);
  const lent = children.reduce((total, [proportion]) => U96F32.saturatingAdd(total, U96F32.saturatingMul(own, shareOf(proportion))), U96F32.zero);
  const borrowed = parents.reduce((total, [proportion, parent]) => U96F32.saturatingAdd(total, U96F32.saturatingMul(U96F32.fromInt(stakes.get(parent)!), shareOf(proportion))), U96F32.zero);
  return U96F32.saturatingToU64(U96F32.saturatingAdd(U96F32.saturatingSub(own, lent), borrowed));
}
