/** Who of the cast has a seat where: on a later start some have lost theirs. */

import { devKey, type Client } from '@taonet/sdk';
import type { BuiltSubnet } from './bootstrap.ts';
import type { Cast, MinerPart } from './cast.ts';
import type { ValidatorsRole } from './validatorsRole.ts';

export type SeatedMiner = MinerPart & { readonly netuid: number };
export type SeatedValidator = ValidatorsRole['validators'][number];

export interface Seats {
  readonly miners: readonly SeatedMiner[];
  readonly validators: readonly SeatedValidator[];
}

export async function readSeats(client: Client, cast: Cast, built: readonly BuiltSubnet[]): Promise<Seats> {
  const seated = await Promise.all(built.map(async ({ part, netuid }): Promise<Seats> => {
    const metagraph = await client.metagraph(netuid);
    const keep = async <T extends { readonly hotkey: string }>(list: readonly T[]): Promise<T[]> => {
      const keys = await Promise.all(list.map(({ hotkey }) => devKey(hotkey)));
      return list.filter((_, i) => metagraph.byHotkey(keys[i]!.address) !== undefined);
    };
    const [miners, validators] = await Promise.all([keep(part.miners.map((miner) => ({ ...miner, netuid }))), keep(validatorsOf(cast, { part, netuid }))]);
    return { miners, validators };
  }));
  return { miners: seated.flatMap(({ miners }) => miners), validators: seated.flatMap(({ validators }) => validators) };
}

/** A subnet's owner and all validators work on each subnet. A liar favours the first cheat. */
function validatorsOf(cast: Cast, { part, netuid }: BuiltSubnet): SeatedValidator[] {
  const favoured = part.miners.find(({ behaviour }) => behaviour === 'garbage') ?? part.miners[0];
  return [
    { name: 'owner', hotkey: part.ownerHotkey, subnet: part.name, netuid },
    ...cast.validators.map(({ name, hotkey, isLiar }) => ({ name, hotkey, subnet: part.name, netuid, ...(isLiar && favoured !== undefined ? { favours: favoured.hotkey } : {}) })),
  ];
}
