/** What a stake meets: least amount and pool. */

import type { Reads } from '@taonet/sdk';
import { computeConstantProductOut } from '@taonet/pools';
import type { ByRules, RuleSetName } from '../ruleSets.ts';
import type { StakingFacts } from './accountFacts.ts';

/** Asked about when no amount is named: one TAO. */
const ONE_TAO = 1_000_000_000n;
const FEE_WHOLE = 65_535n;

interface LeastStake {
  readonly from: string;
  readonly rao: (reads: Reads, netuid: number, isDynamic: boolean) => Promise<bigint>;
}

const LEAST: ByRules<LeastStake> = {
  June2026: {
    from: 'SubtensorModule.InitialMinStake (constant)',
    async rao(reads, netuid, isDynamic) {
      const minStake = reads.constants.SubtensorModule.InitialMinStake;
      return minStake + (isDynamic ? (minStake * BigInt(await reads.query.Swap.FeeRate(netuid))) / FEE_WHOLE : 0n);
    },
  },
  // 500,000 rao and the flat fee of 50,000: no storage item, nor a constant in today's metadata.
  May2025: { from: 'DefaultMinStake + DefaultStakingFee (constants of May 2025)', rao: () => Promise.resolve(550_000n) },
};

interface Order {
  readonly netuid: number;
  readonly hotkey: string;
  readonly coldkey: string;
  readonly amount?: bigint | undefined;
}

export async function readStakingFacts(reads: Reads, rules: RuleSetName, { netuid, hotkey, coldkey, amount = ONE_TAO }: Order): Promise<StakingFacts> {
  const S = reads.query.SubtensorModule;
  const [poolTao, poolAlpha, mechanism, staked] = await Promise.all([
    S.SubnetTAO(netuid), S.SubnetAlphaIn(netuid), S.SubnetMechanism(netuid),
    reads.api.StakeInfoRuntimeApi.get_stake_info_for_hotkey_coldkey_netuid({ hotkey_account: hotkey, coldkey_account: coldkey, netuid }),
  ]);
  const isDynamic = mechanism === 1;
  const { from, rao } = LEAST[rules];
  return {
    amount, least: await rao(reads, netuid, isDynamic), leastRead: from, poolTao, poolAlpha, isDynamic, staked: staked?.stake ?? 0n,
    buys: isDynamic ? computeConstantProductOut({ taoReserveRao: poolTao, alphaReserveRao: poolAlpha }, 'buy', amount) : amount,
    stays: poolTao === 0n ? 0n : (poolTao * poolAlpha) / (poolTao + amount),
  };
}
