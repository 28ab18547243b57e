/** A round that was played honestly audits clean; one that was not is found out. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createEmbedSubnet, createStoreSubnet, createUseLite, findWordnet, secretCommitment, type SubnetKind } from '../src/index.ts';
import { createSharedEmbedder } from './examination.ts';
import { playRound, type Candidate } from '../src/roles/round.ts';
import { auditRound, type RoundRecord } from '../src/roles/transcript.ts';

const folder = await mkdtemp(join(tmpdir(), 'taonet-audit-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const kind = createStoreSubnet(folder);
const secret = new Uint8Array(32).fill(3);
const blockHash = '11'.repeat(32);
let clock = 0;

async function candidate(kind: SubnetKind, uid: number, behaviour: 'honest' | 'lazy'): Promise<Candidate> {
  const worker = await kind.createWorker(behaviour, `${behaviour}-${uid}`);
  return { uid, hotkey: `h${uid}`, memory: undefined, ask: async (request) => ({ body: await worker.answer(request), receipt: 'r' }) };
}

async function record(kind: SubnetKind): Promise<RoundRecord> {
  const candidates = [await candidate(kind, 1, 'honest'), await candidate(kind, 2, 'lazy'), { uid: 3, hotkey: 'h3', memory: undefined, ask: () => Promise.reject(new Error('gone')) }];
  const examiner = await kind.createExaminer();
  const { exams } = await playRound(examiner, { secret, blockHash, candidates, now: () => (clock += 1) });
  return JSON.parse(JSON.stringify({
    subnet: kind.name, netuid: 3, validator: 'v', round: 0, blockNumber: 9, blockHash, exams, tracks: examiner.tracks?.map(({ name }) => name),
    commitment: Buffer.from(secretCommitment(secret)).toString('hex'), secret: Buffer.from(secret).toString('hex'),
  })) as RoundRecord;
}

const honest = await record(kind);
const audit = async (changed: Partial<RoundRecord>) => auditRound({ ...honest, ...changed }, await kind.createExaminer());

describe('audit', () => {
  it('finds nothing in an honest round', async () => {
    expect(honest.exams.map(({ marks }) => Math.max(...marks.map(({ value }) => value)))).toEqual([1, 0, 0]);
    expect(await audit({})).toEqual([]);
  });

  it('finds marks that were not earned', async () => {
    const [first, liar, third] = honest.exams;
    const exams = [first!, { ...liar!, marks: liar!.marks.map((mark) => ({ ...mark, value: 1 })) }, third!];
    expect(await audit({ exams })).toMatchObject([{ uid: 2, problem: expect.stringContaining('marks are 0 0') as string }]);
  });

  it('finds tasks that were not drawn', async () => {
    const [first, ...rest] = honest.exams;
    const [put, ...others] = first!.exchanges;
    const exams = [{ ...first!, exchanges: [{ ...put!, request: { op: 'put', id: '00', bytes: '' } }, ...others] }, ...rest];
    expect((await audit({ exams })).map(({ problem }) => problem)).toContain('task 0 is not the one that was drawn');
  });

  it('wants the committed secret', async () => {
    expect(await audit({ secret: '' })).toMatchObject([{ problem: 'the secret is not revealed yet' }]);
    expect(await audit({ secret: '22'.repeat(32) })).toMatchObject([{ problem: 'the secret is not the one that was committed' }]);
  });
});

describe('audit of the open track', async () => {
  const [openEmbedder, wordnet] = [createSharedEmbedder(await createUseLite()), await findWordnet(folder)];
  const embed = createEmbedSubnet(openEmbedder, wordnet);
  const played = await record(embed);
  const auditWith = async (kind: SubnetKind, changed: Partial<RoundRecord> = {}) => auditRound({ ...played, ...changed }, await kind.createExaminer());
  const onOpen = ({ track }: { readonly track?: string }) => track === 'open';

  it('draws the same meanings and sentences, and gives the same marks', async () => {
    expect(played.tracks).toEqual(['', 'open']);
    expect(played.exams.map(({ marks }) => marks.filter(onOpen).length)).toEqual([12, 12, 12]);
    expect(await auditWith(embed)).toEqual([]);
  });

  it('finds better marks than were earned, and another chance', async () => {
    const [first, lazy, third] = played.exams;
    const withMarks = (change: object) => ({ exams: [first!, { ...lazy!, marks: lazy!.marks.map((mark) => onOpen(mark) ? { ...mark, ...change } : mark) }, third!] });
    for (const change of [{ value: 1 }, { chance: 0 }]) expect(await auditWith(embed, withMarks(change))).toMatchObject([{ uid: 2 }]);
  });

  it('finds a task that was made easier', async () => {
    const [first, ...rest] = played.exams;
    const exchanges = first!.exchanges.map((exchange) => (exchange.request as { model: string }).model === 'open' ? { ...exchange, request: { model: 'open', inputs: ['one'] } } : exchange);
    expect((await auditWith(embed, { exams: [{ ...first!, exchanges }, ...rest] })).map(({ problem }) => problem)).toEqual(['task 3 is not the one that was drawn']);
  });

  it('says when rounds have other tracks than can be audited', async () => {
    const problem = 'the round has 2 tracks, 1 can be audited';
    expect(await auditWith(createEmbedSubnet(openEmbedder))).toEqual([{ uid: undefined, problem }]);
  });
});
