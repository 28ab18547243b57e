/** Contributors of a leased subnet share its owner's cut. source: pallets/subtensor/src/subnets/leasing.rs @ 14bc6f9 */

import { inLayer, type Ctx } from '@taonet/frame';
import { Percent, saturatingAddU64, saturatingSubU64, U64F64, type AccountId } from '@taonet/primitives';
import { getCurrentBlockAsU64 } from '../currentBlock.ts';
import { C, Ev, S } from '../pallet.ts';
import { transferStakeWithinSubnet } from '../staking/transferStakeWithinSubnet.ts';

type Lease = NonNullable<ReturnType<typeof S.SubnetLeases.get>>;

/**
 * Adds the contributors' part of `ownerCut` (rounded up) to what has accumulated; every 100 blocks all of it is paid in stake,
 * each contributor's share rounded up, the rest to the beneficiary. A payment that fails is tried again later.
 *
 * source: distribute_leased_network_dividends
 */
export function distributeLeasedNetworkDividends(ctx: Ctx, leaseId: number, ownerCut: bigint): void {
  const lease = S.SubnetLeases.get(ctx, leaseId);
  const now = getCurrentBlockAsU64(ctx);
  if (lease === undefined || (lease.end_block !== undefined && BigInt(lease.end_block) <= now)) return;
  const cut = Percent.mulCeil(lease.emissions_share, ownerCut);
  const total = saturatingAddU64(S.AccumulatedLeaseDividends.get(ctx, leaseId), cut);
  const isPayday = now % BigInt(C.LeaseDividendsDistributionInterval(ctx)) === 0n;
  if (!isPayday || 'refusal' in inLayer(ctx, () => payLease(ctx, leaseId, lease, total))) S.AccumulatedLeaseDividends.set(ctx, leaseId, total);
}

function payLease(ctx: Ctx, leaseId: number, lease: Lease, total: bigint): void {
  const from = { coldkey: lease.coldkey, hotkey: lease.hotkey };
  const pay = (contributor: AccountId, alpha: bigint): void => {
    transferStakeWithinSubnet(ctx, lease.netuid, { from, to: { coldkey: contributor, hotkey: lease.hotkey }, alpha });
    ctx.deposit(Ev.SubnetLeaseDividendsDistributed({ lease_id: leaseId, contributor, alpha }));
  };
  let paid = 0n;
  for (const [[, contributor], share] of S.SubnetLeaseShares.entries(ctx, leaseId)) {
    const alpha = U64F64.saturatingToU64(U64F64.ceil(U64F64.saturatingMul(share, U64F64.fromInt(total))));
    pay(contributor, alpha);
    paid = saturatingAddU64(paid, alpha);
  }
  pay(lease.beneficiary, saturatingSubU64(total, paid));
  S.AccumulatedLeaseDividends.set(ctx, leaseId, 0n);
}
