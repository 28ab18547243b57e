/** A round that was played honestly audits clean; one that was not is found out. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createStoreSubnet, secretCommitment } from '../src/index.ts';
import { playRound, type Candidate } from '../src/roles/round.ts';
import { auditRound, type RoundRecord } from '../src/roles/transcript.ts';

const folder = await mkdtemp(join(tmpdir(), 'taonet-audit-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const kind = createStoreSubnet(folder);
const secret = new Uint8Array(32).fill(3);
const blockHash = '11'.repeat(32);
let clock = 0;

async function candidate(uid: number, behaviour: 'honest' | 'lazy'): Promise<Candidate> {
  const worker = await kind.createWorker(behaviour, `${behaviour}-${uid}`);
  return { uid, hotkey: `h${uid}`, memory: undefined, ask: async (request) => ({ body: await worker.answer(request), receipt: 'r' }) };
}

async function record(): Promise<RoundRecord> {
  const candidates = [await candidate(1, 'honest'), await candidate(2, 'lazy'), { uid: 3, hotkey: 'h3', memory: undefined, ask: () => Promise.reject(new Error('gone')) }];
  const examiner = await kind.createExaminer();
  const { exams } = await playRound(examiner, { secret, blockHash, candidates, now: () => (clock += 1) });
  return JSON.parse(JSON.stringify({
    subnet: 'store', netuid: 3, validator: 'v', round: 0, blockNumber: 9, blockHash, exams,
    commitment: Buffer.from(secretCommitment(secret)).toString('hex'), secret: Buffer.from(secret).toString('hex'),
  })) as RoundRecord;
}

const honest = await record();
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
