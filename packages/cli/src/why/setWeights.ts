/** The fix that a validator sets weights, the way its subnet wants them. */

import type { OnEpoch } from './checks/onEpoch.ts';
import { byCalls, keyName, subtensor, type Fix } from './fix.ts';

/** `to`: a miner that is to be among them; else all that are no validators. `by`: one validator, or several. */
export function setWeights(facts: OnEpoch, by: number | readonly number[], text: string, to?: number): Fix {
  const all = typeof by === 'number' ? [by] : by;
  const fixes = all.map((uid) => setWeightsOf(facts, uid, text, to));
  return { text: fixes[0]?.text ?? text, commands: fixes.flatMap(({ commands }) => commands) };
}

/** Validators whose stake together makes a kappa majority, the largest first, beside those that `have` it already. */
export function majority({ epoch }: OnEpoch, have: readonly number[] = []): number[] {
  const stake = epoch.stages.activeStake;
  const needed = (BigInt(epoch.input.kappaU16) << 32n) / 65_535n;
  let sum = have.reduce((total, uid) => total + stake[uid]!, 0n);
  const chosen: number[] = [];
  for (const uid of epoch.voters.filter((one) => !have.includes(one)).sort((a, b) => Number(stake[b]! - stake[a]!))) {
    if (sum > needed && chosen.length > 0) break;
    chosen.push(uid);
    sum += stake[uid]!;
  }
  return chosen;
}

function setWeightsOf({ subnet, epoch }: OnEpoch, by: number, text: string, to?: number): Fix {
  const { input } = epoch;
  const hotkey = epoch.hotkeys[by] ?? '';
  const miners = epoch.hotkeys.map((_, uid) => uid).filter((uid) => uid !== by && uid !== input.ownerUid && !epoch.stages.oldPermits[uid]);
  const uids = [...new Set([...(to === undefined || to === by ? [] : [to]), ...miners])].sort((a, b) => a - b);
  if (uids.length === 0) return { text: `${text.replace(/:$/, '.')} But there are no miners yet to set them on.`, commands: [] };
  if (epoch.commits.isOn) return { text, commands: [`taonet weights set --netuid ${subnet.netuid} --uids ${uids.join(',')} --weights ${uids.map(() => 1).join(',')} --hotkey ${keyName(hotkey)}`] };
  const weights = { dests: uids, weights: uids.map(() => 1), version_key: epoch.versionKey };
  const call = epoch.mechanism === 0 ? subtensor('set_weights', { netuid: subnet.netuid, ...weights }) : subtensor('set_mechanism_weights', { netuid: subnet.netuid, mecid: epoch.mechanism, ...weights });
  return byCalls(text, [{ hotkey }, call]);
}
