/**
 * Leased subnets: a crowdloan pays for the subnet, its creator runs it through a proxy, its contributors share the owner's cut.
 *
 * source: pallets/subtensor/src/subnets/leasing.rs @ 14bc6f9
 */

import type { CrowdloanInfo } from '@taonet/abi';
import { ensureSigned, inLayer, signed, type CallCtx, type Ctx, type Origin, type PostInfo, type StateCtx } from '@taonet/frame';
import { ensure, refuse, saturatingAddU64, saturatingSubU64, U32_MAX, U64F64, type AccountId, type NetUid } from '@taonet/primitives';
import { getFreeBalance } from '../../balances/inspect.ts';
import { transfer } from '../../balances/transfer.ts';
import { C as CrowdloanC, E as CrowdloanE, S as Crowdloan } from '../../crowdloan/pallet.ts';
import { addProxyDelegate, removeProxyDelegate } from '../../proxy/delegates.ts';
import { decProviders, incProviders } from '../../system/accounts.ts';
import { S as System } from '../../system/pallet.ts';
import { E, Ev, S } from '../pallet.ts';
import { leaseColdkey, leaseHotkey } from './leaseAccounts.ts';
import { registerLeaseWeight, terminateLeaseWeight } from './leaseWeights.ts';
import { setSubnetOwnerHotkey } from './ownerHotkey.ts';
import { doRegisterNetwork } from './registerNetwork.ts';

/** What the beneficiary may do in the lease's name, at once. */
const proxyOf = (beneficiary: AccountId) => ({ delegate: beneficiary, proxy_type: 'SubnetLeaseBeneficiary', delay: 0 } as const);

/**
 * Dispatched by a crowdloan that is being finalized: creates a subnet owned by the lease's own coldkey with the money
 * raised and gives back what is left, to contributors by their shares (rounded down), the rest to the creator.
 *
 * refuses Crowdloan.InvalidCrowdloanId, InvalidLeaseBeneficiary, LeaseCannotEndInThePast, Overflow, LeaseNetuidNotFound, and
 *   what registering a network, Proxy and Balances refuse
 * source: do_register_leased_network
 */
export function doRegisterLeasedNetwork(ctx: CallCtx, origin: Origin, emissionsShare: number, endBlock: number | undefined): PostInfo {
  const beneficiary = ensureSigned(origin);
  const now = System.Number.get(ctx);
  const { id, loan } = getCrowdloanBeingFinalized(ctx);
  ensure(beneficiary === loan.creator, E.InvalidLeaseBeneficiary, { actual: beneficiary, required: loan.creator });
  ensure(endBlock === undefined || endBlock > now, E.LeaseCannotEndInThePast, { actual: endBlock, required: now + 1 });

  const leaseId = takeNextLeaseId(ctx);
  const coldkey = leaseColdkey(ctx, leaseId);
  const hotkey = leaseHotkey(ctx, leaseId);
  incProviders(ctx, coldkey);
  incProviders(ctx, hotkey);
  transfer(ctx, loan.funds_account, coldkey, loan.raised, 'Expendable');
  doRegisterNetwork(ctx, signed(coldkey), hotkey, undefined);
  const netuid = findLeaseNetuid(ctx, coldkey) ?? refuse(E.LeaseNetuidNotFound, { coldkey });
  addProxyDelegate(ctx, coldkey, proxyOf(beneficiary));

  const leftover = getFreeBalance(ctx, coldkey);
  const cost = saturatingSubU64(loan.raised, leftover);
  S.SubnetLeases.set(ctx, leaseId, { beneficiary, coldkey, hotkey, emissions_share: emissionsShare, end_block: endBlock, netuid, cost });
  S.SubnetUidToLeaseId.set(ctx, netuid, leaseId);
  // Contributors get their dividends whole.
  S.Delegates.set(ctx, hotkey, 0);
  refundLeftover(ctx, { leaseId, id, loan, coldkey, leftover });
  ctx.deposit(Ev.SubnetLeaseCreated({ beneficiary, lease_id: leaseId, netuid, end_block: endBlock }));
  return loan.contributors_count < CrowdloanC.MaxContributors(ctx) ? { actualWeight: registerLeaseWeight(loan.contributors_count) } : {};
}

interface Leftover {
  readonly leaseId: number;
  readonly id: number;
  readonly loan: CrowdloanInfo;
  readonly coldkey: AccountId;
  /** Rao that the subnet did not cost. */
  readonly leftover: bigint;
}

/** Notes each contributor's share of the loan and pays it its part; the creator's share is what nobody else has. */
function refundLeftover(ctx: Ctx, { leaseId, id, loan, coldkey, leftover }: Leftover): void {
  let refunded = 0n;
  for (const [[, contributor], amount] of Crowdloan.Contributions.entries(ctx, id)) {
    if (contributor === loan.creator) continue;
    const share = U64F64.saturatingDiv(U64F64.fromInt(amount), U64F64.fromInt(loan.raised));
    S.SubnetLeaseShares.set(ctx, leaseId, contributor, share);
    const refund = U64F64.saturatingToU64(U64F64.saturatingMul(share, U64F64.fromInt(leftover)));
    transfer(ctx, coldkey, contributor, refund, 'Expendable');
    refunded = saturatingAddU64(refunded, refund);
  }
  transfer(ctx, coldkey, loan.creator, saturatingSubU64(leftover, refunded), 'Expendable');
}

/**
 * After its end the beneficiary takes the subnet over, with a hotkey of its own.
 *
 * refuses LeaseDoesNotExist, ExpectedBeneficiaryOrigin, LeaseHasNoEndBlock, LeaseHasNotEnded, BeneficiaryDoesNotOwnHotkey,
 *   CannotUseSystemAccount, Proxy.NotFound
 * source: do_terminate_lease
 */
export function doTerminateLease(ctx: CallCtx, origin: Origin, leaseId: number, hotkey: AccountId): PostInfo {
  const who = ensureSigned(origin);
  const now = System.Number.get(ctx);
  const lease = S.SubnetLeases.get(ctx, leaseId) ?? refuse(E.LeaseDoesNotExist, { leaseId });
  const { beneficiary, netuid, coldkey } = lease;
  ensure(beneficiary === who, E.ExpectedBeneficiaryOrigin, { leaseId, actual: who, required: beneficiary });
  const end = lease.end_block ?? refuse(E.LeaseHasNoEndBlock, { leaseId });
  ensure(now >= end, E.LeaseHasNotEnded, { leaseId, actual: now, required: end });
  const owner = S.Owner.tryGet(ctx, hotkey);
  ensure(owner === beneficiary, E.BeneficiaryDoesNotOwnHotkey, { hotkey, actual: owner, required: beneficiary });
  S.SubnetOwner.set(ctx, netuid, beneficiary);
  setSubnetOwnerHotkey(ctx, netuid, hotkey);
  // Upstream only logs failures here.
  for (const account of [coldkey, lease.hotkey]) inLayer(ctx, () => decProviders(ctx, account));
  const cleared = S.SubnetLeaseShares.clearPrefix(ctx, leaseId);
  S.AccumulatedLeaseDividends.remove(ctx, leaseId);
  S.SubnetLeases.remove(ctx, leaseId);
  removeProxyDelegate(ctx, coldkey, proxyOf(beneficiary));
  ctx.deposit(Ev.SubnetLeaseTerminated({ beneficiary, netuid }));
  return cleared < CrowdloanC.MaxContributors(ctx) ? { actualWeight: terminateLeaseWeight(cleared) } : {};
}

function getCrowdloanBeingFinalized(ctx: StateCtx): { readonly id: number; readonly loan: CrowdloanInfo } {
  const id = Crowdloan.CurrentCrowdloanId.get(ctx) ?? refuse(CrowdloanE.InvalidCrowdloanId, { actual: 'none is being finalized' });
  return { id, loan: Crowdloan.Crowdloans.get(ctx, id) ?? refuse(CrowdloanE.InvalidCrowdloanId, { crowdloan_id: id }) };
}

function takeNextLeaseId(ctx: StateCtx): number {
  const id = S.NextSubnetLeaseId.get(ctx);
  if (id === U32_MAX) refuse(E.Overflow, { actual: id, required: U32_MAX - 1 });
  S.NextSubnetLeaseId.set(ctx, id + 1);
  return id;
}

/** In raw key order. */
function findLeaseNetuid(ctx: StateCtx, coldkey: AccountId): NetUid | undefined {
  return S.SubnetOwner.entries(ctx).find(([, owner]) => owner === coldkey)?.[0][0];
}
