/** The paper's words mean what the glossary says, and their figures are the chain's. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createWorlds, showRow, type Shown } from '../src/index.ts';
import { TERM_ROWS } from '../src/terms/rows.ts';

const worlds = await createWorlds();
const glossary = readFileSync(new URL('../../../GLOSSARY.md', import.meta.url), 'utf8').split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
const shownOf = async (id: string): Promise<Shown> => showRow(TERM_ROWS.find((row) => row.id === id)!, worlds);

test('there are nineteen, in the order of the alphabet', () => {
  expect(TERM_ROWS).toHaveLength(19);
  expect(new Set(TERM_ROWS.map(({ title }) => title)).size).toBe(19);
});

test.each(TERM_ROWS)('$id: the glossary says the same of $title', ({ title, means }) => {
  const entry = glossary.find(([, words]) => words?.split(', ').some((word) => word.toLowerCase() === title.toLowerCase()));
  expect(entry?.[2]).toBe(means);
});

describe('their figures', () => {
  test('T1 alpha: a block makes more than one, at most two', async () => {
    expect(await shownOf('T1')).toMatchObject({ 'then: made by one block': '1.8 alpha', 'now: made by one block': '1.8 alpha' });
  });
  test('T2 AMM: equal reserves give the same price, the fee aside', async () => {
    expect(await shownOf('T2')).toMatchObject({ 'then: kind of pool': 'ConstantProduct', 'now: kind of pool': 'Weighted', 'then: 100 TAO buy': '79.20788158 alpha' });
  });
  test('T3 emission: the one subnet gets the whole TAO of a block', async () => {
    expect(await shownOf('T3')).toMatchObject({ 'then: TAO into the pool of subnet 1, per block': '1 TAO', 'now: TAO into the pool of subnet 1, per block': '1 TAO' });
  });
  test('T4 halving schedule: one falls among four blocks', async () => {
    expect(await shownOf('T4')).toMatchObject({ 'now: made by the four blocks around it': '1 TAO, 1 TAO, 0.5 TAO, 0.5 TAO', 'now: after the second and the third': '0.25 TAO, 0.125 TAO' });
  });
  test('T5 metagraph: ranks then, none now', async () => {
    const shown = await shownOf('T5');
    expect(shown['then: columns stored']).toMatch(/^11: Rank, Trust/);
    expect(shown['now: columns stored']).toMatch(/^8: Consensus/);
  });
  test('T6 miner: all of the incentive, half of what is shared', async () => {
    expect(await shownOf('T6')).toMatchObject({ 'then: paid to it by one epoch': '4.510025172 alpha', 'now: of what miners and validators get': '50.00 %' });
  });
  test('T7 root: stake in TAO, no alpha', async () => {
    expect(await shownOf('T7')).toMatchObject({ 'then: staked on root': '310,000 TAO', 'now: alpha of root': '0 alpha' });
  });
  test('T8 stake weight: alpha and 0.18 of root', async () => {
    expect((await shownOf('T8'))['then: of //Alice//validator on subnet 1']).toMatch(/^0 alpha \+ 100,002\.\d+ TAO × 0\.18 = 18,000\./);
  });
  test('T9 staking: less alpha than at the price before', async () => {
    expect(await shownOf('T9')).toMatchObject({ 'then: less by': '0.990 %', 'now: less by': '1.039 %' });
  });
  test('T10 subnet: the next number is its', async () => {
    expect(await shownOf('T10')).toMatchObject({ 'then: number of the new one': '2', 'now: its price': '1,000 TAO' });
  });
  test('T11 subnet pool: root\'s alpha is sold then, and stays now', async () => {
    const shown = await shownOf('T11');
    expect(shown['now: after one block']).toBe('10,001 TAO and 8,000.8 alpha');
    expect(shown['then: after one block']).toMatch(/^10,000\.5\d+ TAO and 8,001\.1\d+ alpha$/);
  });
  test('T12 TAO: one a block, none after 21 million', async () => {
    expect(await shownOf('T12')).toMatchObject({ 'then: made by one block': '1 TAO', 'now: made once 21,000,000 are there': '0 TAO' });
  });
  test('T13 TAO weight: 0.18 here, 0.0527 unless set', async () => {
    expect(await shownOf('T13')).toMatchObject({ 'then: where nobody set it': '0.0527', 'now: here': '0.1800' });
  });
  test('T14 tensor: only a name', async () => {
    expect((await shownOf('T14'))['now: storage items and calls that deal with one']).toMatch(/^0 of /);
  });
  test('T15 UID: a newcomer gets the next one', async () => {
    expect(await shownOf('T15')).toMatchObject({ 'then: a newcomer gets': '5', 'now: taken on subnet 1': '5 of 256' });
  });
  test('T16 unstaking: what goes to and fro loses the fees', async () => {
    expect(await shownOf('T16')).toMatchObject({ 'then: lost on the way': '0.005049495 TAO', 'now: lost on the way': '0.100186375 TAO' });
  });
  test('T17 validator: a third each', async () => {
    expect((await shownOf('T17'))['now: dividends of three with the same stake']).toBe('33.3 %, 33.3 %, 33.3 %');
  });
  test('T18 validator permit: all with stake above the threshold', async () => {
    expect(await shownOf('T18')).toMatchObject({ 'then: permits on subnet 1': '4 of 6 neurons', 'now: most there can be': '64' });
  });
  test('T19 Yuma Consensus: a third of the stake moves nothing', async () => {
    expect(await shownOf('T19')).toMatchObject({ 'then: consensus': '20.0 %', 'now: of the third\'s weights counts': '30.0 %' });
  });
});
