import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
mkdirSync(join(root, '.cache'), { recursive: true });
const folder = mkdtempSync(join(root, '.cache/reporter-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The last lines that a run of `files` prints. */
function run(files: Readonly<Record<string, string>>, lines: number, ...args: readonly string[]): string[] {
  const own = mkdtempSync(join(folder, 'run-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(own, name), `import { beforeAll, describe, expect, it } from 'vitest';\n${text}`);
  writeFileSync(join(own, 'vitest.config.mjs'), 'export default {};\n');
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', own, '--reporter', join(root, 'tools/plainReporter.ts'), ...args], { encoding: 'utf8' });
  return stdout.trimEnd().split('\n').slice(-lines);
}

it('counts what passed and what failed, and tells why something was skipped', () => {
  expect(run({
    'a.test.ts': `
      it('passes', () => undefined);
      it('fails', () => expect(1).toBe(2));
      it.skip('is switched off', () => undefined);
      it.todo('is to come');
      it('wants weights', ({ skip }) => skip(true, 'no weights here'));`,
  }, 2)).toEqual(['skipped: wants weights: no weights here', '1 passed, 1 failed']);
});

it('counts no test that a filter leaves out', () => {
  expect(run({ 'a.test.ts': "it('one', () => undefined); it('two', () => undefined);" }, 1, '-t', 'one')).toEqual(['1 passed, 0 failed']);
});

it('counts what keeps tests from running: hooks, files that cannot be loaded, files without tests', () => {
  expect(run({
    'hook.test.ts': "describe('all', () => { beforeAll(() => { throw new Error('no'); }); it('a', () => undefined); it('b', () => undefined); });",
    'broken.test.ts': "import './nothing.ts'; it('c', () => undefined);",
    'empty.test.ts': '',
  }, 1)).toEqual(['0 passed, 3 failed']);
});
