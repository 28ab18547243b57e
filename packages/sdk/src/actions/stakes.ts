/** Stake of accounts. */

import type { StakeInfo } from '@taonet/abi';
import type { Reads } from '../client/reads.ts';
import type { Who } from '../client/names.ts';
import { Alpha, Tao } from '../units.ts';

/** Alpha that a coldkey has on a hotkey. */
export interface StakePosition {
  readonly hotkey: string;
  readonly coldkey: string;
  readonly netuid: number;
  readonly stake: Alpha;
  /** Of the last epoch. */
  readonly emission: Alpha;
  readonly taoEmission: Tao;
  readonly isRegistered: boolean;
}

function positionOf({ hotkey, coldkey, netuid, stake, emission, tao_emission, is_registered }: StakeInfo): StakePosition {
  return { hotkey, coldkey, netuid, stake: new Alpha(netuid, stake), emission: new Alpha(netuid, emission), taoEmission: new Tao(tao_emission), isRegistered: is_registered };
}

/** Every position of a coldkey that is not empty. */
export async function readStakes(reads: Reads, coldkey: Who): Promise<StakePosition[]> {
  const list = await reads.api.StakeInfoRuntimeApi.get_stake_info_for_coldkey({ coldkey_account: reads.addressOf(coldkey) });
  return list.map(positionOf).filter(({ stake }) => stake.rao > 0n);
}

export async function readStake<const N extends number>(reads: Reads, hotkey: Who, coldkey: Who, netuid: N): Promise<Alpha<N>> {
  const found = await reads.api.StakeInfoRuntimeApi.get_stake_info_for_hotkey_coldkey_netuid({ hotkey_account: reads.addressOf(hotkey), coldkey_account: reads.addressOf(coldkey), netuid });
  return new Alpha(netuid, found?.stake ?? 0n);
}
