import { describe, expect, it } from 'vitest';
import { amount, flag, list, object, oneOf, orNull, record, text, whole } from '../../src/schema.ts';
import { misfits } from './schemaCheck.ts';

describe('misfits', () => {
  const schema = object({ name: text, rao: amount, seats: list(whole), owner: orNull(text) }, { open: flag });
  it('default: a value that fits', () => expect(misfits(schema, { name: 'a', rao: '5', seats: [1, 2], owner: null })).toEqual([]));
  it('behavior: tells each place', () => {
    expect(misfits(schema, { name: 1, rao: '5.0', seats: [1.5], extra: 1 })).toEqual([
      '$.owner: missing', '$.name: integer instead of string', '$.rao: "5.0" does not match ^-?\\d+$', '$.seats[0]: number instead of integer', '$.extra: not in the schema',
    ]);
  });
  it('behavior: one of several', () => {
    expect(misfits(oneOf(text, whole), 3)).toEqual([]);
    expect(misfits(oneOf(text, whole), null)).not.toEqual([]);
  });
  it('behavior: records', () => expect(misfits(record(whole), { a: 1, b: 'x' })).toEqual(['$.b: string instead of integer']));
  it('error: a word of schemas that it does not know', () => expect(misfits({ minimum: 3 }, 1)).toEqual(['$: the schema has minimum']));
});
