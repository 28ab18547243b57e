/** What the rows of SubtensorModule have in common. */

import { ROOT, signed, type BlockCtx, type Origin, type RuntimeCall } from '@taonet/frame';
import type { AccountId, NetUid } from '@taonet/primitives';
import { mintInto } from '../../../src/pallets/balances/issue.ts';
import { S } from '../../../src/pallets/subtensor/pallet.ts';
import { increaseStakeForHotkeyAndColdkeyOnSubnet } from '../../../src/pallets/subtensor/staking/stakeShares.ts';
import { appendNeuron } from '../../../src/pallets/subtensor/subnets/uids.ts';
import { S as System } from '../../../src/pallets/system/pallet.ts';
import { call } from '../../pallets/createBlockCtx.ts';

export const TAO = 1_000_000_000n;
export const NETUID = 1;
/** No subnet has this number. */
export const NOWHERE = 9;
export const [COLDKEY, OTHER_COLDKEY, HOTKEY, OTHER_HOTKEY, THIRD_HOTKEY] = ['c1', 'c2', 'b1', 'b2', 'b3'].map((byte) => byte.repeat(32)) as [
  AccountId, AccountId, AccountId, AccountId, AccountId,
];
export const coldkey = signed(COLDKEY);
export const hotkey = signed(HOTKEY);

export type Step = (ctx: BlockCtx) => void;

export const all = (...steps: readonly Step[]): Step => (ctx) => steps.forEach((step) => step(ctx));
export const has = (rao: bigint, who = COLDKEY): Step => (ctx) => mintInto(ctx, who, rao);
export const owns = (hotkeyOf: AccountId = HOTKEY, who = COLDKEY): Step => (ctx) => S.Owner.set(ctx, hotkeyOf, who);

/** Later than block 1,000. */
export const atBlock = (block: number): Step => (ctx) => System.Number.set(ctx, block);

/** A subnet of COLDKEY in the middle of its tempo, which trades and takes neurons. */
export const subnet = (netuid: NetUid = NETUID): Step => (ctx) => {
  S.NetworksAdded.set(ctx, netuid, true);
  S.SubnetOwner.set(ctx, netuid, COLDKEY);
  S.LastEpochBlock.set(ctx, netuid, 1_000n);
  S.SubtokenEnabled.set(ctx, netuid, true);
  S.NetworkRegistrationAllowed.set(ctx, netuid, true);
};

/** The hotkeys have seats on the subnet since block 1, from uid 0 on. */
export const seats = (netuid: NetUid, ...hotkeys: readonly AccountId[]): Step => (ctx) => hotkeys.forEach((one) => appendNeuron(ctx, netuid, one, 1n));

export const stakes = (alpha: bigint, netuid: NetUid = NETUID, on = HOTKEY): Step => (ctx) =>
  increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: on, coldkey: COLDKEY, netuid }, alpha);

/** The subnet sells its alpha for half a TAO. */
export const pool: Step = (ctx) => {
  S.SubnetMechanism.set(ctx, NETUID, 1);
  S.SubnetTAO.set(ctx, NETUID, 1_000n * TAO);
  S.SubnetAlphaIn.set(ctx, NETUID, 2_000n * TAO);
};

export const subtensor = (name: string, args: object = {}): RuntimeCall => call('SubtensorModule', name, args);

/** Root acts as `who`: the only way on which no guard sees the call, so that the pallet's own check speaks. */
export const unguarded = (who: AccountId, inner: RuntimeCall): { readonly origin: Origin; readonly call: RuntimeCall } =>
  ({ origin: ROOT, call: call('Utility', 'dispatch_as_fallible', { as_origin: { type: 'system', value: { type: 'Signed', value: who } }, call: inner }) });
