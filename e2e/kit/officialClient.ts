/** The official SDK in the environment that `npm run test:clients` makes, with the machine's clock or one of its own. */

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PYTHON = resolve('.cache/accept/venv/bin/python');
const SCRIPT = resolve('e2e/kit/official_client.py');
const LIMIT_MS = 120_000;

/** What the script prints; times in seconds since 1970, by the client's own clock. */
export interface OfficialAnswer {
  readonly success?: boolean;
  readonly message?: string;
  readonly round: number;
  /** Hex. */
  readonly sealed: string;
  readonly revealed: readonly (readonly [block: number, text: string])[];
  readonly from: number;
  readonly to: number;
}

export const hasOfficialClient = existsSync(PYTHON);

/** Where packages `faketime` and `libfaketime` put it. */
export const fakeClock: string | undefined = [
  process.env['LIBFAKETIME'] ?? '', ...readdirSync('/usr/lib').map((machine) => join('/usr/lib', machine, 'faketime/libfaketime.so.1')), '/usr/lib64/faketime/libfaketime.so.1', '/usr/local/lib/faketime/libfaketime.so.1',
].find((path) => path !== '' && existsSync(path));

/** `clock`: seconds since 1970 at which the client's clock stands still; needs `fakeClock`. */
export function official(url: string, order: Readonly<Record<string, unknown>>, clock?: number): Promise<OfficialAnswer> {
  const time = clock === undefined ? {} : {
    LD_PRELOAD: fakeClock, TZ: 'UTC', FAKETIME: new Date(clock * 1000).toISOString().slice(0, 19).replace('T', ' '), FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1',
  };
  const child = spawn(PYTHON, [SCRIPT, url, JSON.stringify(order)], { env: { ...process.env, ...time }, stdio: ['ignore', 'pipe', 'pipe'], timeout: LIMIT_MS });
  let [out, err] = ['', ''];
  child.stdout.on('data', (part: Buffer) => { out += part.toString(); });
  child.stderr.on('data', (part: Buffer) => { err += part.toString(); });
  return new Promise((done, fail) => {
    child.once('close', (status) => {
      if (status === 0) done(JSON.parse(out.trim().split('\n').at(-1)!) as OfficialAnswer);
      else fail(new Error(`The official client ended with ${status}: ${err}`));
    });
  });
}
