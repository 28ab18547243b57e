// Replays scenarios and prints what differs: node tools/replayScenario.mjs [--max N] [--only TEXT] FILE.json[.gz] ...
import { build } from 'esbuild';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
mkdirSync(`${root}.cache`, { recursive: true });
const outfile = `${root}.cache/replayScenario-${process.pid}.mjs`;
await build({
  entryPoints: [`${root}packages/testkit/src/vectors/scenario/cli.ts`],
  bundle: true, platform: 'node', format: 'esm', outfile, sourcemap: 'inline', logLevel: 'error',
  external: ['hash-wasm', '@polkadot/*', '@noble/*', 'xxhash-wasm', 'esbuild'],
});
process.setSourceMapsEnabled(true);
await import(outfile);
