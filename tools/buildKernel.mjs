/**
 * Compiles the epoch kernel (packages/kernel/assembly) and writes it as text into packages/kernel/dist/epochWasm.mjs.
 * Does nothing when the file is there and was made from the same sources.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'packages/kernel/assembly');
const target = join(root, 'packages/kernel/dist/epochWasm.mjs');
/** No garbage collector, no checks of what the sources already prove, no imports. */
const OPTIONS = ['--optimizeLevel', '3', '--shrinkLevel', '0', '--runtime', 'stub', '--noAssert', '--use', 'abort='];

export async function buildKernel() {
  const mark = `// ${fingerprint()}`;
  if (existsSync(target) && readFileSync(target, 'utf8').startsWith(mark)) return;
  const { default: asc } = await import('assemblyscript/asc');
  let binary;
  const { error, stderr } = await asc.main(['epoch.ts', '--baseDir', folder, '--outFile', 'epoch.wasm', ...OPTIONS], {
    writeFile: (_name, contents) => void (binary = contents),
  });
  if (error !== null) throw new Error(`the epoch kernel does not compile: ${error.message}\n${stderr.toString()}`);
  mkdirSync(dirname(target), { recursive: true });
  // Two that build at once must not see half a file.
  const draft = `${target}.${process.pid}`;
  writeFileSync(draft, `${mark}\nexport const EPOCH_WASM = '${Buffer.from(binary).toString('base64')}';\n`);
  renameSync(draft, target);
}

/** Of everything the binary depends on. */
function fingerprint() {
  const hash = createHash('sha256').update(createRequire(import.meta.url)('assemblyscript/package.json').version).update(OPTIONS.join(' '));
  for (const name of readdirSync(folder).sort()) if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

export default buildKernel;
