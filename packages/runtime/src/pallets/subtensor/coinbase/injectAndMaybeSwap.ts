/** Puts this block's TAO and alpha into the pools. */

import { inLayer, type Ctx } from '@taonet/frame';
import { PRICE_LIMIT_MAX_RAO } from '@taonet/pools';
import { saturatingAddU64, U96F32, type AccountId, type NetUid } from '@taonet/primitives';
import { adjustProtocolLiquidity } from '../../swap/protocolLiquidity.ts';
import { S } from '../pallet.ts';
import { swapTaoForAlpha } from '../staking/poolSwaps.ts';
import { getSubnetAccountId } from '../subnets/subnetwork.ts';
import { recycleCredit, spendTao } from './tao.ts';
import { mintAlphaIn } from './alpha.ts';
import { recordProtocolInflow } from './flows.ts';
import type { SubnetTerms } from './subnetTerms.ts';

/**
 * Per subnet: new pool weights, then the purchase with excess TAO, then alpha and TAO into the reserves. The purchase sees the
 * new weights and the old reserves. What is left of the credit is recycled.
 *
 * source: pallets/subtensor/src/coinbase/run_coinbase.rs, inject_and_maybe_swap @ 14bc6f9
 */
export function injectAndMaybeSwap(ctx: Ctx, terms: readonly SubnetTerms[], blockCredit: bigint): void {
  let credit = blockCredit;
  for (const subnet of terms) {
    const account = getSubnetAccountId(ctx, subnet.netuid);
    if (account !== undefined) credit = injectOne(ctx, account, subnet, credit);
  }
  recycleCredit(ctx, credit);
}

/** returns: the credit left */
function injectOne(ctx: Ctx, account: AccountId, { netuid, ...terms }: SubnetTerms, blockCredit: bigint): bigint {
  const excessTao = U96F32.saturatingToU64(terms.excessTao);
  const injected = adjustProtocolLiquidity(ctx, netuid, U96F32.saturatingToU64(terms.taoIn), U96F32.saturatingToU64(terms.alphaIn));
  S.SubnetExcessTao.set(ctx, netuid, 0n);
  S.SubnetTaoInEmission.set(ctx, netuid, 0n);

  let credit = blockCredit;
  if (excessTao > 0n) {
    const bought = spendTao(ctx, account, credit, excessTao);
    credit = bought.credit;
    if (bought.spent) buyAlpha(ctx, netuid, excessTao);
  }

  S.SubnetAlphaInEmission.set(ctx, netuid, injected.alpha);
  mintAlphaIn(ctx, netuid, injected.alpha);

  if (injected.tao === 0n) return credit;
  const added = spendTao(ctx, account, credit, injected.tao);
  if (added.spent) addTaoToPool(ctx, netuid, injected.tao);
  return added.credit;
}

/** The chain's own purchase, without fee; when the pool refuses it, the TAO stays on the subnet's account. */
function buyAlpha(ctx: Ctx, netuid: NetUid, tao: bigint): void {
  const outcome = inLayer(ctx, () => swapTaoForAlpha(ctx, netuid, tao, { limitRao: PRICE_LIMIT_MAX_RAO, dropFees: true }));
  if ('refusal' in outcome) return;
  const { amountPaidIn, amountPaidOut } = outcome.ok;
  S.SubnetProtocolAlpha.mutate(ctx, netuid, (total) => saturatingAddU64(total, amountPaidOut));
  S.SubnetExcessTao.set(ctx, netuid, amountPaidIn);
  recordProtocolInflow(ctx, netuid, amountPaidIn);
}

function addTaoToPool(ctx: Ctx, netuid: NetUid, tao: bigint): void {
  S.SubnetTaoInEmission.set(ctx, netuid, tao);
  S.SubnetTAO.mutate(ctx, netuid, (total) => saturatingAddU64(total, tao));
  S.TotalStake.mutate(ctx, (total) => saturatingAddU64(total, tao));
  recordProtocolInflow(ctx, netuid, tao);
}
