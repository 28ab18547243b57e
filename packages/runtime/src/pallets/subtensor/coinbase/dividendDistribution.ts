/** Who gets which part of the validators' alpha. source: pallets/subtensor/src/coinbase/run_coinbase.rs @ 14bc6f9 */

import type { StateCtx } from '@taonet/frame';
import { compareText, saturatingAddU64, SortedMap, U96F32, type AccountId, type NetUid } from '@taonet/primitives';
import type { HotkeyEmission } from '../epoch/epoch.ts';
import { getStakeForHotkeyOnSubnet } from '../staking/stakeShares.ts';
import { ROOT_NETUID } from '../subnets/subnetwork.ts';
import type { getParentChildDividendsDistribution, HotkeyAlpha } from './parentChildDividends.ts';
import { getTaoWeight } from './rootProportion.ts';

/** Alpha per hotkey, not yet cut to whole units; ascending by hotkey. */
export type HotkeyShares = readonly { readonly hotkey: AccountId; readonly alpha: U96F32 }[];

export interface Distribution {
  readonly incentives: readonly HotkeyAlpha[];
  readonly alphaDividends: HotkeyShares;
  readonly rootAlphaDividends: HotkeyShares;
}

/** What is split, in 10⁻⁹ (root's part may be TAO), and by which rule a hotkey's dividend goes to its parents. */
export interface DistributionTerms {
  readonly validatorAlpha: bigint;
  readonly rootAlpha: bigint;
  readonly share: typeof getParentChildDividendsDistribution;
}

/**
 * Incentives as the epoch computed them; dividends, after parents and children have shared them, are the keys by which the
 * pending alpha of validators and of root is split.
 *
 * source: calculate_dividend_and_incentive_distribution
 */
export function calculateDistribution(ctx: StateCtx, netuid: NetUid, emissions: readonly HotkeyEmission[], terms: DistributionTerms): Distribution {
  const { incentives, dividends } = calculateDividendsAndIncentives(ctx, netuid, emissions, terms.share);
  return { incentives, ...splitPending(dividends.map((dividend) => divideByStake(ctx, netuid, dividend)), terms) };
}

/** source: calculate_dividends_and_incentives */
function calculateDividendsAndIncentives(ctx: StateCtx, netuid: NetUid, emissions: readonly HotkeyEmission[], share: DistributionTerms['share']): { readonly incentives: HotkeyAlpha[]; readonly dividends: HotkeyShares } {
  const incentives = new SortedMap<AccountId, bigint>(compareText);
  const dividends = new SortedMap<AccountId, U96F32>(compareText);
  for (const { hotkey, incentive, dividend } of emissions) {
    incentives.update(hotkey, (sum) => saturatingAddU64(sum ?? 0n, incentive));
    for (const shared of share(ctx, hotkey, netuid, dividend)) {
      dividends.update(shared.hotkey, (sum) => U96F32.saturatingAdd(sum ?? U96F32.zero, U96F32.fromInt(shared.alpha)));
    }
  }
  return {
    incentives: incentives.keys().map((hotkey, i) => ({ hotkey, alpha: incentives.values()[i]! })),
    dividends: dividends.keys().map((hotkey, i) => ({ hotkey, alpha: dividends.values()[i]! })),
  };
}

/** A hotkey's dividend divided into what its root stake and what its alpha earned. */
interface DividedDividend {
  readonly hotkey: AccountId;
  readonly root: U96F32;
  readonly alpha: U96F32;
}

function divideByStake(ctx: StateCtx, netuid: NetUid, { hotkey, alpha: dividend }: HotkeyShares[number]): DividedDividend {
  const alphaStake = U96F32.fromInt(getStakeForHotkeyOnSubnet(ctx, hotkey, netuid));
  const rootStake = U96F32.saturatingMul(U96F32.fromInt(getStakeForHotkeyOnSubnet(ctx, hotkey, ROOT_NETUID)), getTaoWeight(ctx));
  const rootShare = U96F32.checkedDiv(rootStake, U96F32.saturatingAdd(alphaStake, rootStake)) ?? U96F32.zero;
  const root = U96F32.saturatingMul(dividend, rootShare);
  return { hotkey, root, alpha: U96F32.saturatingSub(dividend, root) };
}

/** Both pots in proportion; where nobody has a share the pot goes to nobody. source: calculate_dividend_distribution */
function splitPending(divided: readonly DividedDividend[], { validatorAlpha, rootAlpha }: Omit<DistributionTerms, 'share'>): Omit<Distribution, 'incentives'> {
  const split = (pot: bigint, of: (one: DividedDividend) => U96F32): HotkeyShares => {
    const total = divided.reduce((sum, one) => U96F32.saturatingAdd(sum, of(one)), U96F32.zero);
    return divided.map((one) => ({
      hotkey: one.hotkey,
      alpha: U96F32.saturatingMul(U96F32.fromInt(pot), U96F32.checkedDiv(of(one), total) ?? U96F32.zero),
    }));
  };
  return { alphaDividends: split(validatorAlpha, ({ alpha }) => alpha), rootAlphaDividends: split(rootAlpha, ({ root }) => root) };
}
