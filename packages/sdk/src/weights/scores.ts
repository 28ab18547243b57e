/** Scores as people have them become weights as the chain wants them: the largest is 65535, those that round to nothing are left out. */

import type { Reads } from '../client/reads.ts';
import { badInput, sdkError } from '../errors.ts';
import { toAddress } from '../scale/address.ts';

/** By uid or by hotkey; any scale, nothing below zero. A list of pairs, a Map, or a record. */
export type Scores = Readonly<Record<string | number, number>> | Iterable<readonly [uid: number | string, score: number]>;

export interface WeightList {
  readonly uids: readonly number[];
  readonly values: readonly number[];
}

const U16_MAX = 65_535;
const UID_MAX = 65_535;

function pairsOf(scores: Scores): [number | string, number][] {
  const pairs = Symbol.iterator in scores ? [...(scores as Iterable<readonly [number | string, number]>)] : Object.entries(scores);
  return pairs.map(([who, score]) => {
    if (typeof score !== 'number' || !Number.isFinite(score) || score < 0) throw badInput(`score of ${who}`, 'a number of 0 or more', score);
    return [who, score];
  });
}

const isUid = (who: number | string): boolean => (typeof who === 'number' ? Number.isInteger(who) && who >= 0 && who <= UID_MAX : /^\d{1,5}$/.test(who));

/** refuses: BadInput, NoWeights, WeightsRefused (a hotkey that is not registered) */
export async function weightsOf(reads: Reads, netuid: number, scores: Scores): Promise<WeightList> {
  const pairs = pairsOf(scores);
  const hotkeys = pairs.filter(([who]) => !isUid(who)).map(([who]) => toAddress(String(who), 'weights'));
  const uids = await reads.query.SubtensorModule.Uids.many(hotkeys.map((hotkey) => [netuid, hotkey]));
  const uidOf = new Map(hotkeys.map((hotkey, i) => [hotkey, uids[i]]));
  const sums = new Map<number, number>();
  for (const [who, score] of pairs) {
    const uid = isUid(who) ? Number(who) : uidOf.get(toAddress(String(who), 'weights'));
    if (uid === undefined) throw sdkError('WeightsRefused', { netuid, hotkey: String(who) }, { message: `The hotkey ${who} is not registered on subnet ${netuid}.`, fix: 'Leave it out.' });
    if (sums.has(uid)) throw badInput('weights', 'each neuron once', who);
    sums.set(uid, score);
  }
  const largest = Math.max(0, ...sums.values());
  if (largest === 0) throw sdkError('NoWeights', { netuid, given: pairs.length });
  const scaled = [...sums].map(([uid, score]) => [uid, Math.round((score / largest) * U16_MAX)] as const).filter(([, value]) => value > 0).sort(([a], [b]) => a - b);
  return { uids: scaled.map(([uid]) => uid), values: scaled.map(([, value]) => value) };
}
