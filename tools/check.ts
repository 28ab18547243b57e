/** `npm run check`: every fence, one after another, all of them even when one fails. */

import { spawnSync } from 'node:child_process';

const STEPS: readonly (readonly [string, ...string[]])[] = [
  ['npx', 'tsc', '-p', 'tsconfig.zone.json'],
  ['npx', 'tsc', '-p', 'tsconfig.json'],
  ['npx', 'eslint', '--cache', '--cache-location', '.cache/eslint', '.'],
  ['node', 'tools/run.mjs', 'tools/imports.ts'],
  ['node', 'tools/run.mjs', 'tools/walkthroughs.ts'],
  ['node', 'tools/run.mjs', 'tools/runExamples.ts'],
  ['node', 'tools/run.mjs', 'tools/referenceHyperparameters.ts', '--check'],
  ['node', 'tools/run.mjs', 'tools/referenceParity.ts', '--check'],
  ['node', 'tools/run.mjs', 'tools/referenceCli.ts', '--check'],
  ['node', 'tools/run.mjs', 'tools/referencePaper.ts', '--check'],
  ['node', 'tools/run.mjs', 'tools/checkSdk.ts'],
];

let failed = 0;
for (const [command, ...args] of STEPS) {
  const started = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) failed += 1;
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${[command, ...args].join(' ')} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}
console.log(`${STEPS.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
