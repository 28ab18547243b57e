/** What a stake meets: least amount and pool. */

import type { Reads } from '@taonet/sdk';
import type { StakingFacts } from './accountFacts.ts';

/** Asked about when no amount is named: one TAO. */
const ONE_TAO = 1_000_000_000n;
const FEE_WHOLE = 65_535n;

export async function readStakingFacts(reads: Reads, { netuid, hotkey, coldkey, amount = ONE_TAO }: { netuid: number; hotkey: string; coldkey: string; amount?: bigint | undefined }): Promise<StakingFacts> {
  const S = reads.query.SubtensorModule;
  const minStake = reads.constants.SubtensorModule.InitialMinStake;
  const [poolTao, poolAlpha, mechanism, rate, staked] = await Promise.all([
    S.SubnetTAO(netuid), S.SubnetAlphaIn(netuid), S.SubnetMechanism(netuid), reads.query.Swap.FeeRate(netuid),
    reads.api.StakeInfoRuntimeApi.get_stake_info_for_hotkey_coldkey_netuid({ hotkey_account: hotkey, coldkey_account: coldkey, netuid }),
  ]);
  const isDynamic = mechanism === 1;
  return { amount, least: minStake + (isDynamic ? (minStake * BigInt(rate)) / FEE_WHOLE : 0n), poolTao, poolAlpha, isDynamic, staked: staked?.stake ?? 0n };
}
