/** Two subnets with pools and a staker: where the second half of SubtensorModule's refusals is provoked. */

import type { BlockCtx, RuntimeCall } from '@taonet/frame';
import type { AccountId, NetUid } from '@taonet/primitives';
import { mintInto } from '../../../src/pallets/balances/issue.ts';
import { S } from '../../../src/pallets/subtensor/pallet.ts';
import { getSubnetAccountId } from '../../../src/pallets/subtensor/subnets/subnetwork.ts';
import { call } from '../../pallets/createBlockCtx.ts';
import type { Provocation } from '../provoke.ts';
import { all, coldkey, has, HOTKEY, NETUID, OTHER_HOTKEY, owns, seats, stakes, subnet, subtensor, TAO, type Step } from './scenery.ts';

export const OTHER_NETUID = 2;
/** Of subnet 3. */
export const SYSTEM_ACCOUNT: AccountId = '6d6f646c73756274656e73720300'.padEnd(64, '0');

/** The subnet sells its alpha for half a TAO; all its TAO lies on its account. */
const trades = (netuid: NetUid): Step => (ctx) => {
  S.SubnetMechanism.set(ctx, netuid, 1);
  S.SubnetTAO.set(ctx, netuid, 1_000n * TAO);
  S.SubnetAlphaIn.set(ctx, netuid, 2_000n * TAO);
  mintInto(ctx, getSubnetAccountId(ctx, netuid)!, 1_000n * TAO);
};

export const subnets: Step = all(subnet(0), subnet(NETUID), subnet(OTHER_NETUID), trades(NETUID), trades(OTHER_NETUID));

export const rich: Step = has(10n * TAO);
export const hotkeys: Step = all(owns(HOTKEY), owns(OTHER_HOTKEY));

/** The hotkey is uid 0; it may set weights at once. */
export const neuron: Step = all(seats(NETUID, HOTKEY), (ctx) => S.WeightsSetRateLimit.set(ctx, NETUID, 0n));

/** The coldkey has 10 TAO, and 100 alpha staked on its hotkey. */
export const staker: Step = all(subnets, rich, hotkeys, stakes(100n * TAO), (ctx: BlockCtx) => S.SubnetAlphaOut.set(ctx, NETUID, 100n * TAO));

/** What the coldkey may not do. */
export const row = (error: string, facts: Provocation['facts'], name: string, args: object, more: Partial<Provocation> = {}): Provocation =>
  ({ error: `SubtensorModule.${error}`, facts, origin: coldkey, call: subtensor(name, args), ...more });

export const admin = (name: string, args: object): RuntimeCall => call('AdminUtils', name, args);

