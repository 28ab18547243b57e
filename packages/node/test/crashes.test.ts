/** A few of the kills of `npm run fuzz -- --crashes 50`. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCrashes } from './crash/crashes.ts';

const KILLS = 10;
const CLOCK_MS = '5';
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
