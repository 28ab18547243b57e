/**
 * Makes a subnet that works like another one, on a developer network. How it works is copied; what it is worth is not: the copy pays its own way in, has a pool
 * of its own, and nothing of the original's stake, alpha or price history.
 *
 * source: ours, docs/guides/copying.md
 */

import { utf8ToBytes } from '@taonet/primitives';
import { sdkError } from '../errors.ts';
import { balance, blockNumber, call, entries, mine, read, setBalance, write, type Account, type Asking } from './ask.ts';
import { COPIED_AT_THE_END, COPIED_PARAMETERS } from './items.ts';
import { readOriginal, storageIndexOf, type Original, type OriginalNeuron } from './original.ts';

export interface CopyOrder {
  readonly netuid: number;
  /** Pays for the registration and owns the copy. */
  readonly owner: Account;
  /** The copy's own hotkey and first neuron; the owner's, or nobody's yet. */
  readonly hotkey: Account;
  /** Default: `copy of subnet 1`. */
  readonly name?: string | undefined;
  /** `zero`: the average price begins at 0, as where upstream's rules hold. `live`: as the developer network has it, at the first price. Default: `zero`. */
  readonly history?: 'zero' | 'live';
}

export interface CopyCost {
  /** Of the registration. */
  readonly lockRao: bigint;
  /** Of all places, paid with a gift to their coldkeys. */
  readonly placesRao: bigint;
  readonly feesRao: bigint;
  readonly totalRao: bigint;
}

export interface SubnetCopy {
  readonly original: number;
  readonly netuid: number;
  readonly name: string;
  readonly block: number;
  readonly history: 'zero' | 'live';
  /** Items that the copy has as the original has them. */
  readonly parameters: readonly string[];
  /** Uid in the copy by uid in the original. */
  readonly uids: ReadonlyMap<number, number>;
  /** Hotkeys that could not come along: they belong to nobody. */
  readonly left: readonly Account[];
  /** How many rows of weights were written, and how many weights went to neurons that did not come along. */
  readonly weightRows: number;
  readonly weightsLost: number;
  /** Whether the copy's own hotkey was given what validators agree on as its weights. */
  readonly ownerRow: boolean;
  readonly cost: CopyCost;
}

/** More than any call's fee. */
const FEE_ROOM_RAO = 1_000_000_000n;
const U16_MAX = 65_535;

/** refuses: NotOnThisChain, and what the chain refuses: CannotAffordLockCost, … */
export function* copySubnet(order: CopyOrder): Asking<SubnetCopy> {
  const original = yield* readOriginal(order.netuid);
  if (original === undefined || order.netuid === 0) throw sdkError('NotOnThisChain', { netuid: order.netuid });
  const { history = 'zero' } = order;
  const name = order.name ?? `copy of subnet ${order.netuid}`;
  const birth = yield* register(original, order, name);
  const { netuid } = birth;
  yield { kind: 'copy', items: [...COPIED_PARAMETERS.map((item) => moved(`SubtensorModule.${item}`, original, netuid)), moved('Swap.FeeRate', original, netuid)] };
  if (history === 'zero') yield* write('SubtensorModule.SubnetMovingPrice', [netuid], undefined);
  const seated = yield* seat(original, netuid);
  const startFee = yield* start(netuid, order.owner);
  yield { kind: 'copy', items: [moved(`SubtensorModule.${COPIED_AT_THE_END}`, original, netuid)] };
  // Weights for a neuron count from the block after its registration on.
  yield* mine(1);
  const uids = yield* uidsOf(original, netuid);
  const weights = yield* writeWeights(original, netuid, uids);
  const feesRao = birth.feeRao + startFee + seated.feesRao;
  return {
    original: order.netuid, netuid, name, history, uids, left: seated.left, ...weights,
    block: yield* blockNumber(),
    parameters: [...COPIED_PARAMETERS, 'FeeRate', COPIED_AT_THE_END],
    cost: { lockRao: birth.lockRao, placesRao: seated.paidRao, feesRao, totalRao: birth.lockRao + seated.paidRao + feesRao },
  };
}

const moved = (item: string, { netuid }: Original, to: number): { readonly item: string; readonly from: readonly unknown[]; readonly to: readonly unknown[] } => ({ item, from: [netuid], to: [to] });

/** An ordinary registration: the lock at its present price out of the owner's own balance. The name says what it is. */
function* register(original: Original, { owner, hotkey }: CopyOrder, name: string): Asking<{ readonly netuid: number; readonly lockRao: bigint; readonly feeRao: bigint }> {
  const known = new Set((yield* entries<[number], boolean>('SubtensorModule.NetworksAdded')).map(([[netuid]]) => netuid));
  const before = yield* balance(owner);
  const identity = {
    subnet_name: utf8ToBytes(name), github_repo: NOTHING, subnet_contact: NOTHING, subnet_url: NOTHING, discord: NOTHING, logo_url: NOTHING,
    description: utf8ToBytes(`A copy of subnet ${original.netuid}: its settings, neurons and weights, not its stake, alpha or price.`),
    additional: utf8ToBytes(`copied from subnet ${original.netuid} at block ${yield* blockNumber()}`),
  };
  yield* call(owner, 'SubtensorModule.register_network_with_identity', { hotkey, identity });
  const netuid = (yield* entries<[number], boolean>('SubtensorModule.NetworksAdded')).map(([[one]]) => one).find((one) => !known.has(one));
  if (netuid === undefined) throw sdkError('NotOnThisChain', { netuid: 'new' });
  const lockRao = yield* read<bigint>('SubtensorModule.NetworkLastLockCost');
  return { netuid, lockRao, feeRao: before - (yield* balance(owner)) - lockRao };
}

const NOTHING = new Uint8Array();

interface Seated {
  readonly paidRao: bigint;
  readonly feesRao: bigint;
  readonly left: readonly Account[];
}

/**
 * The original's hotkeys buy places, in the order of their uids, each with its own coldkey's call and a gift that leaves that coldkey as it was. Price and
 * limits stand before each as at the copy's birth: as if they came in their own time.
 */
function* seat({ neurons }: Original, netuid: number): Asking<Seated> {
  const price = yield* read<bigint>('SubtensorModule.Burn', netuid);
  const left: Account[] = [];
  let [paidRao, feesRao] = [0n, 0n];
  for (const { hotkey, coldkey } of neurons) {
    if ((yield* read('SubtensorModule.Uids', netuid, hotkey)) !== undefined) continue;
    if (coldkey === undefined) {
      left.push(hotkey);
      continue;
    }
    yield* openDoor(netuid, price);
    const before = yield* read<bigint>('SubtensorModule.RAORecycledForRegistration', netuid);
    const spent = yield* withGift({ coldkey, hotkey }, price, netuid);
    const paid = (yield* read<bigint>('SubtensorModule.RAORecycledForRegistration', netuid)) - before;
    paidRao += paid;
    feesRao += spent - paid;
  }
  return { paidRao, feesRao, left };
}

function* openDoor(netuid: number, price: bigint): Asking<void> {
  yield { kind: 'write', items: [
    { item: 'SubtensorModule.Burn', keys: [netuid], value: price },
    { item: 'SubtensorModule.RegistrationsThisBlock', keys: [netuid], value: 0 },
    { item: 'SubtensorModule.RegistrationsThisInterval', keys: [netuid], value: 0 },
  ] };
}

/** returns: rao spent, fee included */
function* withGift({ coldkey, hotkey }: { readonly coldkey: Account; readonly hotkey: OriginalNeuron['hotkey'] }, price: bigint, netuid: number): Asking<bigint> {
  const before = yield* balance(coldkey);
  const lent = before + price + FEE_ROOM_RAO;
  yield* setBalance(coldkey, lent);
  yield* call(coldkey, 'SubtensorModule.burned_register', { netuid, hotkey });
  const after = yield* balance(coldkey);
  yield* setBalance(coldkey, before);
  return lent - after;
}

/** As soon as the rules let the owner. returns: fee in rao */
function* start(netuid: number, owner: Account): Asking<bigint> {
  const registered = yield* read<bigint>('SubtensorModule.NetworkRegisteredAt', netuid);
  const delay = yield* read<bigint>('SubtensorModule.StartCallDelay');
  yield* mine(Math.max(0, Number(registered + delay) - (yield* blockNumber()) - 1));
  const before = yield* balance(owner);
  yield* call(owner, 'SubtensorModule.start_call', { netuid });
  return before - (yield* balance(owner));
}

function* uidsOf({ neurons }: Original, netuid: number): Asking<Map<number, number>> {
  const uids = new Map<number, number>();
  for (const { uid, hotkey } of neurons) {
    const there = yield* read<number | undefined>('SubtensorModule.Uids', netuid, hotkey);
    if (there !== undefined) uids.set(uid, there);
  }
  return uids;
}

interface Written {
  readonly weightRows: number;
  readonly weightsLost: number;
  readonly ownerRow: boolean;
}

/**
 * As if each validator had set in this block what it thinks on the original. The copy's own hotkey, which the original does not know, thinks what validators agree
 * on there: today's rules let root's stake speak through it, and without weights of its own the copy's miners would earn nothing.
 */
function* writeWeights(original: Original, netuid: number, uids: ReadonlyMap<number, number>): Asking<Written> {
  const block = BigInt(yield* blockNumber());
  let [weightRows, weightsLost] = [0, 0];
  const ownerRow = ownRow(original, uids);
  for (let mechanism = 0; mechanism < original.mechanisms; mechanism++) {
    const index = storageIndexOf(netuid, mechanism);
    const updates = [...yield* read<readonly bigint[]>('SubtensorModule.LastUpdate', index)];
    const rows = original.weights.filter((one) => one.mechanism === mechanism);
    for (const { uid, row } of mechanism === 0 && ownerRow !== undefined ? [...rows, ownerRow] : rows) {
      const validator = uid === OWN_HOTKEY ? 0 : uids.get(uid);
      const there = row.flatMap(([to, weight]): [number, number][] => (uids.has(to) ? [[uids.get(to)!, weight]] : []));
      if (uid !== OWN_HOTKEY) weightsLost += row.length - there.length;
      if (validator === undefined || there.length === 0) continue;
      yield* write('SubtensorModule.Weights', [index, validator], fullScale(there.sort(([a], [b]) => a - b)));
      updates[validator] = block;
      if (uid !== OWN_HOTKEY) weightRows += 1;
    }
    yield* write('SubtensorModule.LastUpdate', [index], updates);
  }
  return { weightRows, weightsLost, ownerRow: ownerRow !== undefined };
}

/** Stands for the copy's own hotkey where the original's uids are meant. */
const OWN_HOTKEY = -1;

/** undefined: validators agree on nothing, or the copy's own hotkey is one of the original's neurons and comes with its weights. */
function ownRow({ consensus, weights }: Original, uids: ReadonlyMap<number, number>): { readonly uid: number; readonly row: readonly (readonly [number, number])[] } | undefined {
  const row = consensus.flatMap((weight, uid): [number, number][] => (weight > 0 && uids.has(uid) ? [[uid, weight]] : []));
  const comesWithWeights = weights.some(({ mechanism, uid }) => mechanism === 0 && uids.get(uid) === 0);
  return row.length === 0 || comesWithWeights ? undefined : { uid: OWN_HOTKEY, row };
}

/** The largest weight is 65535, as the chain keeps rows. */
function fullScale(row: readonly (readonly [number, number])[]): [number, number][] {
  const largest = Math.max(...row.map(([, weight]) => weight), 1);
  return row.map(([uid, weight]) => [uid, Math.round((weight * U16_MAX) / largest)]);
}
