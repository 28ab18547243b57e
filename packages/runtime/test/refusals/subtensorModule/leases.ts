/** Subnets that a crowdloan pays for. */

import { signed, type BlockCtx } from '@taonet/frame';
import { U32_MAX } from '@taonet/primitives';
import { S as Crowdloan } from '../../../src/pallets/crowdloan/pallet.ts';
import { S } from '../../../src/pallets/subtensor/pallet.ts';
import type { Provocation } from '../provoke.ts';
import { all, COLDKEY, HOTKEY, NETUID, OTHER_COLDKEY, OTHER_HOTKEY, TAO } from './scenery.ts';
import { hotkeys, row } from './stage.ts';

/** The coldkey's loan is being finalized. */
function loan(ctx: BlockCtx): void {
  Crowdloan.CurrentCrowdloanId.set(ctx, 3);
  Crowdloan.Crowdloans.set(ctx, 3, {
    creator: COLDKEY, deposit: TAO, min_contribution: TAO, end: 900, cap: 2_000n * TAO, funds_account: OTHER_COLDKEY, raised: 2_000n * TAO,
    target_address: undefined, call: undefined, finalized: true, contributors_count: 1,
  });
}

const lease = (end_block: number | undefined) => (ctx: BlockCtx): void =>
  S.SubnetLeases.set(ctx, 5, { beneficiary: COLDKEY, coldkey: OTHER_COLDKEY, hotkey: OTHER_HOTKEY, emissions_share: 30, end_block, netuid: NETUID, cost: TAO });

const register = { emissions_share: 30, end_block: undefined };
const terminate = { lease_id: 5, hotkey: HOTKEY };

export const rows: readonly Provocation[] = [
  { ...row('', { actual: 'none is being finalized' }, 'register_leased_network', register), error: 'Crowdloan.InvalidCrowdloanId', because: 'outside of a crowdloan' },
  row('InvalidLeaseBeneficiary', { actual: OTHER_COLDKEY, required: COLDKEY }, 'register_leased_network', register, { arrange: loan, origin: signed(OTHER_COLDKEY) }),
  row('LeaseCannotEndInThePast', { actual: 1_000, required: 1_001 }, 'register_leased_network', { ...register, end_block: 1_000 }, { arrange: loan }),
  row('Overflow', { actual: U32_MAX, required: U32_MAX - 1 }, 'register_leased_network', register, { arrange: all(loan, (ctx) => S.NextSubnetLeaseId.set(ctx, U32_MAX)) }),
  row('LeaseDoesNotExist', { leaseId: 5 }, 'terminate_lease', terminate),
  row('ExpectedBeneficiaryOrigin', { leaseId: 5, actual: OTHER_COLDKEY, required: COLDKEY }, 'terminate_lease', terminate, { arrange: lease(1_000), origin: signed(OTHER_COLDKEY) }),
  row('LeaseHasNoEndBlock', { leaseId: 5 }, 'terminate_lease', terminate, { arrange: lease(undefined) }),
  row('LeaseHasNotEnded', { leaseId: 5, actual: 1_000, required: 1_001 }, 'terminate_lease', terminate, { arrange: lease(1_001) }),
  row('BeneficiaryDoesNotOwnHotkey', { hotkey: OTHER_COLDKEY, actual: undefined, required: COLDKEY }, 'terminate_lease', { ...terminate, hotkey: OTHER_COLDKEY }, { because: 'nobody does', arrange: lease(1_000) }),
  row('BeneficiaryDoesNotOwnHotkey', { hotkey: HOTKEY, actual: OTHER_COLDKEY, required: COLDKEY }, 'terminate_lease', terminate, {
    because: 'somebody else does', arrange: all(hotkeys, lease(1_000), (ctx) => S.Owner.set(ctx, HOTKEY, OTHER_COLDKEY)),
  }),
];
