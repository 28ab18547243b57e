/** The fix that a validator sets weights, the way its subnet wants them. */

import { shown } from '../names.ts';
import type { OnEpoch } from './checks/onEpoch.ts';
import { byCalls, subtensor, type Fix } from './fix.ts';

/** `to`: a miner that is to be among them; else all that are no validators. */
export function setWeights({ subnet, epoch }: OnEpoch, by: number, text: string, to?: number): Fix {
  const { input } = epoch;
  const hotkey = epoch.hotkeys[by] ?? '';
  const miners = epoch.hotkeys.map((_, uid) => uid).filter((uid) => uid !== by && uid !== input.ownerUid && !epoch.stages.oldPermits[uid]);
  const uids = [...new Set([...(to === undefined || to === by ? [] : [to]), ...miners])].sort((a, b) => a - b);
  if (uids.length === 0) return { text: `${text} But there are no miners yet.`, commands: [] };
  if (epoch.commits.isOn) return { text, commands: [`taonet weights set --netuid ${subnet.netuid} --uids ${uids.join(',')} --weights ${uids.map(() => 1).join(',')} --hotkey ${shown(hotkey)}`] };
  return byCalls(text, [{ hotkey }, subtensor('set_mechanism_weights', { netuid: subnet.netuid, mecid: epoch.mechanism, dests: uids, weights: uids.map(() => 1), version_key: epoch.versionKey })]);
}
