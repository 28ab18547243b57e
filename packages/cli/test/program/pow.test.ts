/** Places by work: looked for with threads, stopped with Ctrl-C, gone on with, handed in. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../src/exitCodes.ts';
import { Program } from './program.ts';

const INTERRUPTED = 130;

let program: Program;
beforeAll(async () => {
  program = await Program.start(['--block-time', '300ms']);
}, 90_000);
afterAll(() => program.stop());

interface Registered { registered: boolean; uid: number | null; block: number | null; hashes: number; work: { block: number; nonce: string; seal: string } | null; state: string }
interface Kept { hashes: number; seconds: number; block: { number: number; hash: string; from: string; next: string } | null }

const pow = (hotkey: string, ...more: string[]): string[] => ['pow', 'register', '1', '-w', '//Dave', '-H', hotkey, '--threads', '1', '--json', ...more];
const freeRao = async (account: string): Promise<bigint> => BigInt((await program.run(['query', 'System.Account', account, '--json'])).json<{ value: { data: { free: string } } }>().value.data.free);
const setDifficulty = async (difficulty: bigint): Promise<void> => {
  const { status, err } = await program.run(['tx', 'AdminUtils.sudo_set_difficulty', 'netuid=1', `difficulty=${difficulty}`, '--sudo', '-w', '//Alice', '-y', '--json']);
  expect([status, err]).toEqual([EXIT.done, err]);
};

describe('pow register', () => {
  it('a hotkey that owns nothing gets a place, nobody pays', async () => {
    const before = await freeRao('//Dave');
    const { status, json, err } = await program.run(pow('//Dave//first'));
    expect([status, err]).toEqual([EXIT.done, err]);
    const { registered, uid, work, block } = json<Registered>();
    expect(registered).toBe(true);
    expect(uid).toBeGreaterThanOrEqual(4);
    expect([1, 2]).toContain(block! - work!.block);
    expect(await freeRao('//Dave')).toBe(before);
    expect((await program.run(pow('//Dave//first'))).json<{ error: { message: string } }>().error.message).toContain('already');
  });

  it('Ctrl-C keeps the search, the same command goes on with it', async () => {
    await setDifficulty(1n << 50n);
    const state = join(program.home, 'search.json');
    const running = program.launch(pow('//Dave//second', '--state', state));
    await running.until(/Ctrl-C stops/);
    // Some work is behind it by then.
    await program.run(['pow', 'estimate', '1', '--threads', '1']);
    running.child.kill('SIGINT');
    const stopped = await running.answer;
    expect([stopped.status, stopped.err]).toEqual([INTERRUPTED, stopped.err]);
    expect(stopped.json<Registered>()).toMatchObject({ registered: false, uid: null, work: null, state });
    const kept = JSON.parse(readFileSync(state, 'utf8')) as Kept;
    expect(kept.hashes).toBeGreaterThan(0);

    const second = await program.run(pow('//Dave//second', '--state', state, '--max-time', '1'));
    expect(second.status).toBe(EXIT.timeout);
    expect(second.err).toContain('are behind it');
    expect(second.json<Registered>().hashes).toBeGreaterThan(kept.hashes);

    await setDifficulty(1_000n);
    const third = await program.run(pow('//Dave//second', '--state', state));
    expect([third.status, third.err]).toEqual([EXIT.done, third.err]);
    expect(third.json<Registered>().hashes).toBeGreaterThan(second.json<Registered>().hashes);
    expect(existsSync(state)).toBe(false);
  });

  it('says where nobody comes by work', async () => {
    expect((await program.run(['pow', 'register', '0', '-w', '//Dave', '--json'])).status).toBe(EXIT.validation);
    expect((await program.run(['pow', 'register', '77', '-w', '//Dave', '--json'])).status).toBe(EXIT.validation);
    expect((await program.run(['pow', 'register', '1', '-w', '//Dave', '-H', '//Alice//validator', '--json'])).status).toBe(EXIT.validation);
  });
});

it('pow estimate: work beside burn', async () => {
  const { json } = await program.run(['pow', 'estimate', '1', '--json', '--hash-rate', '1000000', '--watts', '36', '--kwh-price', '0.5', '--tao-price', '100']);
  const { difficulty, byWork, byBurn } = json<{ difficulty: string; byWork: Record<string, number>; byBurn: Record<string, string> }>();
  expect(byWork['secondsMean']).toBeCloseTo(Number(difficulty) / 1e6, 9);
  expect(byWork['kWh']).toBeCloseTo(byWork['secondsMean']! * 1e-5, 12);
  expect(byWork['tao']).toBeCloseTo((byWork['kWh']! * 0.5) / 100, 15);
  expect(BigInt(byBurn['totalRao']!)).toBe(BigInt(byBurn['burnRao']!) + BigInt(byBurn['feeRao']!));
  expect(BigInt(byBurn['feeRao']!)).toBeGreaterThan(0n);
});
