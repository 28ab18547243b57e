/** `npm run fuzz -- --crashes N`: kills `taonet node --data` N times. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCrashes as run } from '../../packages/node/test/crash/crashes.ts';
import { PROGRAM } from './childNode.ts';

const CLOCK = '5ms';

/** How many things did not hold; what they were is printed. */
export async function runCrashes(kills: number, seed: number): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), 'taonet-crashes-'));
  const begun = performance.now();
  let pieces = 0;
  const wrong = await run({
    kills, seed,
    argsOf: (pace) => [PROGRAM, 'node', '--preset', 'localnet', '--port', '0', '--verbose', '--data', data, '--block-time', pace === 'clock' ? CLOCK : pace],
    onLife: (_life, done) => { pieces += done; },
  });
  for (const what of wrong) console.error(`VIOLATION, seed ${seed}, ${what}`);
  if (wrong.length === 0) rmSync(data, { recursive: true });
  else console.error(`the data folder is kept: ${data}`);
  console.log(`${kills} kills, ${pieces} acknowledged pieces of work before them, ${Math.round((performance.now() - begun) / 1000)} s`);
  return wrong.length;
}
