/** Whom a question is about: a neuron of the subnet, or a hotkey that is not one, or not any more. */

import type { Client, Reads } from '@taonet/sdk';
import { readPruningFacts, type PruningFacts } from './pruningFacts.ts';

export interface NeuronFacts {
  readonly hotkey: string;
  /** Undefined when it has no seat. */
  readonly uid: number | undefined;
  readonly registeredAt: bigint;
  /** The coldkey that owns the hotkey; undefined when nobody does. */
  readonly coldkey: string | undefined;
  readonly past: PastSeat | undefined;
}

/** A seat that was lost. */
export interface PastSeat {
  readonly uid: number;
  /** Of the registration that took it. */
  readonly block: number;
  readonly successor: string;
  /** As it was just before. */
  readonly before: PruningFacts;
}

/** Account that stands for nobody. */
const ZERO_ADDRESS = '5C4hrfjw9DjXZTzV3MwzrrAr9P1MJhSrvWGWqi1eSuyUpnhM';
/** So many registrations are looked back at. */
const LOOK_BACK = 256;

/** `who`: a uid or an address. */
export async function readNeuronFacts(client: Client, reads: Reads, netuid: number, who: number | string): Promise<NeuronFacts> {
  const S = reads.query.SubtensorModule;
  const hotkey = typeof who === 'string' ? who : await S.Keys(netuid, who);
  const [uid, owner] = await Promise.all([S.Uids(netuid, hotkey), S.Owner(hotkey)]);
  const coldkey = owner === ZERO_ADDRESS ? undefined : owner;
  if (uid !== undefined) return { hotkey, uid, coldkey, registeredAt: await S.BlockAtRegistration(netuid, uid), past: undefined };
  return { hotkey, uid, coldkey, registeredAt: 0n, past: coldkey === undefined || hotkey === ZERO_ADDRESS ? undefined : await findPastSeat(client, reads, netuid, hotkey) };
}

/** Looks at the states just before the seats of today were taken, the newest first. */
async function findPastSeat(client: Client, reads: Reads, netuid: number, hotkey: string): Promise<PastSeat | undefined> {
  const S = reads.query.SubtensorModule;
  const registered = await S.BlockAtRegistration.entries(netuid);
  const blocks = [...new Set(registered.map(([, block]) => Number(block)))].filter((block) => block > 1).sort((a, b) => b - a).slice(0, LOOK_BACK);
  for (const block of blocks) {
    // Nodes that keep no old states end the search.
    const before = await client.at(block - 1).catch(() => undefined);
    const uid = await before?.query.SubtensorModule.Uids(netuid, hotkey).catch(() => undefined);
    if (before === undefined || uid === undefined) continue;
    return { uid, block, successor: await S.Keys(netuid, uid), before: await readPruningFacts(before, netuid) };
  }
  return undefined;
}
