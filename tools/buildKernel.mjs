/**
 * Compiles what is written in AssemblyScript and writes it as text: the epoch kernel (packages/kernel/assembly) into
 * packages/kernel/dist/epochWasm.mjs, the search for proofs of work (packages/crypto/assembly) into packages/crypto/dist/sealWasm.mjs.
 * Does nothing for a file that is there and was made from the same sources.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const MODULES = [
  { folder: 'packages/kernel/assembly', entry: 'epoch.ts', target: 'packages/kernel/dist/epochWasm.mjs', name: 'EPOCH_WASM' },
  { folder: 'packages/crypto/assembly', entry: 'seal.ts', target: 'packages/crypto/dist/sealWasm.mjs', name: 'SEAL_WASM' },
];
/** No garbage collector, no checks of what the sources already prove, no imports. */
const OPTIONS = ['--optimizeLevel', '3', '--shrinkLevel', '0', '--runtime', 'stub', '--noAssert', '--use', 'abort='];

export async function buildKernel() {
  for (const module of MODULES) await buildModule(module);
}

async function buildModule({ folder, entry, target: path, name }) {
  const [sources, target] = [join(root, folder), join(root, path)];
  const mark = `// ${fingerprint(sources)}`;
  if (existsSync(target) && readFileSync(target, 'utf8').startsWith(mark)) return;
  const { default: asc } = await import('assemblyscript/asc');
  let binary;
  const { error, stderr } = await asc.main([entry, '--baseDir', sources, '--outFile', 'module.wasm', ...OPTIONS], {
    writeFile: (_name, contents) => void (binary = contents),
  });
  if (error !== null) throw new Error(`${folder}/${entry} does not compile: ${error.message}\n${stderr.toString()}`);
  mkdirSync(dirname(target), { recursive: true });
  // Two that build at once must not see half a file.
  const draft = `${target}.${process.pid}`;
  writeFileSync(draft, `${mark}\nexport const ${name} = '${Buffer.from(binary).toString('base64')}';\n`);
  renameSync(draft, target);
}

/** Of everything the binary depends on. */
function fingerprint(folder) {
  const hash = createHash('sha256').update(createRequire(import.meta.url)('assemblyscript/package.json').version).update(OPTIONS.join(' '));
  for (const name of readdirSync(folder).sort()) if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

export default buildKernel;
