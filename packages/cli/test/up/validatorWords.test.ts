import { expect, it } from 'vitest';
import { createTeller } from '../../src/up/validatorWords.ts';

const refused = { what: 'refused', block: 1, refusal: 'NothingScored', steps: [] } as const;
const round = (score: number) => ({ what: 'round', block: 1, scores: new Map([[1, score]]) }) as const;

function told(...events: readonly Parameters<ReturnType<typeof createTeller>>[0][]): string[] {
  const words: string[] = [];
  const tell = createTeller('store owner', (text) => words.push(text));
  for (const event of events) tell(event);
  return words;
}

it('a validator that has scored nobody yet is quiet, but not for ever', () => {
  expect(told(refused, round(0), refused, round(0), refused)).toEqual([]);
  expect(told(round(0), round(0), round(0), refused)).toEqual(['store owner: no weights: no miner has done anything worth a weight']);
});

it('says when there are no weights any more, and what failed', () => {
  expect(told(round(1), refused)).toHaveLength(1);
  expect(told({ what: 'failed', block: 1, doing: 'sync', error: new Error('no chain') })).toEqual(['store owner: sync failed: no chain']);
});
