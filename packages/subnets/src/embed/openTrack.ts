/**
 * Embed's open track: any model may be used, and what counts is what its vectors are good for. A request holds a dozen meanings from
 * WordNet and, in another order, the sentences that show them; each meaning should lie nearest to its own sentence.
 *
 * WordNet is public: who keeps it as a table finds every sentence without any model. That is why this track pays the smaller part, and
 * why users are served by the other one.
 */

import type { Reply } from '../subnetKind.ts';
import type { Draw } from '../task/draw.ts';
import { MAIN_TRACK, type Mark, type Track } from '../task/score.ts';
import { cosine, vectorFromBase64 } from './embedder.ts';
import { readEmbedAnswer } from './embedWire.ts';
import type { GlossPair } from './wordnet.ts';

/** The name under which any model is asked for. */
export const OPEN_MODEL = 'open';
/** Meanings in one request; each is a task, to find one sentence among as many. */
export const OPEN_PAIRS = 12;
/** More numbers than any model's vector has that is worth its traffic. */
const MAX_DIMENSIONS = 4_096;

export const VERIFIED_TRACK: Track = { ...MAIN_TRACK, share: 0.7 };
/** Guessing gets a quarter here, and seldom the same: hence the caution, and many marks. */
export const OPEN_TRACK: Track = { name: 'open', share: 0.3, caution: 3, window: 192 };

/** The mean of 1/rank when every rank is as likely: what vectors get that know nothing. */
const CHANCE = Array.from({ length: OPEN_PAIRS }, (_, i) => 1 / (i + 1)).reduce((sum, one) => sum + one) / OPEN_PAIRS;

/** Every text of a request begins with the same few words that say nothing, so that reading beginnings is worth nothing. */
const LEADS = ['and this is what: ', 'it is like this: ', 'so this is it: ', 'that is to say: '] as const;

export interface OpenTask {
  /** The meanings, then the sentences. */
  readonly inputs: readonly string[];
  /** For each meaning the place of its sentence among the sentences. */
  readonly places: readonly number[];
}

/** All pairs of one list: a verb among nouns would be found by its kind. */
export function drawOpenTask(draw: Draw, lists: readonly (readonly GlossPair[])[]): OpenTask {
  const list = draw.pick(lists);
  const lead = draw.pick(LEADS);
  const chosen = new Set<GlossPair>();
  while (chosen.size < OPEN_PAIRS) chosen.add(draw.pick(list));
  const pairs = [...chosen];
  const order = shuffle(draw, pairs.map((_, i) => i));
  return {
    inputs: [...pairs.map(({ gloss }) => gloss), ...order.map((i) => pairs[i]!.example)].map((text) => lead + text),
    places: pairs.map((_, i) => order.indexOf(i)),
  };
}

function shuffle(draw: Draw, numbers: readonly number[]): number[] {
  const left = [...numbers];
  return numbers.map(() => left.splice(draw.below(left.length), 1)[0]!);
}

/** One mark for each meaning: 1 / the rank of its sentence; 0 where a vector is missing. */
export function markOpenAnswer({ places }: OpenTask, reply: Reply, deadlineMs: number): Mark[] {
  const vectors = vectorsOf(reply, deadlineMs);
  return places.map((place, i): Mark => {
    const mark = { chance: CHANCE, track: OPEN_TRACK.name };
    if (typeof vectors === 'string') return { ...mark, value: 0, reason: vectors };
    const [meaning, sentences] = [vectors[i], vectors.slice(OPEN_PAIRS)];
    const own = sentences[place];
    if (meaning === undefined || own === undefined) return { ...mark, value: 0, reason: `no vector for meaning ${i}` };
    const nearness = cosine(meaning, own);
    // Others that are just as near count as nearer: the same vector for everything is no answer.
    const rank = 1 + sentences.filter((sentence, at) => at !== place && cosine(meaning, sentence) >= nearness).length;
    return { ...mark, value: 1 / rank, reason: rank === 1 ? '' : `the sentence for meaning ${i} is number ${rank}` };
  });
}

/** The vectors of an answer in time, or what is wrong with it. */
function vectorsOf(reply: Reply, deadlineMs: number): readonly Float32Array[] | string {
  if (!reply.ok) return reply.reason;
  if (reply.elapsedMs > deadlineMs) return 'late';
  const texts = readEmbedAnswer(reply.body)?.vectors.slice(0, 2 * OPEN_PAIRS);
  if (texts === undefined) return 'not an answer to the request';
  const dimensions = Buffer.byteLength(texts[0] ?? '', 'base64') / 4;
  const vectors = texts.map((text) => Number.isInteger(dimensions) && dimensions <= MAX_DIMENSIONS ? vectorFromBase64(text, dimensions) : undefined);
  return vectors.every((vector) => vector !== undefined) ? vectors : `vectors of one length are wanted, of at most ${MAX_DIMENSIONS} numbers`;
}
