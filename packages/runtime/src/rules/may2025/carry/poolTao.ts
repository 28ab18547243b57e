/**
 * TAO in pools: in May 2025 a figure alone, which counted in the pallet's issuance and stood on no account; today it is on the subnet's account.
 *
 * source: ours, docs/adr/0014
 */

import type { Ctx } from '@taonet/frame';
import { burnFrom, mintInto } from '../../../pallets/balances/issue.ts';
import { getAllSubnetNetuids, getSubnetAccountId } from '../../../pallets/subtensor/subnets/subnetwork.ts';
import { S } from '../pallet.ts';

/** Each subnet's TAO appears on its account. */
export function putTaoOnAccounts(ctx: Ctx): void {
  for (const netuid of getAllSubnetNetuids(ctx)) {
    const tao = S.SubnetTAO.get(ctx, netuid);
    if (tao > 0n) mintInto(ctx, getSubnetAccountId(ctx, netuid)!, tao);
  }
}

/** It leaves the accounts again. */
export function takeTaoFromAccounts(ctx: Ctx): void {
  for (const netuid of getAllSubnetNetuids(ctx)) {
    const tao = S.SubnetTAO.get(ctx, netuid);
    if (tao > 0n) burnFrom(ctx, getSubnetAccountId(ctx, netuid)!, tao, { preservation: 'Expendable', precision: 'BestEffort', fortitude: 'Force' });
  }
}
