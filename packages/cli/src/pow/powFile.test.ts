import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { powFilePath, readPowFile, removePowFile, writePowFile, type PowRecord } from './powFile.ts';

const subject = { genesis: '0xabcdef0123456789', netuid: 3, hotkey: '5Hotkey' };
const fresh: PowRecord = { ...subject, block: null, hashes: 0, seconds: 0 };
const record: PowRecord = { ...subject, block: { number: 7, hash: 'ff', from: '18446744073709551000', next: '18446744073709551615' }, hashes: 9e15, seconds: 1.5 };

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'pow-')); });
afterEach(() => rmSync(folder, { recursive: true }));

test('what is written is read, until it is removed', () => {
  const path = join(folder, 'below', 'search.json');
  writePowFile(path, record);
  expect(readPowFile(path, subject)).toEqual(record);
  removePowFile(path);
  removePowFile(path);
  expect(readPowFile(path, subject)).toEqual(fresh);
});

test.each([
  ['another subnet\'s', JSON.stringify({ ...record, netuid: 4 })],
  ['another chain\'s', JSON.stringify({ ...record, genesis: '0x00' })],
  ['half a file', JSON.stringify(record).slice(0, 40)],
  ['no numbers', JSON.stringify({ ...record, hashes: 'many' })],
])('%s counts as none', (_, text) => {
  const path = join(folder, 'search.json');
  writeFileSync(path, text);
  expect(readPowFile(path, subject)).toEqual(fresh);
});

test('nonces that are none are looked at again', () => {
  const path = join(folder, 'search.json');
  writeFileSync(path, JSON.stringify({ ...record, block: { ...record.block, next: '-1' } }));
  expect(readPowFile(path, subject)).toEqual({ ...record, block: null });
});

test('one file per chain, subnet and hotkey', () => {
  expect(powFilePath(subject)).toMatch(/abcdef01-3-5Hotkey\.json$/);
});
