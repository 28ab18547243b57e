import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asksForHelp, workOf } from './arguments.ts';
import { cacheFolders, loadBundle, type Bundle } from './compiledCode.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'taonet-test-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SOURCE = `function twice(x) { return 2 * x; }
module.exports = { answer: twice(21), file: __filename, separator: require('node:path').sep, fail: () => { throw new Error('as asked'); }, load: arguments[5] };`;

interface Exports {
  readonly answer: number;
  readonly file: string;
  readonly separator: string;
  fail(): void;
  load(name: string): Promise<{ readonly sep: string }>;
}

function load(options: { hash?: string; work?: string; folders?: string[]; source?: string } = {}): Bundle & { readonly exports: Exports; readonly path: string } {
  const path = join(folder, 'bundle.cjs');
  writeFileSync(path, options.source ?? SOURCE);
  const bundle = loadBundle({ path, hash: options.hash ?? 'a', work: options.work ?? 'node', folders: options.folders ?? [join(folder, 'kept')] });
  const module = { exports: {} };
  bundle.run(module.exports, createRequire(path), module, path, folder, (name) => import(name));
  return { ...bundle, exports: module.exports as Exports, path };
}

const files = (): string[] => readdirSync(join(folder, 'kept'));

describe('compiled code', () => {
  it('default: is kept by the first start and used by the next, for the same content and work only', () => {
    const first = load();
    expect([first.fromCache, first.exports.answer, first.exports.file]).toEqual([false, 42, first.path]);
    first.keep();
    first.keep();
    expect(files()).toHaveLength(1);
    const second = load();
    expect([second.fromCache, second.exports.answer, second.exports.separator]).toEqual([true, 42, first.exports.separator]);
    second.keep();
    expect(files()).toHaveLength(1);
    expect(load({ hash: 'b' }).fromCache).toBe(false);
    expect(load({ work: 'help' }).fromCache).toBe(false);
  });

  it.each([
    ['a byte is another', (bytes: Buffer) => bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte))],
    ['it is cut short', (bytes: Buffer) => bytes.subarray(0, 1000)],
    ['it is empty', (bytes: Buffer) => bytes.subarray(0, 0)],
    ['it is of something else', () => Buffer.from('#!/bin/sh\n')],
  ])('behavior: when %s, the source is compiled and the code kept anew', (_what, spoil) => {
    load().keep();
    const kept = join(folder, 'kept', files()[0]!);
    writeFileSync(kept, spoil(readFileSync(kept)));
    const second = load();
    expect([second.fromCache, second.exports.answer]).toEqual([false, 42]);
    second.keep();
    expect(load().fromCache).toBe(true);
  });

  it('behavior: code of another source of the same name is not used', () => {
    load().keep();
    const second = load({ source: SOURCE.replace('2 * x', '33 * x') });
    expect([second.fromCache, second.exports.answer]).toEqual([false, 693]);
  });

  it('behavior: the first folder that can be written takes it; when none can, nothing is said', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const folders = [join(file, 'below'), join(folder, 'kept')];
    load({ folders }).keep();
    expect(files()).toHaveLength(1);
    expect(load({ folders }).fromCache).toBe(true);
    const nowhere = load({ folders: [join(file, 'below')] });
    nowhere.keep();
    expect(nowhere.exports.answer).toBe(42);
  });

  it('behavior: a draft that somebody left is no harm', () => {
    mkdirSync(join(folder, 'kept'));
    writeFileSync(join(folder, 'kept', `node-a-${process.version}-${process.arch}.v8code.${process.pid}`), 'draft');
    load().keep();
    const second = load();
    second.keep();
    expect(second.exports.answer).toBe(42);
    expect(load().fromCache).toBe(true);
  });

  it('behavior: stack traces name file, line and column of the bundle, kept or not', () => {
    const place = (bundle: ReturnType<typeof load>): string | undefined => {
      try {
        bundle.exports.fail();
      } catch (error) {
        return /bundle\.cjs:\d+:\d+/.exec((error as Error).stack!)?.[0];
      }
      return undefined;
    };
    const first = load({ source: SOURCE.replaceAll('\n', ' ') });
    const column = SOURCE.replaceAll('\n', ' ').indexOf('new Error') + 1;
    expect(place(first)).toBe(`bundle.cjs:1:${column}`);
    first.keep();
    const second = load({ source: SOURCE.replaceAll('\n', ' ') });
    expect([second.fromCache, place(second)]).toEqual([true, `bundle.cjs:1:${column}`]);
  });

  it('behavior: modules can be loaded later, whether the code was kept or not', async () => {
    const first = load();
    first.keep();
    const second = load();
    expect(second.fromCache).toBe(true);
    expect((await first.exports.load('node:path')).sep).toBe((await second.exports.load('node:path')).sep);
  });

  it('default: is looked for beside the bundle, then in the user\'s cache folder', () => {
    expect(cacheFolders('/opt/taonet/program.cjs', { XDG_CACHE_HOME: '/home/me/cache' })).toEqual(['/opt/taonet/.compiled', '/home/me/cache/taonet']);
    expect(cacheFolders('/opt/taonet/program.cjs', { XDG_CACHE_HOME: 'relative' })[1]).toMatch(/^\/.*\.cache\/taonet$/);
  });
});

describe('arguments', () => {
  it.each([
    ['', true], ['--help', true], ['-h', true], ['--version', true], ['help', true], ['help node', true], ['stake add --help', true], ['node -h', true],
    ['node', false], ['stake', false], ['node --port --help', false], ['node -- --help', false], ['--help node', false], ['wallet new ../x --help', false],
  ])('default: "%s" asks for nothing but help: %s', (line, expected) => {
    expect(asksForHelp(line.split(' ').filter((word) => word !== ''))).toBe(expected);
  });

  it('default: code is kept under the command\'s name', () => {
    expect([['node', '--port', '0'], [], ['--help'], ['../../etc'], ['x'.repeat(40)]].map(workOf)).toEqual(['node', 'help', 'help', 'help', 'help']);
  });
});
