/** Things that many rows set up: seated miners, judgements of validators, another subnet. */

import { stakeInfoApi, swapApi } from '@taonet/abi';
import type { AccountId } from '@taonet/primitives';
import { RAO_PER_TAO } from './amounts.ts';
import type { World } from './world.ts';

/** The subnet that the developer network starts with. */
export const FIRST = 1;
export const ROOT_NETUID = 0;
/** Weights are parts of this. */
export const WHOLE_U16 = 65_535;
/** What a new account gets, in TAO. */
const PURSE_TAO = 100_000n;

export interface Seat {
  readonly coldkey: AccountId;
  readonly hotkey: AccountId;
  readonly uid: number;
}

/** The three validators that the developer network starts with, each with 100,000 TAO of root stake. */
export function validatorsOf(world: World): readonly Seat[] {
  const { S } = world;
  return [1, 2, 3].map((uid) => {
    const hotkey = S.Keys.get(world, FIRST, uid);
    return { uid, hotkey, coldkey: S.Owner.get(world, hotkey) };
  });
}

/** Coldkey and hotkey of somebody new, with TAO. */
export function newcomer(world: World, name: string): Omit<Seat, 'uid'> {
  const coldkey = world.account(`${name}'s coldkey`);
  if (world.free(coldkey) === 0n) world.fund(coldkey, PURSE_TAO);
  return { coldkey, hotkey: world.account(`${name}'s hotkey`) };
}

/** Seats somebody on a subnet for its price, in a block of its own. */
export function seat(world: World, name: string, netuid = FIRST): Seat {
  const who = newcomer(world, name);
  world.run(1);
  world.call(who.coldkey, 'SubtensorModule.burned_register', { netuid, hotkey: who.hotkey });
  return { ...who, uid: world.S.Uids.get(world, netuid, who.hotkey)! };
}

/** Sets a validator's weights: parts of 1 by uid. */
export function judge(world: World, { hotkey }: Pick<Seat, 'hotkey'>, parts: ReadonlyMap<number, number>, netuid = FIRST): void {
  const dests = [...parts.keys()];
  const weights = [...parts.values()].map((part) => Math.round(part * WHOLE_U16));
  world.call(hotkey, 'SubtensorModule.set_weights', { netuid, dests, weights, version_key: 0n });
}

/** Runs until the subnet's next epoch is done; returns how many blocks it took. */
export function runEpoch(world: World, netuid = FIRST): number {
  const { S } = world;
  const before = S.LastMechansimStepBlock.get(world, netuid);
  return world.runUntil(() => S.LastMechansimStepBlock.get(world, netuid) !== before, 1_000);
}

/** Registers a subnet and starts it; its owner is new. */
export function openSubnet(world: World, name: string): { readonly netuid: number; readonly owner: Omit<Seat, 'uid'>; readonly lockRao: bigint } {
  const { S } = world;
  const owner = newcomer(world, name);
  const netuid = 1 + Math.max(...S.NetworksAdded.keys(world).map(([key]) => key));
  const before = world.free(owner.coldkey);
  world.call(owner.coldkey, 'SubtensorModule.register_network', { hotkey: owner.hotkey });
  const lockRao = before - world.free(owner.coldkey);
  world.runUntil(() => world.refusal(owner.coldkey, 'SubtensorModule.start_call', { netuid }) === undefined, 100);
  return { netuid, owner, lockRao };
}

/** Spot price of a subnet's alpha, in rao. */
export const priceRao = (world: World, netuid = FIRST): bigint => world.view(swapApi, 'current_alpha_price', { netuid });

/** Buys alpha for so many TAO; returns how much came. */
export function buy(world: World, { coldkey, hotkey }: Omit<Seat, 'uid'>, taoAmount: bigint, netuid = FIRST): bigint {
  const before = stakeOf(world, { coldkey, hotkey }, netuid);
  world.call(coldkey, 'SubtensorModule.add_stake', { hotkey, netuid, amount_staked: taoAmount * RAO_PER_TAO });
  return stakeOf(world, { coldkey, hotkey }, netuid) - before;
}

/** Sells so much alpha; returns what TAO came, in rao. */
export function sell(world: World, { coldkey, hotkey }: Omit<Seat, 'uid'>, alphaRao: bigint, netuid = FIRST): bigint {
  const before = world.free(coldkey);
  world.call(coldkey, 'SubtensorModule.remove_stake', { hotkey, netuid, amount_unstaked: alphaRao });
  return world.free(coldkey) - before;
}

/** What a coldkey holds on a hotkey, in rao of the subnet's alpha (of TAO on root). */
export function stakeOf(world: World, { coldkey, hotkey }: Omit<Seat, 'uid'>, netuid = FIRST): bigint {
  return world.view(stakeInfoApi, 'get_stake_info_for_hotkey_coldkey_netuid', { hotkey_account: hotkey, coldkey_account: coldkey, netuid })?.stake ?? 0n;
}
