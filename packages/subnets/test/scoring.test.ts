/** Honest big earns more than honest small, everything else earns nothing: with the real model and real shards on disk. */

import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BEHAVIOURS, createBoardSubnet, createEmbedSubnet, createStoreSubnet, createUseLite } from '../src/index.ts';
import { playRounds, type Result } from './examination.ts';

const folder = await mkdtemp(join(tmpdir(), 'taonet-store-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

function expectDeserved(results: readonly Result[]): void {
  const [honest, small, ...cheats] = results as [Result, Result, ...Result[]];
  expect(honest.share).toBeGreaterThan(0.55);
  expect(small.share).toBeGreaterThan(0.05);
  expect(honest.share + small.share).toBeCloseTo(1, 12);
  for (const cheat of cheats) expect(cheat).toMatchObject({ share: 0 });
}

describe('scoring tables', () => {
  it('Embed pays verified vectors only', async () => {
    expectDeserved(await playRounds(createEmbedSubnet(createUseLite), BEHAVIOURS, 2));
  });

  it('Store pays proven bytes only, round after round', async () => {
    expectDeserved(await playRounds(createStoreSubnet(folder), BEHAVIOURS, 9));
  });

  it('Board pays thought', async () => {
    const engine = createRequire(import.meta.url).resolve('stockfish.js/stockfish.wasm.js');
    expectDeserved(await playRounds(createBoardSubnet(engine), ['honest', 'small', 'copycat', 'garbage'], 3));
  });
});
