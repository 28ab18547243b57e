/**
 * Kills a node again and again, at random moments and right after an acknowledgement, over one data folder: no torn block,
 * nothing acknowledged lost. The moments come from a seed, but how far the node is by then does not.
 */

import { setImmediate } from 'node:timers/promises';
import { createHashers, cryptoReady, keyFromUri } from '@taonet/crypto';
import type { Hashers } from '@taonet/primitives';
import { Random } from '../fuzz/random.ts';
import { inspect } from './inspection.ts';
import { emptyJournal, type Journal } from './journal.ts';
import { Victim } from './victim.ts';
import { CLOCK_WORK, MANUAL_WORK, type Shift } from './work.ts';

export interface CrashOptions {
  readonly kills: number;
  readonly seed: number;
  /** Arguments of node itself that start the program, blocks by the clock or by request. */
  readonly argsOf: (pace: 'manual' | 'clock') => readonly string[];
  /** Told after each life. */
  readonly onLife?: (life: number, pieces: number) => void;
}

const MOST_PIECES = 8;
/** Turns of the event loop, some microseconds each: into the midst of whatever the node does. */
const MOST_TURNS = 4000;

/** What did not hold, with the life it was found in. */
export async function runCrashes({ kills, seed, argsOf, onLife }: CrashOptions): Promise<string[]> {
  const hashers = await createHashers();
  await cryptoReady();
  const sender = keyFromUri('//Alice');
  const random = new Random(seed);
  const wrong: string[] = [];
  let possible: readonly Journal[] = [emptyJournal()];
  let together: readonly string[] = [];
  for (let life = 0; life <= kills && wrong.length === 0; life++) {
    const pace = random.oneIn(2) ? 'clock' : 'manual';
    const victim = await Victim.start(argsOf(pace));
    const judged = await judge(victim, hashers, possible, together);
    wrong.push(...judged.wrong.map((what) => `life ${life}: ${what}`));
    if (life === kills) {
      victim.kill();
      await victim.gone();
      break;
    }
    const shift: Shift = { victim, random, sender, journal: judged.journal, inDoubt: undefined, together: [], snapshot: undefined };
    const pieces = await workAndDie(shift, pace === 'clock' ? CLOCK_WORK : MANUAL_WORK);
    const fault = victim.wrong();
    if (fault !== undefined) wrong.push(`life ${life}: ${fault}`);
    if (pace === 'clock') noteTold(shift.journal, victim.told);
    possible = shift.inDoubt === undefined ? [shift.journal] : [shift.journal, shift.inDoubt];
    together = shift.together;
    onLife?.(life, pieces);
  }
  return wrong;
}

/** Which of the journals that may be true is; what is wrong with the first one when none is. */
async function judge({ rpc }: Victim, hashers: Hashers, possible: readonly Journal[], together: readonly string[]): Promise<{ readonly journal: Journal; readonly wrong: readonly string[] }> {
  const there = await Promise.all(together.map(async (key) => (await rpc.call('state_getStorage', key)) !== null));
  const torn = new Set(there).size > 1 ? ['a write was carried out in part'] : [];
  let first: readonly string[] | undefined;
  for (const journal of possible) {
    const wrong = await inspect(rpc, hashers, journal);
    if (wrong.length === 0) return { journal, wrong: torn };
    first ??= wrong;
  }
  return { journal: possible[0]!, wrong: [...torn, ...first!] };
}

/** How many pieces of work were acknowledged. */
async function workAndDie(shift: Shift, work: typeof MANUAL_WORK): Promise<number> {
  const { victim, random } = shift;
  const pieces = random.below(MOST_PIECES);
  for (let done = 0; done < pieces; done++) await random.weighted(work)(shift);
  if (random.oneIn(2)) {
    // in the midst of a piece; if it is done by then, right after it
    let end: { readonly thrown?: unknown } | undefined;
    void random.weighted(work)(shift).then(() => { end = {}; }, (thrown: unknown) => { end = { thrown }; });
    for (let left = random.below(MOST_TURNS); left > 0 && end === undefined; left--) await setImmediate();
    victim.kill();
    if (end?.thrown !== undefined) throw end.thrown;
  } else victim.kill();
  await victim.gone();
  return pieces;
}

function noteTold(journal: Journal, told: ReadonlyMap<number, string>): void {
  for (const [number, hash] of told) {
    journal.blocks.set(number, hash);
    journal.head = Math.max(journal.head, number);
    journal.finalized = Math.max(journal.finalized, number);
  }
}
