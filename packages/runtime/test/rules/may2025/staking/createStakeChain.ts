/** A small chain under the rules of May 2025: root, two pools, hotkeys with owners, coldkeys with TAO. */

import { mintInto } from '../../../../src/pallets/balances/issue.ts';
import { S } from '../../../../src/pallets/subtensor/pallet.ts';
import { account, createTestCtx, type TestCtx } from '../../../createTestCtx.ts';

export const G = 1_000_000_000n;
export const HOTKEYS = [account(1), account(2)] as const;
/** The first two own the hotkeys, the third nominates. */
export const COLDKEYS = [account(0x11), account(0x12), account(0x13)] as const;
export const NETUIDS = [0, 1, 2] as const;

export function createStakeChain(): TestCtx {
  const ctx = createTestCtx({ build: { fast: false, powFaucet: false, extended: true } });
  for (const netuid of NETUIDS) {
    S.NetworksAdded.set(ctx, netuid, true);
    S.SubtokenEnabled.set(ctx, netuid, true);
    if (netuid === 0) continue;
    S.SubnetMechanism.set(ctx, netuid, 1);
    S.SubnetTAO.set(ctx, netuid, 5_000n * G);
    S.SubnetAlphaIn.set(ctx, netuid, 12_345n * G);
  }
  S.TotalStake.set(ctx, 10_000n * G);
  HOTKEYS.forEach((hotkey, i) => S.Owner.set(ctx, hotkey, COLDKEYS[i]!));
  for (const coldkey of COLDKEYS) mintInto(ctx, coldkey, 1_000n * G);
  return ctx;
}
