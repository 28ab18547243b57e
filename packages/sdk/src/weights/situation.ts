/** What the chain asks of a validator before it takes its weights, and whether this one has it. */

import type { Reads } from '../client/reads.ts';
import { sdkError } from '../errors.ts';
import type { Facts } from '@taonet/primitives';
import { hasVersion4 } from './commit.ts';
import type { WeightList } from './scores.ts';
import { storageIndexOf } from './storageIndex.ts';

/** From this version on weights are sealed; before there were versions they were, too. */
export const FIRST_SEALED_VERSION = 4;

export interface Situation {
  readonly uid: number;
  readonly versionKey: bigint;
  readonly commitReveal: boolean;
  /** 4 and above: time-locked. */
  readonly commitRevealVersion: number;
  readonly revealPeriod: number;
  readonly block: number;
}

export interface WeightsPlace {
  readonly netuid: number;
  readonly mechanism: number;
  readonly hotkey: string;
}

function refused(reason: string, fix: string | undefined, facts: Facts): Error {
  return sdkError('WeightsRefused', { ...facts, reason }, { message: reason, ...(fix === undefined ? {} : { fix }) });
}

/** refuses: WeightsRefused with the chain's reason, before anything is signed */
export async function readSituation(reads: Reads, { netuid, mechanism, hotkey }: WeightsPlace, { uids }: WeightList): Promise<Situation> {
  const S = reads.query.SubtensorModule;
  const index = storageIndexOf(netuid, mechanism);
  const [uid, owner, permits, count, least, versionKey, rateLimit, updates, commitReveal, version, period, { number: block }] = await Promise.all([
    S.Uids(netuid, hotkey), S.SubnetOwnerHotkey(netuid), S.ValidatorPermit(netuid), S.SubnetworkN(netuid), S.MinAllowedWeights(netuid), S.WeightsVersionKey(netuid), S.WeightsSetRateLimit(netuid),
    S.LastUpdate(index), S.CommitRevealWeightsEnabled(netuid), hasVersion4(reads.runtime) ? S.CommitRevealWeightsVersion() : FIRST_SEALED_VERSION, S.RevealPeriodEpochs(netuid), reads.block(),
  ]);
  if (uid === undefined) throw refused(`The hotkey is not registered on subnet ${netuid}.`, 'Register it first: register({ netuid }).', { netuid, hotkey });
  const own = uids.length === 1 && uids[0] === uid;
  if (permits[uid] !== true && !own && owner !== hotkey) throw refused('The neuron has no validator permit.', 'Permits go to the largest stakes at each epoch: stake more on the hotkey, then wait for one.', { netuid, uid });
  const unknown = uids.find((to) => to >= count);
  if (unknown !== undefined) throw refused(`There is no neuron ${unknown} on subnet ${netuid}.`, `Uids go from 0 to ${count - 1}.`, { netuid, uid: unknown, actual: unknown, required: count - 1 });
  if (uids.length < Math.min(least, count) && !own) throw refused(`The subnet wants weights for at least ${Math.min(least, count)} neurons.`, 'Give more neurons a score above 0.', { netuid, actual: uids.length, required: Math.min(least, count) });
  // It will be in the next block at the earliest.
  const since = block + 1 - Number(updates[uid] ?? 0n);
  if ((updates[uid] ?? 0n) > 0n && BigInt(since) < rateLimit) {
    throw refused(`Weights were set ${since} blocks ago; the subnet wants ${rateLimit} between.`, `Wait ${rateLimit - BigInt(since)} blocks.`, { netuid, uid, actual: since, required: rateLimit, passes: true });
  }
  return { uid, versionKey, commitReveal, commitRevealVersion: version, revealPeriod: Number(period), block };
}
