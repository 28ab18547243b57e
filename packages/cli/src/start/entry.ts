/** What `taonet` runs: loads the bundle beside this file. Everything else is in there. */

import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asksForHelp, workOf } from './arguments.ts';
import { cacheFolders, loadBundle } from './compiledCode.ts';

/** Filled in by tools/build.mjs: the bundles' file names and the hashes of their content. */
declare const BUNDLES: Readonly<Record<'program' | 'help', { readonly file: string; readonly hash: string }>>;

/** By now what a start needs has run, and a first question was answered. */
const KEEP_AFTER_MS = 3000;

const args = process.argv.slice(2);
const { file, hash } = BUNDLES[asksForHelp(args) ? 'help' : 'program'];
const path = fileURLToPath(new URL(file, import.meta.url));
const require = createRequire(path);

if (process.sourceMapsEnabled) {
  // Node maps stack traces of modules that it loads itself
  require(path);
} else {
  const bundle = loadBundle({ path, hash, work: workOf(args), folders: cacheFolders(path) });
  const module = { exports: {} };
  bundle.run(module.exports, require, module, path, dirname(path), (name) => import(name));
  if (!bundle.fromCache) {
    setTimeout(bundle.keep, KEEP_AFTER_MS).unref();
    // a mistyped command leaves nothing behind
    process.once('exit', (status) => { if (status === 0) bundle.keep(); });
  }
}
