/**
 * A miner joins a subnet that has no room for it: the worst loses its place, as on every full subnet. Here that is never one who validates
 * honestly: the newcomer rather waits.
 */

import { OperatingError } from '@taonet/primitives';
import { devKey, rao, type Client, type Reads, type Signer } from '@taonet/sdk';
import { readPruningFacts, type Candidate, type PruningFacts } from '../why/facts/pruningFacts.ts';
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
  if (await client.query.SubtensorModule.Uids(netuid, hotkey.address) !== undefined) return;
  const { facts } = await lookAhead(client, joining);
  const room = facts.maxUids;
  const isFull = facts.neuronCount >= room;
  if (!isFull) await setRoom(client, alice, netuid, facts.neuronCount);
  try {
    // A registration in between would have taken the worst one's place already, and has made seats dearer: at the price of now there is none then.
    const { price } = await lookAhead(client, joining);
    await client.register({ netuid, hotkey: hotkey.address, maxCost: rao(price) }).send({ signer: coldkey, period: VALID_BLOCKS, signal });
  } catch (error) {
    if (!isFull && !signal.aborted) await setRoom(client, alice, netuid, room);
    throw error;
  }
}

async function setRoom(client: Client, alice: Signer, netuid: number, room: number): Promise<void> {
  const least = await client.query.SubtensorModule.MinAllowedUids(netuid);
  await client.batch([
    client.tx.AdminUtils.sudo_set_min_allowed_uids({ netuid, min_allowed_uids: Math.min(least, room - 1) }),
    client.tx.AdminUtils.sudo_set_max_allowed_uids({ netuid, max_allowed_uids: room }),
  ]).sudo().send({ signer: alice });
}

interface Outlook {
  readonly facts: PruningFacts;
  /** Of a seat, rao. */
  readonly price: bigint;
}

/** How things stand and will stand for `VALID_BLOCKS` blocks: no epoch runs and nobody's immunity ends. refuses: MustWait */
async function lookAhead(client: Client, joining: Joining): Promise<Outlook> {
  const { miner: { netuid }, signal } = joining;
  for (let look = 0; look < LOOKS; look += 1) {
    const at = await client.at();
    const S = at.query.SubtensorModule;
    const [facts, price, tempo, lastEpoch, pendingAt] = await Promise.all([readPruningFacts(at, netuid), S.Burn(netuid), S.Tempo(netuid), S.LastEpochBlock(netuid), S.PendingEpochAt(netuid)]);
    const changes = [Number(lastEpoch) + tempo, Number(pendingAt), ...facts.immune.map(({ registeredAt }) => Number(registeredAt) + facts.immunityPeriod)]
      .filter((block) => block > facts.block && block <= facts.block + VALID_BLOCKS);
    if (changes.length > 0) {
      await client.waitForBlock(Math.max(...changes), { signal });
      continue;
    }
    const { next } = facts;
    if (next === undefined) throw mustWait(`on subnet ${netuid} nobody may lose its place`);
    if (await isSpared(at, next, joining)) throw mustWait(`on subnet ${netuid} uid ${next.uid}, which validates, would lose its place`);
    return { facts, price };
  }
  throw mustWait(`on subnet ${netuid} it cannot be foreseen who would lose its place`);
}

/** The owner, the cast's honest validators, and whoever else earns by validating; a liar is not. */
async function isSpared(at: Reads, { uid, hotkey }: Candidate, { cast, miner: { netuid } }: Joining): Promise<boolean> {
  const S = at.query.SubtensorModule;
  const [owner, dividends, ...validators] = await Promise.all([S.SubnetOwnerHotkey(netuid), S.Dividends(netuid), ...cast.validators.map(async ({ hotkey: uri, isLiar }) => ({ isLiar, address: (await devKey(uri)).address }))]);
  const validator = validators.find(({ address }) => address === hotkey);
  return hotkey === owner || (validator === undefined ? dividends[uid]! > 0 : !validator.isLiar);
}

const mustWait = (why: string): OperatingError => new OperatingError('MustWait', `${why}.`);
