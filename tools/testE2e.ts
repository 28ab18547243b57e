/**
 * Journeys against real processes: `npm run test:e2e -- gov pow`. Each is a program `e2e/<name>.ts` that starts what it needs on free ports,
 * prints a line per step and ends with 0 when all of it held. Without names all of them run.
 */

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

const FOLDER = 'e2e';
/** Past this a journey hangs. */
const LIMIT_MS = 300_000;

const known = readdirSync(FOLDER).filter((file) => file.endsWith('.ts')).map((file) => basename(file, '.ts')).sort();
const names = process.argv.slice(2);
const strange = names.filter((name) => !known.includes(name));
if (strange.length > 0) {
  process.stderr.write(`No journey is called ${strange.join(', ')}. There are: ${known.join(', ')}.\n`);
  process.exit(2);
}

function run(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['tools/run.mjs', `${FOLDER}/${name}.ts`], { stdio: ['ignore', 'inherit', 'inherit'] });
    const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    child.on('exit', (code) => {
      clearTimeout(limit);
      resolve(code === 0);
    });
  });
}

const failed: string[] = [];
for (const name of names.length > 0 ? names : known) {
  const started = performance.now();
  process.stdout.write(`\n${name}\n`);
  const held = await run(name);
  if (!held) failed.push(name);
  process.stdout.write(`${held ? 'held' : 'FAILED'}: ${name}, ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}
process.stdout.write(failed.length === 0 ? '\nAll journeys held.\n' : `\nFailed: ${failed.join(', ')}\n`);
process.exit(failed.length === 0 ? 0 : 1);
