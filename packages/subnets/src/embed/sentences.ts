/** Sentences to embed, drawn from a small grammar: many enough that no table of answers can hold them. */

import type { Draw } from '../task/draw.ts';

const WHO = ['a tired gardener', 'the night nurse', 'our neighbour', 'an honest clerk', 'the youngest pilot', 'a retired baker', 'the harbour master', 'two students', 'the choir', 'a stubborn farmer', 'the librarian', 'an old sailor', 'the welder', 'my aunt', 'the referee', 'a careful surgeon'];
const DID = ['repaired', 'painted', 'measured', 'forgot', 'sold', 'carried', 'described', 'counted', 'returned', 'hid', 'weighed', 'photographed', 'washed', 'borrowed', 'inspected', 'traded'];
const WHAT = ['a broken clock', 'nine copper pipes', 'the green bicycle', 'a box of letters', 'the village map', 'three loaves of bread', 'an empty barrel', 'the winter coats', 'a jar of honey', 'the signed contract', 'some rusty nails', 'a pair of skis', 'the telescope', 'a bag of lentils', 'the church bell', 'a silver spoon'];
const WHERE = ['behind the old mill', 'near the southern gate', 'on the frozen lake', 'in a crowded tram', 'under the bridge', 'at the edge of the forest', 'inside the greenhouse', 'beside the quarry', 'above the workshop', 'on the market square'];
const WHEN = ['before sunrise', 'during the storm', 'after the last train', 'at noon', 'while nobody watched', 'on a Tuesday in March', 'as the fog lifted', 'shortly after the concert', 'for the second time', 'during the long strike'];
const WHY = ['because the road was closed', 'to settle a debt', 'although it was forbidden', 'so that the children could sleep', 'without saying a word', 'in exchange for a favour', 'since the roof had leaked', 'to win a small bet', 'hoping for better weather', 'as the law requires'];

/** One sentence of 12 to 25 words; about 10^9 different ones. */
export function drawSentence(draw: Draw): string {
  const number = 2 + draw.below(9_998);
  const order = draw.below(3);
  const core = `${draw.pick(WHO)} ${draw.pick(DID)} ${draw.pick(WHAT)} ${draw.pick(WHERE)}`;
  const [when, why] = [draw.pick(WHEN), draw.pick(WHY)];
  const told = [`${when} ${core} ${why}`, `${core} ${when} ${why}`, `${why} ${core} ${when}`][order]!;
  return `${told}, entry ${number}`;
}
