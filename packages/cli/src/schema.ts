/** Words for JSON schemas of outcomes. */

export const text = { type: 'string' } as const;
export const flag = { type: 'boolean' } as const;
export const whole = { type: 'integer' } as const;
export const number = { type: 'number' } as const;
/** An amount in rao (10⁻⁹ TAO or alpha), or any other u64 and wider: decimal text. */
export const amount = { type: 'string', pattern: '^-?\\d+$' } as const;
export const anything = {} as const;

export const orNull = (schema: object): object => ({ anyOf: [schema, { type: 'null' }] });
export const oneOf = (...schemas: readonly object[]): object => ({ anyOf: schemas });
export const list = (items: object): object => ({ type: 'array', items });
export const record = (values: object): object => ({ type: 'object', additionalProperties: values });

/** All fields wanted, no others; `optional` may be there. */
export function object(fields: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}): object {
  return { type: 'object', properties: { ...fields, ...optional }, required: Object.keys(fields), additionalProperties: false };
}

/** What every command writes with `--json` when it fails. */
export const FAILURE = object({
  error: object({ code: text, message: text, check: orNull(text), actual: anything, required: anything, fix: orNull(text), facts: record(anything) }),
});
