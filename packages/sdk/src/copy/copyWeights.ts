/**
 * A validator that examines nobody and sets what it read of another one, beside three that do the work, with equal stake: what each is paid, with weights in the
 * open and with weights that stay hidden until they count.
 *
 * source: ours, docs/guides/copying.md
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { encode, struct, u16, u64, vec } from '@taonet/codec';
import { sdkError } from '../errors.ts';
import { commitHash, sealedPayload } from '../weights/commit.ts';
import { sealUntilRound } from '../weights/timelock.ts';
import { account, blockNumber, call, mine, read, readAll, setBalance, write, type Account, type Asking, type CallWish } from './ask.ts';
import { KNOWN_ROUND } from './knownRound.ts';

/** How weights come onto the chain: at once, as a hash that is revealed later, sealed until the chain opens them. */
export type CopierWay = 'open' | 'hash' | 'timelocked';

export interface CopierOrder {
  readonly netuid: number;
  readonly epochs: number;
  readonly way: CopierWay;
  /** Whether miners change places in every epoch or stay as good as they are. Default: true. */
  readonly moving?: boolean;
  /** Bonds of Yuma 3, or those before. Default: true. */
  readonly yuma3?: boolean;
}

export interface CopierReport {
  readonly way: CopierWay;
  readonly moving: boolean;
  readonly yuma3: boolean;
  readonly epochs: number;
  /** Alpha of each epoch's dividends, 10⁻⁹: of the copyist, and of one that works, on average. */
  readonly copyist: readonly bigint[];
  readonly honest: readonly bigint[];
  readonly copyistAlpha: bigint;
  readonly honestAlpha: bigint;
  /** The copyist's dividends of an honest one's, parts of a million. */
  readonly millionths: bigint;
}

const MILLION = 1_000_000n;
const MINERS = 4;
const HONEST = 3;
/** Of the best miner, the second, …; of 65535. */
const SCORES: readonly number[] = [65_535, 32_768, 16_384, 8_192];
/** So long the copyist works like the others, so that all start with the same bonds. */
const WORKING_EPOCHS = 8;
/** For registration and fees besides the stake: 10,000 TAO. */
const POCKET_RAO = 10_000_000_000_000n;
const SALT: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8];
const PATIENCE_BLOCKS = 100_000;
/** What was sealed in May 2025. source: pallets/subtensor/src/coinbase/reveal_commits.rs, WeightsTlockPayload @ 1b0c63a */
const PLAIN_PAYLOAD = struct('', { uids: vec(u16), values: vec(u16), version_key: u64 });

interface Row {
  readonly uids: readonly number[];
  readonly values: readonly number[];
}

interface Scene {
  readonly order: CopierOrder;
  readonly honest: readonly Account[];
  readonly copyist: Account;
  readonly miners: readonly number[];
  /** Rules of May 2025. */
  readonly then: boolean;
}

/** refuses: NotOnThisChain where there are no three validators of equal stake, and what the chain refuses */
export function* copyWeights(order: CopierOrder): Asking<CopierReport> {
  const { netuid, epochs, way, moving = true, yuma3 = true } = order;
  const scene = yield* setScene(order);
  yield* write('SubtensorModule.CommitRevealWeightsEnabled', [netuid], way !== 'open');
  yield* write('SubtensorModule.Yuma3On', [netuid], yuma3);
  if (way === 'timelocked') yield* tellRound();
  const [copyist, honest]: [bigint[], bigint[]] = [[], []];
  const kept = new Map<Account, Row>();
  for (let epoch = 0; epoch < WORKING_EPOCHS + epochs; epoch++) {
    const truth = rankingOf(scene.miners, moving ? epoch : 0);
    yield* epoch < WORKING_EPOCHS ? speak(scene, kept, [...scene.honest, scene.copyist], truth) : speakAndCopy(scene, kept, truth);
    yield* untilEpoch(netuid);
    if (epoch < WORKING_EPOCHS) continue;
    const paid = yield* paidTo(netuid, [scene.copyist, ...scene.honest]);
    copyist.push(paid[0]!);
    honest.push(sumOf(paid.slice(1)) / BigInt(HONEST));
  }
  const [copyistAlpha, honestAlpha] = [sumOf(copyist), sumOf(honest)];
  return { way, moving, yuma3, epochs, copyist, honest, copyistAlpha, honestAlpha, millionths: honestAlpha === 0n ? 0n : (copyistAlpha * MILLION) / honestAlpha };
}

/** The chain has the round's signature, as if a beacon had brought it. So anybody could open what is sealed; the copyist here does not. */
function* tellRound(): Asking<void> {
  const { round, signature } = KNOWN_ROUND;
  yield* write('Drand.Pulses', [round], { round, randomness: sha256(signature), signature });
}

const sumOf = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);

/** Four miners, and a copyist with as much root stake as each of the three strongest validators. */
function* setScene(order: CopierOrder): Asking<Scene> {
  const { netuid } = order;
  const { honest, stake } = yield* strongest(netuid);
  for (let i = 0; i < MINERS; i++) yield* join(netuid, yield* account(`miner ${i}`));
  const copyist = yield* account('copyist');
  yield* join(netuid, copyist);
  yield* setBalance(copyist, stake + POCKET_RAO);
  yield* call(copyist, 'SubtensorModule.root_register', { hotkey: copyist });
  yield* call(copyist, 'SubtensorModule.add_stake', { hotkey: copyist, netuid: 0, amount_staked: stake });
  const miners: number[] = [];
  for (let i = 0; i < MINERS; i++) miners.push(yield* uidOf(netuid, yield* account(`miner ${i}`)));
  yield* untilEpoch(netuid);
  const rules = yield* read<{ readonly rule_set: string | { readonly type: string } } | undefined>('Rules.Active');
  const set = rules?.rule_set;
  return { order, honest, copyist, miners, then: (typeof set === 'object' ? set.type : set) === 'May2025' };
}

function* strongest(netuid: number): Asking<{ readonly honest: readonly Account[]; readonly stake: bigint }> {
  const permits = yield* read<readonly boolean[]>('SubtensorModule.ValidatorPermit', netuid);
  const uids = permits.flatMap((permit, uid) => (permit ? [uid] : []));
  const hotkeys = yield* readAll<Account>(uids.map((uid) => ({ item: 'SubtensorModule.Keys', keys: [netuid, uid] })));
  const stakes = yield* readAll<bigint>(hotkeys.map((hotkey) => ({ item: 'SubtensorModule.TotalHotkeyAlpha', keys: [hotkey, 0] })));
  const stake = stakes.reduce((most, one) => (one > most ? one : most), 0n);
  const honest = hotkeys.filter((_, i) => stakes[i] === stake).slice(0, HONEST);
  if (honest.length < HONEST) throw sdkError('NotOnThisChain', { netuid, wanted: `${HONEST} validators of equal root stake` });
  return { honest, stake };
}

/** Buys a place for a hotkey that owns itself; limits on how many come at once are put off. */
function* join(netuid: number, who: Account): Asking<void> {
  yield* setBalance(who, POCKET_RAO);
  for (const item of ['RegistrationsThisBlock', 'RegistrationsThisInterval']) yield* write(`SubtensorModule.${item}`, [netuid], 0);
  yield* call(who, 'SubtensorModule.burned_register', { netuid, hotkey: who });
}

function* uidOf(netuid: number, hotkey: Account): Asking<number> {
  const uid = yield* read<number | undefined>('SubtensorModule.Uids', netuid, hotkey);
  if (uid === undefined) throw sdkError('NotOnThisChain', { netuid, hotkey });
  return uid;
}

/** What is true in an epoch: the best miner is another one in each. */
function rankingOf(miners: readonly number[], turn: number): Row {
  return { uids: [...miners], values: miners.map((_, i) => SCORES[(i + turn) % SCORES.length]!) };
}

function* speak({ order, then }: Scene, kept: Map<Account, Row>, validators: readonly Account[], row: Row): Asking<void> {
  yield { kind: 'calls', calls: validators.flatMap((who) => sayWeights({ order, then, who, row, before: kept.get(who) })) };
  for (const who of validators) kept.set(who, row);
}

/** Those that work go first; the copyist reads what stands on the chain then, and says the same. */
function* speakAndCopy(scene: Scene, kept: Map<Account, Row>, truth: Row): Asking<void> {
  const { honest, copyist, order: { netuid } } = scene;
  yield* speak(scene, kept, honest, truth);
  const seen = yield* read<readonly (readonly [uid: number, weight: number])[]>('SubtensorModule.Weights', netuid, yield* uidOf(netuid, honest[0]!));
  yield* speak(scene, kept, [copyist], { uids: seen.map(([to]) => to), values: seen.map(([, weight]) => weight) });
}

interface Saying {
  readonly order: CopierOrder;
  readonly then: boolean;
  readonly who: Account;
  readonly row: Row;
  /** What it committed in the epoch before. */
  readonly before: Row | undefined;
}

function sayWeights({ order: { netuid, way }, then, who, row, before }: Saying): CallWish[] {
  const { uids, values } = row;
  if (way === 'open') return [{ who, name: 'SubtensorModule.set_weights', args: { netuid, dests: [...uids], weights: [...values], version_key: 0n } }];
  if (way === 'hash') {
    const commit = { who, name: 'SubtensorModule.commit_weights', args: { netuid, commit_hash: commitHash({ hotkey: who, netuid, mechanism: 0, uids, values, salt: SALT, versionKey: '0' }) } };
    const reveal = before === undefined ? [] : [{ who, name: 'SubtensorModule.reveal_weights', args: { netuid, uids: [...before.uids], values: [...before.values], salt: [...SALT], version_key: 0n } }];
    return [...reveal, commit];
  }
  const { round, publicKey } = KNOWN_ROUND;
  const payload = then ? encode(PLAIN_PAYLOAD, { uids: [...uids], values: [...values], version_key: 0n }) : sealedPayload(who, row, 0n);
  const commit = sealUntilRound(payload, round, publicKey);
  return [then
    ? { who, name: 'SubtensorModule.commit_crv3_weights', args: { netuid, commit, reveal_round: round } }
    : { who, name: 'SubtensorModule.commit_timelocked_weights', args: { netuid, commit, reveal_round: round, commit_reveal_version: 4 } }];
}

function* untilEpoch(netuid: number): Asking<void> {
  const from = yield* read<bigint>('SubtensorModule.LastMechansimStepBlock', netuid);
  for (let i = 0; i < PATIENCE_BLOCKS; i++) {
    yield* mine(1);
    if ((yield* read<bigint>('SubtensorModule.LastMechansimStepBlock', netuid)) > from) return;
  }
  throw sdkError('NotOnThisChain', { netuid, wanted: 'epochs', block: yield* blockNumber() });
}

/** Alpha that the last epoch gave each, root's part included: nobody has weights on them. */
function* paidTo(netuid: number, hotkeys: readonly Account[]): Asking<bigint[]> {
  const emission = yield* read<readonly bigint[]>('SubtensorModule.Emission', netuid);
  const paid: bigint[] = [];
  for (const hotkey of hotkeys) paid.push(emission[yield* uidOf(netuid, hotkey)] ?? 0n);
  return paid;
}
