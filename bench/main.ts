/** npm run bench -- [NAME…] [--json]: measures and prints; --json gives one JSON line per figure. */

import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { benchmarks } from './benchmarks.ts';
import { figureJson, figureLine, HEADING } from './print.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } });
const unknown = positionals.filter((name) => !benchmarks.some((one) => one.name === name));
if (values.help || unknown.length > 0) {
  if (unknown.length > 0) process.stderr.write(`no benchmark is called ${unknown.join(', ')}\n`);
  process.stderr.write('npm run bench -- [NAME…] [--json]\n');
  for (const { name, what, onlyByName } of benchmarks) process.stderr.write(`  ${name.padEnd(12)} ${what}${onlyByName === true ? ' (only by name)' : ''}\n`);
  process.exit(unknown.length > 0 ? 2 : 0);
}
const chosen = benchmarks.filter(({ name, onlyByName }) => (positionals.length === 0 ? onlyByName !== true : positionals.includes(name)));
if (!values.json) process.stdout.write(`Node.js ${process.version}, ${availableParallelism()} cores, load before ${loadavg()[0]!.toFixed(1)}\n${HEADING}\n`);
let failed = false;
for (const benchmark of chosen) {
  try {
    for (const figure of await benchmark.run()) process.stdout.write(`${values.json ? figureJson(figure) : figureLine(figure)}\n`);
  } catch (error) {
    failed = true;
    process.stderr.write(`${benchmark.name} failed: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
process.exit(failed ? 1 : 0);
