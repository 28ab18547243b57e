/**
 * Compiles the epoch kernel, then bundles the program `taonet` and its signature worker into dist/. Dependencies with native parts stay outside.
 */
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildKernel } from './buildKernel.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Packages that carry a native library or load files of their own. */
const OUTSIDE = ['lmdb'];

await rm(join(root, 'dist'), { recursive: true, force: true });
await buildKernel();
await build({
  entryPoints: { taonet: join(root, 'packages/cli/src/main.ts'), verifyWorker: join(root, 'packages/crypto/src/verifyWorker.ts') },
  outdir: join(root, 'dist'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Half the bytes to parse at start; names stay for stack traces through the maps.
  minify: true,
  keepNames: false,
  sourcemap: 'linked',
  logLevel: 'warning',
  external: OUTSIDE,
  mainFields: ['module', 'main'],
  conditions: ['module', 'import'],
  alias: { '@polkadot/wasm-util': join(root, 'packages/crypto/src/wasmUtil.ts') },
  // CommonJS dependencies ask for node's own modules through `require`.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
});
