/**
 * Brings the living network about by transactions, as its people would: coldkeys funded, subnets created, described and started, validators
 * staked, neurons registered. What is there already is left as it is, so that a second start does nothing.
 */

import { devKey, rao, tao, TaonetError, type CallLike, type Client, type DevClient, type Signer } from '@taonet/sdk';
import type { SubnetKind } from '@taonet/subnets';
import { readRuleSet, type ByRules } from '../why/ruleSets.ts';
import type { Cast, SubnetPart } from './cast.ts';

export interface BuiltSubnet {
  readonly part: SubnetPart;
  readonly netuid: number;
}

export interface Bootstrap {
  readonly client: DevClient;
  readonly cast: Cast;
  readonly kinds: ReadonlyMap<string, SubnetKind>;
  readonly tell: (step: string) => void;
}

/** Enough for fees, registrations and some stake. */
const PURSE = tao('200');
const OWNER_PURSE = tao('20000');
/** Counts 1,800 at the TAO weight: above the threshold for weights. */
const OWNER_STAKE_TAO = 10_000;
/** Settings that only root may change, so that a network is built and moves within a minute. */
const TEMPO = 20;
/** Three rounds of examinations and more: whoever joins is judged before it can lose its place. */
const IMMUNITY_BLOCKS = 120;

export async function bootstrap({ client, cast, kinds, tell }: Bootstrap): Promise<readonly BuiltSubnet[]> {
  const alice = await devKey('//Alice');
  await fund(client, cast, alice, tell);
  const built = await createSubnets(client, cast, kinds, tell);
  const era = ERAS[await readRuleSet(client)];
  await settle(client, era, built, alice, tell);
  tell('validators and miners register');
  await Promise.all(built.flatMap(({ part, netuid }) => [
    ...cast.validators.map(({ coldkey, hotkey }) => register(client, netuid, coldkey, hotkey)),
    ...part.miners.filter(({ isNewcomer }) => !isNewcomer).map(({ coldkey, hotkey }) => register(client, netuid, coldkey, hotkey)),
  ]));
  tell('validators stake on root');
  await Promise.all([...cast.validators, ...era.moreStakers(cast)].map((staker) => stakeOnRoot(client, staker)));
  return built;
}

interface Staker {
  readonly coldkey: string;
  readonly hotkey: string;
  readonly rootStakeTao: number;
}

/** What is another matter under each rule set. */
interface Era {
  readonly settings: (client: Client, netuid: number) => readonly CallLike[];
  readonly moreStakers: (cast: Cast) => readonly Staker[];
}

const ERAS: ByRules<Era> = {
  June2026: {
    // As long as no more than this are out of immunity nobody loses its place; the default is more than there are.
    settings: (client, netuid) => [client.tx.AdminUtils.sudo_set_min_non_immune_uids({ netuid, min: 0 })],
    moreStakers: () => [],
  },
  May2025: {
    settings: () => [],
    // A subnet's owner, too, needed stake to set weights.
    moreStakers: ({ subnets }) => subnets.map(({ owner, ownerHotkey }) => ({ coldkey: owner, hotkey: ownerHotkey, rootStakeTao: OWNER_STAKE_TAO })),
  },
};

/** Up to what the part wants; a fee that staking took is not made up for. */
async function stakeOnRoot(client: Client, { coldkey, hotkey, rootStakeTao }: Staker): Promise<void> {
  const [owner, key] = await Promise.all([devKey(coldkey), devKey(hotkey)]);
  const staked = await client.stakeOf({ hotkey: key.address, coldkey: owner.address, netuid: 0 });
  const missing = tao(`${rootStakeTao}`).rao - staked.rao;
  if (missing > tao('1').rao) await client.tx.SubtensorModule.add_stake({ hotkey: key.address, netuid: 0, amount_staked: missing }).send({ signer: owner });
}

async function fund(client: Client, cast: Cast, alice: Signer, tell: Bootstrap['tell']): Promise<void> {
  const purses = new Map<string, bigint>();
  for (const { coldkey, rootStakeTao } of cast.validators) purses.set(coldkey, tao(`${rootStakeTao}`).rao + PURSE.rao);
  for (const { owner, miners } of cast.subnets) {
    purses.set(owner, OWNER_PURSE.rao);
    for (const { coldkey } of miners) purses.set(coldkey, PURSE.rao);
  }
  const wanted = await Promise.all([...purses].map(async ([uri, amount]) => ({ key: await devKey(uri), amount })));
  const balances = await client.balances(wanted.map(({ key }) => key.address));
  // An account that has anything was funded by an earlier start, and may have spent some since.
  const poor = wanted.filter((_, i) => balances[i]!.free.rao === 0n);
  if (poor.length === 0) return;
  tell(`${poor.length} coldkeys are funded`);
  await client.batch(poor.map(({ key, amount }) => client.transfer({ to: key.address, amount: rao(amount) }))).send({ signer: alice });
}

async function createSubnets(client: DevClient, cast: Cast, kinds: Bootstrap['kinds'], tell: Bootstrap['tell']): Promise<BuiltSubnet[]> {
  const built: BuiltSubnet[] = [];
  // One after another: the price of a subnet depends on the last one.
  for (const part of cast.subnets) {
    const [owner, hotkey] = await Promise.all([devKey(part.owner), devKey(part.ownerHotkey)]);
    const find = async () => (await client.subnets()).find((subnet) => subnet.owner === owner.address)?.netuid;
    const there = await find();
    if (there !== undefined) {
      built.push({ part, netuid: there });
      continue;
    }
    const kind = kinds.get(part.name)!;
    tell(`subnet ${kind.title} is created and started`);
    await client.registerSubnet({ hotkey: hotkey.address }).send({ signer: owner });
    const netuid = (await find())!;
    await client.tx.SubtensorModule.set_subnet_identity({
      netuid, subnet_name: bytes(kind.title), github_repo: bytes(''), subnet_contact: bytes(''), subnet_url: bytes(''), discord: bytes(''),
      description: bytes(kind.purpose), logo_url: bytes(''), additional: bytes(`minimum: ${kind.minimumHardware}`),
    }).send({ signer: owner });
    await start(client, netuid, owner);
    built.push({ part, netuid });
  }
  return built;
}

/** Under the rules of May 2025 a subnet has to be some blocks old: they are made at once. */
async function start(client: DevClient, netuid: number, owner: Signer): Promise<void> {
  try {
    await client.startSubnet(netuid).send({ signer: owner });
  } catch (error) {
    if (!(error instanceof TaonetError) || !error.is('NeedWaitingMoreBlocksToStarCall')) throw error;
    await client.dev.mineUntil({ block: Number(error.required) });
    await client.startSubnet(netuid).send({ signer: owner });
  }
}

/** Root's settings: many registrations at once, short immunity, and the worst goes however few there are. */
async function settle(client: Client, era: Era, built: readonly BuiltSubnet[], alice: Signer, tell: Bootstrap['tell']): Promise<void> {
  const calls: CallLike[] = [];
  for (const { netuid } of built) {
    if (await client.query.SubtensorModule.ImmunityPeriod(netuid) === IMMUNITY_BLOCKS) continue;
    calls.push(
      client.tx.AdminUtils.sudo_set_tempo({ netuid, tempo: TEMPO }),
      client.tx.AdminUtils.sudo_set_immunity_period({ netuid, immunity_period: IMMUNITY_BLOCKS }),
      client.tx.AdminUtils.sudo_set_max_registrations_per_block({ netuid, max_registrations_per_block: 64 }),
      client.tx.AdminUtils.sudo_set_target_registrations_per_interval({ netuid, target_registrations_per_interval: 64 }),
      ...era.settings(client, netuid),
    );
  }
  if (calls.length === 0) return;
  tell('root sets tempo, immunity and registrations');
  await client.batch(calls).sudo().send({ signer: alice });
}

/** Gives it a seat where one is free: a full subnet is left as it is, or each start would push somebody out. */
async function register(client: Client, netuid: number, coldkeyUri: string, hotkeyUri: string): Promise<void> {
  const [coldkey, hotkey] = await Promise.all([devKey(coldkeyUri), devKey(hotkeyUri)]);
  const { Uids, SubnetworkN, MaxAllowedUids } = client.query.SubtensorModule;
  const [uid, neurons, room] = await Promise.all([Uids(netuid, hotkey.address), SubnetworkN(netuid), MaxAllowedUids(netuid)]);
  if (uid === undefined && neurons < room) await client.register({ netuid, hotkey: hotkey.address, maxCost: PURSE }).send({ signer: coldkey });
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
