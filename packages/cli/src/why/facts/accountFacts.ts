/** A coldkey that wants something, and the hotkey that it wants it for. */

import type { Reads } from '@taonet/sdk';
import { ROOT } from './subnetFacts.ts';

export interface AccountFacts {
  readonly coldkey: string;
  readonly free: bigint;
  readonly existentialDeposit: bigint;
}

export async function readAccountFacts(reads: Reads, coldkey: string): Promise<AccountFacts> {
  const account = await reads.query.System.Account(coldkey);
  return { coldkey, free: account.data.free - account.data.frozen, existentialDeposit: reads.constants.Balances.ExistentialDeposit };
}

export interface RegistrationFacts {
  /** Rao. */
  readonly price: bigint;
  readonly poolTao: bigint;
  readonly maxUids: number;
  /** Of root: its limits, and the poorest member. */
  readonly root: {
    readonly thisBlock: number; readonly maxPerBlock: number; readonly thisInterval: number; readonly maxPerInterval: number;
    readonly isFull: boolean; readonly poorest: bigint; readonly own: bigint;
  };
}

/** Root takes so many times its target in an interval. */
const INTERVAL_FACTOR = 3;

export async function readRegistrationFacts(reads: Reads, netuid: number, hotkey: string): Promise<RegistrationFacts> {
  const S = reads.query.SubtensorModule;
  const [price, poolTao, maxUids, thisBlock, maxPerBlock, thisInterval, target, members, rootMax] = await Promise.all([
    S.Burn(netuid), S.SubnetTAO(netuid), S.MaxAllowedUids(netuid), S.RegistrationsThisBlock(ROOT), S.MaxRegistrationsPerBlock(ROOT), S.RegistrationsThisInterval(ROOT), S.TargetRegistrationsPerInterval(ROOT), S.Keys.entries(ROOT), S.MaxAllowedUids(ROOT),
  ]);
  const stakes = await S.TotalHotkeyAlpha.many([...members.map(([, member]) => member), hotkey].map((who) => [who, ROOT]));
  const own = stakes.pop()!;
  const poorest = stakes.reduce((least, stake) => (stake < least ? stake : least), stakes[0] ?? 0n);
  return { price, poolTao, maxUids, root: { thisBlock, maxPerBlock, thisInterval, maxPerInterval: target * INTERVAL_FACTOR, isFull: members.length >= rootMax, poorest, own } };
}

export interface StakingFacts {
  /** Rao that are asked about. */
  readonly amount: bigint;
  readonly least: bigint;
  readonly poolTao: bigint;
  readonly poolAlpha: bigint;
  /** What the coldkey has on the hotkey. */
  readonly staked: bigint;
  readonly isDynamic: boolean;
}
