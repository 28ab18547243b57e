/**
 * A miner joins a subnet that has no room for it: the worst loses its place, as on every full subnet. Here that is never one who validates
 * honestly: the newcomer rather waits.
 */

import { OperatingError } from '@taonet/primitives';
import { devKey, rao, type CallLike, type Client, type Signer } from '@taonet/sdk';
import { readPruningFacts, type PruningFacts } from '../why/facts/pruningFacts.ts';
import { readRuleSet, type ByRules } from '../why/ruleSets.ts';
import type { Cast } from './cast.ts';
import type { SeatedMiner } from './seats.ts';

export interface Joining {
  readonly cast: Cast;
  readonly miner: SeatedMiner;
  readonly signal: AbortSignal;
}

/** Blocks in which the newcomer's transaction is valid. What decides who goes must not change in them. */
const VALID_BLOCKS = 8;
/** How often it waits for something to be over that decides who goes. */
const LOOKS = 8;

/** refuses: MustWait, for now; the subnet is then as it was */
export async function joinFull(client: Client, joining: Joining): Promise<void> {
  const { miner: { netuid, coldkey: owner, hotkey: own }, signal } = joining;
  const [alice, coldkey, hotkey] = await Promise.all([devKey('//Alice'), devKey(owner), devKey(own)]);
  const hasSeat = async (): Promise<boolean> => await client.query.SubtensorModule.Uids(netuid, hotkey.address) !== undefined;
  if (await hasSeat()) return;
  let room: number | undefined;
  try {
    for (let look = 0; look < LOOKS; look += 1) {
      // Signed before it looks: its blocks are among those that it looks ahead to. At the price of now it is refused if anybody comes in between, for
      // that makes seats dearer today: else it would take the place of the next one.
      const price = await client.query.SubtensorModule.Burn(netuid);
      const { hex } = await client.register({ netuid, hotkey: hotkey.address, maxCost: rao(price) }).sign({ signer: coldkey, period: VALID_BLOCKS });
      const { facts, changesAt } = await lookAhead(client, netuid);
      if (changesAt !== undefined) {
        await client.waitForBlock(changesAt, { signal });
        continue;
      }
      await ensureMayGo(client, facts, joining);
      if (facts.neuronCount < facts.maxUids) {
        room = facts.maxUids;
        await setRoom(client, alice, netuid, facts.neuronCount);
        continue;
      }
      await client.rpc('author_submitExtrinsic', hex);
      for await (const { number } of client.blocks({ signal })) {
        if (await hasSeat()) return;
        if (number > facts.block + VALID_BLOCKS) throw mustWait(`on subnet ${netuid} somebody came before it`);
      }
    }
    throw mustWait(`on subnet ${netuid} it cannot be foreseen who would lose its place`);
  } catch (error) {
    if (room !== undefined && !signal.aborted) await setRoom(client, alice, netuid, room);
    throw error;
  }
}

/** How root gives a subnet so many seats. In May 2025 the setter wanted more of them than there were neurons, so that root wrote the item itself. */
const ROOM: ByRules<(client: Client, netuid: number, room: number) => Promise<CallLike>> = {
  async June2026(client, netuid, room) {
    const least = await client.query.SubtensorModule.MinAllowedUids(netuid);
    return client.batch([
      client.tx.AdminUtils.sudo_set_min_allowed_uids({ netuid, min_allowed_uids: Math.min(least, room - 1) }),
      client.tx.AdminUtils.sudo_set_max_allowed_uids({ netuid, max_allowed_uids: room }),
    ]);
  },
  May2025(client, netuid, room) {
    const item = client.runtime.storage('SubtensorModule', 'MaxAllowedUids');
    return Promise.resolve(client.tx.System.set_storage({ items: [[item.key([netuid]), item.encodeValue(room)]] }));
  },
};

async function setRoom(client: Client, alice: Signer, netuid: number, room: number): Promise<void> {
  const call = await ROOM[await readRuleSet(client)](client, netuid, room);
  await client.call('call' in call ? call.call : call).sudo().send({ signer: alice });
}

/** How things stand, and the block at which that changes within the next ones: an epoch runs or somebody's immunity ends. */
async function lookAhead(client: Client, netuid: number): Promise<{ readonly facts: PruningFacts; readonly changesAt: number | undefined }> {
  const at = await client.at();
  const [facts, { nextEpochBlock }] = await Promise.all([readPruningFacts(at, netuid), at.epochs(netuid)]);
  const changes = [nextEpochBlock ?? 0, ...facts.immune.map(({ registeredAt }) => Number(registeredAt) + facts.immunityPeriod)]
    .filter((block) => block > facts.block && block <= facts.block + VALID_BLOCKS);
  return { facts, changesAt: changes.length === 0 ? undefined : Math.max(...changes) };
}

/** refuses: MustWait, when who would go is the owner, one of the cast's honest validators, or whoever else earns by validating and is no liar */
async function ensureMayGo(client: Client, { next, block }: PruningFacts, { cast, miner: { netuid } }: Joining): Promise<void> {
  if (next === undefined) throw mustWait(`on subnet ${netuid} nobody may lose its place`);
  const S = (await client.at(block)).query.SubtensorModule;
  const [owner, dividends, ...validators] = await Promise.all([
    S.SubnetOwnerHotkey(netuid), S.Dividends(netuid), ...cast.validators.map(async ({ hotkey, isLiar }) => ({ isLiar, address: (await devKey(hotkey)).address })),
  ]);
  const validator = validators.find(({ address }) => address === next.hotkey);
  const isSpared = next.hotkey === owner || (validator === undefined ? dividends[next.uid]! > 0 : !validator.isLiar);
  if (isSpared) throw mustWait(`on subnet ${netuid} uid ${next.uid}, which validates, would lose its place`);
}

const mustWait = (why: string): OperatingError => new OperatingError('MustWait', `${why}.`);
