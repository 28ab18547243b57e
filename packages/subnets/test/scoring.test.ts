/** Honest big earns more than honest small, everything else earns nothing: with the real model and real shards on disk. */

import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BEHAVIOURS, createBoardSubnet, createEmbedSubnet, createStoreSubnet, createUseLite, findWordnet, vectorToBase64, type Worker } from '../src/index.ts';
import { createSharedEmbedder, playRounds, type Result } from './examination.ts';

const folder = await mkdtemp(join(tmpdir(), 'taonet-store-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

function expectDeserved(results: readonly Result[]): void {
  const [honest, small, ...cheats] = results as [Result, Result, ...Result[]];
  expect(honest.share).toBeGreaterThan(0.55);
  expect(small.share).toBeGreaterThan(0.05);
  expect(honest.share + small.share).toBeCloseTo(1, 12);
  for (const cheat of cheats) expect(cheat).toMatchObject({ share: 0 });
}

const openEmbedder = createSharedEmbedder(await createUseLite());

/** Counts words, each in a place of the vector that its letters fix. */
function hashedWords(keyOf: (word: string) => string): Worker {
  return {
    answer(request) {
      const vectors = (request as { inputs: readonly string[] }).inputs.map((input) => {
        const vector = new Float32Array(512);
        for (const word of input.toLowerCase().match(/[a-z]+/g) ?? []) vector[createHash('md5').update(keyOf(word)).digest().readUInt16LE() % vector.length]! += 1;
        return vectorToBase64(vector);
      });
      return Promise.resolve({ vectors });
    },
    close: () => Promise.resolve(),
  };
}

describe('scoring tables', () => {
  it('Embed pays verified vectors only', async () => {
    expectDeserved(await playRounds(createEmbedSubnet(openEmbedder), BEHAVIOURS, 2));
  });

  it('Embed with its open track pays what vectors are good for, too', async () => {
    const results = await playRounds(createEmbedSubnet(openEmbedder, await findWordnet(folder)), BEHAVIOURS, 6);
    expectDeserved(results);
    for (const track of [0, 1]) expectDeserved(results.map((result) => ({ ...result, share: result.onTracks[track]! })));
  });

  it('the open track pays no one for counting words', async () => {
    const kind = createEmbedSubnet(openEmbedder, await findWordnet(folder));
    const cheats: readonly Worker[] = [hashedWords((word) => word), hashedWords((word) => word.slice(0, 4))];
    const withCheats = { ...kind, createWorker: (behaviour: typeof BEHAVIOURS[number], name: string) => behaviour === 'honest' ? kind.createWorker(behaviour, name) : Promise.resolve(cheats[behaviour === 'lazy' ? 0 : 1]!) };
    const [honest, ...others] = await playRounds(withCheats, ['honest', 'lazy', 'garbage'], 6);
    expect(honest!.onTracks).toEqual([1, 1]);
    for (const cheat of others) expect(cheat.share).toBe(0);
  });

  it('Store pays proven bytes only, round after round', async () => {
    expectDeserved(await playRounds(createStoreSubnet(folder), BEHAVIOURS, 9));
  });

  it('Board pays thought', async () => {
    const engine = createRequire(import.meta.url).resolve('stockfish.js/stockfish.wasm.js');
    expectDeserved(await playRounds(createBoardSubnet(engine), ['honest', 'small', 'copycat', 'garbage'], 3));
  });
});
