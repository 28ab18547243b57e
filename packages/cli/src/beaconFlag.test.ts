import { InvalidArgumentError } from 'commander';
import { expect, it } from 'vitest';
import { parseBeacon } from './beaconFlag.ts';

it.each([['builtin', 'builtin'], ['none', 'none'], ['file:pulses.jsonl', { file: 'pulses.jsonl' }], ['file:/a:b', { file: '/a:b' }]])('default: %s', (text, choice) => {
  expect(parseBeacon(text)).toEqual(choice);
});

it.each(['', 'file:', 'quicknet', 'FILE:x'])('refuses: "%s"', (text) => {
  expect(() => parseBeacon(text)).toThrow(InvalidArgumentError);
});
