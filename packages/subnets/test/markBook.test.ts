import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createEmbedSubnet, createUseLite, USE_LITE } from '../src/index.ts';
import { MarkBook } from '../src/roles/markBook.ts';

const folder = await mkdtemp(join(tmpdir(), 'taonet-book-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const marks = (count: number, value: number) => Array.from({ length: count }, () => ({ value, reason: '' }));
const miner = (uid: number, hotkey = `h${uid}`, coldkey = `c${uid}`) => ({ uid, hotkey, coldkey });

describe('mark book', () => {
  it('outlives a restart', async () => {
    const path = join(folder, 'kept.json');
    const book = await MarkBook.open(path);
    book.record(miner(1), marks(4, 1));
    await book.save();
    expect((await MarkBook.open(path)).standings()).toEqual(book.standings());
    await writeFile(path, (await readFile(path, 'utf8')).replace('"version":1', '"version":0'));
    expect((await MarkBook.open(path)).standings().size).toBe(0);
  });

  it('starts a uid anew when it changes hands', async () => {
    const book = await MarkBook.open(join(folder, 'hands.json'));
    book.record(miner(1), marks(9, 1));
    book.record(miner(1, 'other'), marks(1, 0.5));
    expect(book.standings().get(1)).toMatchObject({ answers: 1, mean: 0.5 });
    book.keepOnly([miner(1, 'third')]);
    expect(book.standings().size).toBe(0);
  });

  it('keeps the last marks of each track, and divides each share among its own winners', async () => {
    const tracks = [{ name: '', share: 0.7, caution: 1, window: 4 }, { name: 'open', share: 0.3, caution: 3, window: 6 }];
    const book = await MarkBook.open(join(folder, 'tracks.json'), tracks);
    const open = (count: number, value: number) => marks(count, value).map((mark) => ({ ...mark, track: 'open', chance: 0.25 }));
    book.record(miner(1), [...marks(4, 0), ...open(6, 0), ...marks(4, 1)]);
    book.record(miner(2), [...marks(4, 0), ...open(9, 1)]);
    book.record(miner(3), [...marks(4, 0), ...open(6, 0.25)]);
    expect([...book.standings().values()].map(({ answers, raw }) => [answers, raw])).toEqual([[10, 0.7], [10, 0.3], [10, 0]]);
    book.record(miner(2), open(6, 0));
    expect([...book.standings().values()].map(({ raw }) => raw)).toEqual([0.7, 0, 0]);
  });

  it('pays one uid of a coldkey', async () => {
    const book = await MarkBook.open(join(folder, 'farm.json'));
    book.record(miner(1, 'a', 'farm'), marks(9, 0.6));
    book.record(miner(2, 'b', 'farm'), marks(9, 0.9));
    book.record(miner(3), marks(9, 0.5));
    const raw = (uid: number) => book.standings().get(uid)!.raw;
    expect([raw(1), raw(2) > 0, raw(3) > 0]).toEqual([0, true, true]);
  });
});

it('what was done for users is marked as the validator\'s own tasks are', async () => {
  const kind = createEmbedSubnet(createUseLite);
  const [examiner, honest, lazy] = [await kind.createExaminer(), await kind.createWorker('honest', 'h'), await kind.createWorker('lazy', 'l')];
  const request = { model: USE_LITE, inputs: ['what a user wanted to know about boats'] };
  const valueOf = async (body: unknown) => (await examiner.markOrganic!(request, { ok: true, body, elapsedMs: 0 })).value;
  expect([await valueOf(await honest.answer(request)), await valueOf(await lazy.answer(request))]).toEqual([1, 0]);
});
