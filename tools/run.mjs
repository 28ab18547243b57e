/**
 * Runs a TypeScript tool of this repository: bundles it into .cache/tools and imports it.
 * usage: node tools/run.mjs tools/vectors.ts [arguments…]
 */
import { build } from 'esbuild';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildKernel } from './buildKernel.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [entry, ...rest] = process.argv.slice(2);
const outfile = join(root, '.cache', 'tools', basename(entry).replace(/\.ts$/, '.mjs'));
await buildKernel();
await build({
  entryPoints: [resolve(entry)],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
  plugins: [{
    name: 'outside',
    setup: (it) => it.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@taonet/') ? null : { path, external: true }),
  }],
});
process.argv = [process.argv[0], entry, ...rest];
process.setSourceMapsEnabled(true);
await import(pathToFileURL(outfile).href);
