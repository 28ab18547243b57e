/** A coldkey that wants something, and the hotkey that it wants it for. */

import type { Reads } from '@taonet/sdk';
import type { ByRules, RuleSetName } from '../ruleSets.ts';
import { ROOT } from './subnetFacts.ts';

export interface AccountFacts {
  readonly coldkey: string;
  readonly free: bigint;
  readonly existentialDeposit: bigint;
  /** Block in which all it has passes to another coldkey, as was ordered before; until then it may not do much. */
  readonly swapBlock: number | undefined;
}

/** Orders for later are May 2025's. */
const SWAP_BLOCK: ByRules<(reads: Reads, coldkey: string) => Promise<number | undefined>> = {
  June2026: () => Promise.resolve(undefined),
  May2025: async ({ query: { SubtensorModule: S } }, coldkey) => (await S.ColdkeySwapScheduled(coldkey))[0] || undefined,
};

export async function readAccountFacts(reads: Reads, rules: RuleSetName, coldkey: string): Promise<AccountFacts> {
  const [account, swapBlock] = await Promise.all([reads.query.System.Account(coldkey), SWAP_BLOCK[rules](reads, coldkey)]);
  return { coldkey, free: account.data.free - account.data.frozen, existentialDeposit: reads.constants.Balances.ExistentialDeposit, swapBlock };
}

export interface RegistrationFacts {
  /** Rao. */
  readonly price: bigint;
  readonly poolTao: bigint;
  readonly maxUids: number;
  /** How many the subnet takes. Today that concerns root alone. */
  readonly limits: {
    readonly thisBlock: number; readonly maxPerBlock: number; readonly thisInterval: number; readonly maxPerInterval: number;
    /** Block that begins a new interval by AdjustmentInterval. */
    readonly renewsAt: number;
  };
  /** Of root: the poorest member. */
  readonly root: { readonly isFull: boolean; readonly poorest: bigint; readonly own: bigint };
}

/** A subnet takes so many times its target in an interval. */
const INTERVAL_FACTOR = 3;

export async function readRegistrationFacts(reads: Reads, netuid: number, hotkey: string): Promise<RegistrationFacts> {
  const S = reads.query.SubtensorModule;
  const [price, poolTao, maxUids, thisBlock, maxPerBlock, thisInterval, target, lastAdjustment, interval, members, rootMax] = await Promise.all([
    S.Burn(netuid), S.SubnetTAO(netuid), S.MaxAllowedUids(netuid), S.RegistrationsThisBlock(netuid), S.MaxRegistrationsPerBlock(netuid), S.RegistrationsThisInterval(netuid), S.TargetRegistrationsPerInterval(netuid),
    S.LastAdjustmentBlock(netuid), S.AdjustmentInterval(netuid), S.Keys.entries(ROOT), S.MaxAllowedUids(ROOT),
  ]);
  const stakes = await S.TotalHotkeyAlpha.many([...members.map(([, member]) => member), hotkey].map((who) => [who, ROOT]));
  const own = stakes.pop()!;
  const poorest = stakes.reduce((least, stake) => (stake < least ? stake : least), stakes[0] ?? 0n);
  return {
    price, poolTao, maxUids, root: { isFull: members.length >= rootMax, poorest, own },
    limits: { thisBlock, maxPerBlock, thisInterval, maxPerInterval: target * INTERVAL_FACTOR, renewsAt: Number(lastAdjustment) + interval },
  };
}

export interface StakingFacts {
  /** Rao that are asked about. */
  readonly amount: bigint;
  /** The least that may be staked, and where it stands. */
  readonly least: bigint;
  readonly leastRead: string;
  readonly poolTao: bigint;
  readonly poolAlpha: bigint;
  /** What the coldkey has on the hotkey. */
  readonly staked: bigint;
  readonly isDynamic: boolean;
  /** Alpha that the amount buys on a pool of constant product; undefined when too little would be left of it. */
  readonly buys: bigint | undefined;
  /** Alpha that would stay in it. */
  readonly stays: bigint;
}
