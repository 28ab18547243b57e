/** What all rows have in common: they are borne out, and the command and the test that they name exist. */

import { readFileSync } from 'node:fs';
import { apis, pallets } from '@taonet/abi';
import { expect, test } from 'vitest';
import { createWorlds, PAPER_ROWS, showRow } from '../src/index.ts';

const ROOT = new URL('../../../', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const worlds = await createWorlds();
const reference = textOf('docs/reference/cli.md');
const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

test('each row has an id of its own', () => {
  expect(new Set(PAPER_ROWS.map(({ id }) => id)).size).toBe(PAPER_ROWS.length);
});

test.each(PAPER_ROWS.map((row) => [row.id, row.title, row] as const))('%s is borne out: %s', async (_id, _title, row) => {
  const shown = await showRow(row, worlds);
  const names = Object.keys(shown);
  expect(names.length).toBeGreaterThan(0);
  for (const [side, when] of [['then', row.then], ['now', row.now]] as const) {
    if (when.verdict === 'not on chain') continue;
    const has = names.some((name) => name.startsWith(`${side}: `) || !/^(then|now): /.test(name));
    expect(has, `a figure of ${side}`).toBe(true);
  }
  for (const figure of Object.values(shown)) expect(figure).toMatch(/\S/);
  for (const figure of Object.values(shown)) expect(figure).not.toMatch(/NaN|undefined|Infinity|\[object/);
});

test.each(PAPER_ROWS.map((row) => [row.id, row] as const))('%s: its test exists', (_id, { test: named }) => {
  const [file, title] = named.split(' › ') as [string, string];
  expect(textOf(file)).toContain(`test('${title.replace(/ ?…$/, '')}`);
});

test('all 28 claims are there, in the paper\'s order', () => {
  expect(PAPER_ROWS.filter(({ kind }) => kind === 'claim').map(({ id }) => id)).toEqual(Array.from({ length: 28 }, (_, i) => `C${i + 1}`));
});

/** What `taonet query` is asked for in a command. */
const asked = (command: string): RegExpMatchArray | null => /^taonet query (\w+)\.(\w+)/.exec(command);

test.each(PAPER_ROWS.map((row) => [row.id, row] as const))('%s: what it queries exists', (_id, { command }) => {
  for (const [, of, item] of command.split(' && ').map(asked).filter((one) => one !== null)) {
    const pallet = pallets.find(({ name }) => name === of);
    const api = apis.find(({ name }) => name === of);
    expect(pallet === undefined ? Object.keys(api?.methods ?? {}) : Object.keys({ ...pallet.storage, ...pallet.constants }), `${of}.${item}`).toContain(item);
  }
});

test.each(PAPER_ROWS.map((row) => [row.id, row] as const))('%s: its commands exist', (_id, { command }) => {
  for (const one of command.split(' && ')) {
    const words = one.trim().split(/\s+/);
    if (words[0] === 'npm') expect(scripts, one).toHaveProperty([words[1] === 'run' ? words[2]! : words[1]!]);
    else {
      expect(words[0], one).toBe('taonet');
      if (words[1] === 'node') continue;
      const known = [words.slice(1, 3), words.slice(1, 2)].some((name) => name.every((word) => word !== undefined) && new RegExp(`^#+ .*\`?taonet ${name.join(' ')}\\b`, 'm').test(reference));
      expect(known, one).toBe(true);
    }
  }
});
