/**
 * Replays golden files: usage `npm run vectors -- [--max N] PATH…`. Ends with `N passed, N failed` (and `, N unsupported`).
 * Exit 1 on any failure, on an unknown format, and on a file with no case.
 */

import { parseArgs } from 'node:util';
import { filesAt, isPassedOver, readVectorFile } from './vectors/files.ts';
import { countOf, type Replayed } from './vectors/replayed.ts';
import { createReplayer } from './vectors/replayer.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { max: { type: 'string', default: '20' } } });
if (positionals.length === 0) {
  console.error('usage: npm run vectors -- [--max N] PATH…');
  process.exit(2);
}
const replay = await createReplayer();
let passed = 0;
let failed = 0;
const unsupported: Record<string, number> = {};
const all = positionals.flatMap(filesAt);
const passedOver = all.filter(isPassedOver);
for (const path of all.filter((file) => !isPassedOver(file))) {
  const file = readVectorFile(path);
  if (file === undefined) {
    failed += 1;
    console.log(`FAIL ${path}: unknown format`);
    continue;
  }
  const started = performance.now();
  const report = replay(file, all);
  tell(path, file.format, report, Math.round(performance.now() - started));
}

function tell(path: string, format: string, report: Replayed, ms: number): void {
  const open = countOf(report.unsupported);
  const empty = report.passed + report.failed + open === 0;
  passed += report.passed;
  failed += report.failed + (empty ? 1 : 0);
  for (const [name, count] of Object.entries(report.unsupported)) unsupported[name] = (unsupported[name] ?? 0) + count;
  console.log(`${report.failed > 0 || empty ? 'FAIL' : 'ok  '} ${path} ${format}: ${report.passed} passed, ${report.failed} failed${open > 0 ? `, ${open} unsupported` : ''}${empty ? ' (no case)' : ''} [${ms} ms]`);
  const shown = report.mismatches.slice(0, Number(values.max));
  for (const line of shown) console.log(`    ${line}`);
  if (report.mismatches.length > shown.length) console.log(`    … and ${report.mismatches.length - shown.length} more`);
}

if (passedOver.length > 0) console.log(`passed over: ${passedOver.length} files that are no vectors (prose, extracts)`);
const names = Object.entries(unsupported).sort(([, a], [, b]) => b - a);
if (names.length > 0) console.log(`unsupported: ${names.map(([name, count]) => `${name} ${count}`).join(', ')}`);
const open = countOf(unsupported);
console.log(`${passed} passed, ${failed} failed${open > 0 ? `, ${open} unsupported` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;
