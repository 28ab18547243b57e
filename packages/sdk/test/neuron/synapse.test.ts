import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anything, bodyHash, decimal, dict, flag, integer, list, optional, synapse, text } from '../../src/neuron/index.ts';
import { checkBody } from '../../src/neuron/synapse/field.ts';
import { pythonFloat, pythonRepr } from '../../src/neuron/synapse/pythonText.ts';

const code = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return undefined;
};

describe('Python texts', () => {
  // Left: the value; right: what CPython 3.11 prints for repr().
  test.each([
    [0, '0.0'], [-0, '-0.0'], [1, '1.0'], [0.1, '0.1'], [1e-4, '0.0001'], [0.00001, '1e-05'], [1.5e-7, '1.5e-07'], [1e15, '1000000000000000.0'],
    [9007199254740993, '9007199254740992.0'], [1e16, '1e+16'], [1.2345e20, '1.2345e+20'], [1e100, '1e+100'], [5e-324, '5e-324'], [-2.5, '-2.5'],
  ])('float %s', (value, expected) => expect(pythonFloat(value)).toBe(expected));

  test.each([
    ['', "''"], ['a', "'a'"], ["it's", '"it\'s"'], ['"', '\'"\''], ['\'"', '\'\\\'"\''], ['\\', "'\\\\'"], ['\n\r\t', "'\\n\\r\\t'"], ['\u0000\u007f', "'\\x00\\x7f'"],
    ['é ü', "'é ü'"], ['\u00a0', "'\\xa0'"], ['\u00ad', "'\\xad'"], ['\u200b', "'\\u200b'"], ['\u{1f642}', "'\u{1f642}'"], ['\u{e0001}', "'\\U000e0001'"], ['\u2028', "'\\u2028'"],
  ])('str %j', (value, expected) => expect(pythonRepr(value)).toBe(expected));

  test('property: a float of Python reads back as the same number', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Number(pythonFloat(value))).toBe(value);
    }));
  });
});

describe('body hash', () => {
  const Hard = synapse('Hard', {
    request: { words: list(text), rate: decimal, on: flag, by: dict(list(decimal)), note: optional(text), free: optional(anything) },
    response: {},
    hashed: ['note', 'words', 'by', 'rate', 'on'],
  });

  test('as bittensor 10.5.0 gives it', () => {
    const body = checkBody(Hard.request, { words: ["it's", 'ü'], rate: 2, on: true, by: { a: [1, 0.5] }, note: null });
    expect(bodyHash(Hard, body)).toBe('2bcb8af022e7a2d86295f55cd1c5b377a9678cde12918af05663dc3fadafa722');
    expect(bodyHash(synapse('None', { request: {}, response: {} }), {})).toBe('a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a');
  });

  test('refuses: fields without an exact Python text, names of the dialect, one name twice', () => {
    expect(code(() => synapse('A', { request: { x: anything }, response: {}, hashed: ['x'] }))).toBe('BadSynapse');
    expect(code(() => synapse('A', { request: { timeout: text }, response: {} }))).toBe('BadSynapse');
    expect(code(() => synapse('A', { request: { x: text }, response: { x: text } }))).toBe('BadSynapse');
    expect(code(() => synapse('a/b', { request: {}, response: {} }))).toBe('BadSynapse');
  });
});

describe('fields', () => {
  const fields = { n: integer, all: list(text, 2), by: dict(flag), maybe: optional(text), twice: optional(integer, 2) };

  test('defaults are filled, what is not declared is left behind', () => {
    expect(checkBody(fields, { n: 1, all: ['a'], by: {}, extra: 1 })).toEqual({ n: 1, all: ['a'], by: {}, maybe: null, twice: 2 });
  });

  test.each([
    [{ all: [], by: {} }, 'n'], [{ n: 1.5, all: [], by: {} }, 'n'], [{ n: 2 ** 53, all: [], by: {} }, 'n'], [{ n: '1', all: [], by: {} }, 'n'], [{ n: 1, all: ['a', 2], by: {} }, 'all[1]'],
    [{ n: 1, all: ['a', 'b', 'c'], by: {} }, 'all'], [{ n: 1, all: [], by: { x: 1 } }, 'by.x'], [{ n: 1, all: [], by: [] }, 'by'], [{ n: 1, all: [], by: {}, twice: null }, 'twice'],
  ])('refuses %j', (body, at) => {
    expect(() => checkBody(fields, body)).toThrow(expect.objectContaining({ code: 'BadField', facts: expect.objectContaining({ at }) as unknown }));
  });

  test('property: any JSON is checked or refused, never more', () => {
    fc.assert(fc.property(fc.jsonValue(), (body) => {
      expect([undefined, 'BadField']).toContain(code(() => checkBody(fields, body)));
    }));
  });

  test('a key named __proto__ stays a key', () => {
    const body = checkBody({ by: dict(flag) }, JSON.parse('{"by": {"__proto__": true}}'));
    expect(Object.keys(body.by)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(body.by)).toBe(Object.prototype);
  });
});
