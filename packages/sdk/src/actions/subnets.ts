/** Subnets with their pools and prices. */

import type { DynamicInfo } from '@taonet/abi';
import type { Reads } from '../client/reads.ts';
import { Alpha, Tao } from '../units.ts';
import { textOf } from './text.ts';

export interface Subnet {
  readonly netuid: number;
  readonly name: string;
  readonly symbol: string;
  /** TAO for one alpha, now. */
  readonly price: Tao;
  /** TAO for one alpha, averaged over time; emission follows it. */
  readonly movingPrice: Tao;
  readonly owner: string;
  readonly ownerHotkey: string;
  /** Blocks between two epochs. */
  readonly tempo: number;
  readonly lastStep: number;
  readonly blocksSinceLastStep: number;
  readonly registeredAt: number;
  readonly taoIn: Tao;
  readonly alphaIn: Alpha;
  readonly alphaOut: Alpha;
  /** Per block. */
  readonly taoInEmission: Tao;
  readonly alphaInEmission: Alpha;
  readonly alphaOutEmission: Alpha;
  /** All that was traded. */
  readonly volume: bigint;
  readonly identity: SubnetIdentity | undefined;
}

export interface SubnetIdentity {
  readonly name: string;
  readonly github: string;
  readonly contact: string;
  readonly url: string;
  readonly discord: string;
  readonly description: string;
  readonly logo: string;
  readonly additional: string;
}

const ONE_ALPHA = 1_000_000_000n;
const FRACTION_BITS = 32n;

/** I96F32 bits as rao for one alpha. */
export const priceOfBits = (bits: bigint): Tao => new Tao((bits * ONE_ALPHA) >> FRACTION_BITS);

function identityOf(raw: DynamicInfo['subnet_identity']): SubnetIdentity | undefined {
  if (raw === undefined) return undefined;
  return {
    name: textOf(raw.subnet_name), github: textOf(raw.github_repo), contact: textOf(raw.subnet_contact), url: textOf(raw.subnet_url),
    discord: textOf(raw.discord), description: textOf(raw.description), logo: textOf(raw.logo_url), additional: textOf(raw.additional),
  };
}

function subnetOf(raw: DynamicInfo, price: Tao): Subnet {
  const { netuid } = raw;
  return {
    netuid, price,
    name: textOf(raw.subnet_name),
    symbol: textOf(raw.token_symbol),
    movingPrice: priceOfBits(raw.moving_price),
    owner: raw.owner_coldkey,
    ownerHotkey: raw.owner_hotkey,
    tempo: raw.tempo,
    lastStep: Number(raw.last_step),
    blocksSinceLastStep: Number(raw.blocks_since_last_step),
    registeredAt: Number(raw.network_registered_at),
    taoIn: new Tao(raw.tao_in),
    alphaIn: new Alpha(netuid, raw.alpha_in),
    alphaOut: new Alpha(netuid, raw.alpha_out),
    taoInEmission: new Tao(raw.tao_in_emission),
    alphaInEmission: new Alpha(netuid, raw.alpha_in_emission),
    alphaOutEmission: new Alpha(netuid, raw.alpha_out_emission),
    volume: raw.subnet_volume,
    identity: identityOf(raw.subnet_identity),
  };
}

/** TAO for one alpha of each subnet. */
async function pricesOf(reads: Reads, netuids: readonly number[]): Promise<ReadonlyMap<number, Tao>> {
  const { SwapRuntimeApi } = reads.api;
  if (reads.runtime.hasApi('SwapRuntimeApi', 'current_alpha_price_all')) {
    return new Map((await SwapRuntimeApi.current_alpha_price_all()).map(({ netuid, price }) => [netuid, new Tao(price)]));
  }
  // Older runtimes tell one at a time.
  return new Map(await Promise.all(netuids.map(async (netuid) => [netuid, await readPrice(reads, netuid)] as const)));
}

export async function readPrice(reads: Reads, netuid: number): Promise<Tao> {
  return new Tao(await reads.api.SwapRuntimeApi.current_alpha_price({ netuid }));
}

export async function readSubnets(reads: Reads): Promise<Subnet[]> {
  const list = (await reads.api.SubnetInfoRuntimeApi.get_all_dynamic_info()).filter((info) => info !== undefined);
  const prices = await pricesOf(reads, list.map(({ netuid }) => netuid));
  return list.map((info) => subnetOf(info, prices.get(info.netuid) ?? new Tao(info.netuid === 0 ? ONE_ALPHA : 0n)));
}

export async function readSubnet(reads: Reads, netuid: number): Promise<Subnet | undefined> {
  const [info, price] = await Promise.all([reads.api.SubnetInfoRuntimeApi.get_dynamic_info({ netuid }), readPrice(reads, netuid)]);
  return info === undefined ? undefined : subnetOf(info, price);
}
