/** A few of the kills of `npm run fuzz -- --crashes 50`. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCrashes } from './crash/crashes.ts';
import { Victim } from './crash/victim.ts';

const KILLS = 10;
const CLOCK_MS = '5';
const MOST_FILE_BLOCKS = 2000;
const MOST_VALUES = 200;
const root = new URL('../../../', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'taonet-test-'));
const bundle = join(folder, 'crashNode.mjs');

beforeAll(() => build({
  entryPoints: [new URL('crashNode.ts', import.meta.url).pathname],
  outfile: bundle, bundle: true, format: 'esm', platform: 'node', target: 'node20', logLevel: 'error',
  mainFields: ['module', 'main'], conditions: ['module', 'import'],
  alias: { '@polkadot/wasm-util': new URL('packages/crypto/src/wasmUtil.ts', root).pathname },
  plugins: [{ name: 'lmdb', setup: (it) => it.onResolve({ filter: /^lmdb$/ }, () => ({ path: new URL('node_modules/lmdb/index.js', root).href, external: true })) }],
  banner: { js: 'import { createRequire as __make } from "node:module"; const require = __make(import.meta.url);' },
}));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('kill -9', () => {
  it('behavior: nothing acknowledged is lost, and no block is torn', async () => {
    const lives: number[] = [];
    const wrong = await runCrashes({
      kills: KILLS, seed: 1,
      argsOf: (pace) => [bundle, join(folder, 'data'), pace === 'clock' ? CLOCK_MS : pace],
      onLife: (_life, pieces) => lives.push(pieces),
    });
    expect(wrong).toEqual([]);
    expect(lives).toHaveLength(KILLS);
  }, 60_000);
});

describe('a full disk', () => {
  it('behavior: what does not fit is refused and has not happened; the node lives, and keeps what it took', async () => {
    const args = [bundle, join(folder, 'full'), 'manual'];
    const keyOf = (i: number): string => `0x${'fe'.repeat(32)}${i.toString(16).padStart(4, '0')}`;
    const value = `0x${'ab'.repeat(20_000)}`;
    const full = await Victim.start(args, MOST_FILE_BLOCKS);
    let taken = 0;
    for (; taken < MOST_VALUES; taken++) if ((await full.rpc.ask('dev_setStorage', [[[keyOf(taken), value]]])).error !== undefined) break;
    expect(taken).toBeGreaterThan(5);
    expect(taken).toBeLessThan(MOST_VALUES);
    expect(await full.rpc.call('state_getStorage', keyOf(taken))).toBeNull();
    expect((await full.rpc.ask('dev_setStorage', [[[keyOf(taken), value]]])).error).toMatchObject({ data: 'The chain could not be written to disk.' });
    full.kill();
    await full.gone();
    const again = await Victim.start(args);
    const kept = await Promise.all(Array.from({ length: taken + 1 }, (_, i) => again.rpc.call<string | null>('state_getStorage', keyOf(i))));
    expect(kept).toEqual([...Array<string>(taken).fill(value), null]);
    expect(await again.rpc.call('dev_mine', 2)).toMatchObject({ number: 2 });
    again.kill();
    await again.gone();
    expect(again.wrong()).toBeUndefined();
  }, 60_000);
});
