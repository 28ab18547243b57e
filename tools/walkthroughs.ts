/** Checks that each step of ARCHITECTURE.md's walk-throughs names a file that exists and a symbol that stands in it. */

import { existsSync, readFileSync } from 'node:fs';

const text = readFileSync('ARCHITECTURE.md', 'utf8');
const problems: string[] = [];
let steps = 0;
for (const line of text.split('\n')) {
  // | 3 | what happens | `packages/…/file.ts` | `symbol`, `symbol` | …
  const found = /^\| *\d+ *\|[^|]*\| *`([^`]+)` *\|([^|]*)\|/.exec(line);
  if (found === null) continue;
  steps += 1;
  const [, file, symbols] = found;
  if (!existsSync(file!)) {
    problems.push(`${file}: does not exist`);
    continue;
  }
  const source = readFileSync(file!, 'utf8');
  for (const [, symbol] of symbols!.matchAll(/`([^`]+)`/g)) {
    if (!new RegExp(`\\b${symbol!.replace(/[^\w]/g, '\\$&')}\\b`).test(source)) problems.push(`${file}: has no ${symbol}`);
  }
}
if (steps < 20) problems.push(`only ${steps} steps found: the tables of ARCHITECTURE.md have another form`);
for (const problem of problems) console.error(problem);
console.log(`${steps} steps, ${problems.length} wrong`);
process.exitCode = problems.length === 0 ? 0 : 1;
