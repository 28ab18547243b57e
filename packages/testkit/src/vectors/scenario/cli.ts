/** Development tool: replays scenario files and prints what differs from upstream, storage items by name. */

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { createCrypto } from '@taonet/crypto';
import { replayScenario, type ScenarioFile } from '../scenario.ts';
import { oracleRuntime, oracleRuntime2025, SPEC_OF_MAY_2025 } from './oracleRuntime.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** How many mismatches are printed of each file. */
    max: { type: 'string', default: '20' },
    /** Only calls whose name contains this text (or `block`). */
    only: { type: 'string', default: '' },
  },
});

export function readScenario(path: string): ScenarioFile {
  const bytes = readFileSync(path);
  return JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()) as ScenarioFile;
}

const clip = (text: string): string => (text.length > 700 ? `${text.slice(0, 700)} …` : text);
const crypto = await createCrypto();
const runtimes = { today: oracleRuntime(crypto), then: oracleRuntime2025(crypto) };
for (const path of positionals) {
  const started = performance.now();
  const file = readScenario(path);
  const runtime = file.spec === SPEC_OF_MAY_2025 ? runtimes.then : runtimes.today;
  const report = replayScenario(file, runtime, (step) => step.op === 'block' || step.op === 'epoch' ? step.op.includes(values.only) : step.op === 'call' && `${step.pallet}.${step.call}`.includes(values.only));
  const took = Math.round(performance.now() - started);
  for (const { step, what, kind, where, expected, got } of report.mismatches.slice(0, Number(values.max))) {
    process.stdout.write(`#${step} ${what} ${kind} ${where}\n    expected ${clip(expected)}\n    got      ${clip(got)}\n`);
  }
  const unsupported = Object.entries(report.unsupported).sort(([, a], [, b]) => b - a).map(([name, count]) => `${name.replace('SubtensorModule.', '')} ${count}`);
  process.stdout.write(`${path.split('/').at(-1)}: ${report.passed} passed, ${report.failed} failed, ${took} ms; unsupported: ${unsupported.join(', ') || 'none'}\n`);
}
