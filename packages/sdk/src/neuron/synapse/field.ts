import { neuronError } from '../errors.ts';
import { pythonBool, pythonFloat, pythonRepr } from './pythonText.ts';

/** What JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A value's declared form: its check on arrival, its Python text for body hashes, and the empty value that stands for it in headers. */
export interface Field<T = unknown, Required extends boolean = boolean> {
  readonly required: Required;
  /** Used where the value is left out; undefined for required fields. */
  readonly fallback: T | undefined;
  /** Empty value of its Python type (`""`, `0`, `[]` …). */
  readonly empty: Json;
  /** The value, or BadField. `at`: its path, for the error. */
  check(value: unknown, at: string): T;
  /** Python's `repr`; absent where JavaScript cannot know it. A method, so that fields of any type fit `Field`. */
  python?(value: T): string;
  /** Python's `str` where it is not `repr`. */
  pythonStr?(value: T): string;
}

export type Fields = Readonly<Record<string, Field>>;
type ValueOf<F> = F extends Field<infer T> ? T : never;
/** A body with every field, as it arrives after its check. */
export type BodyOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };
type OptionalKeys<F extends Fields> = { [K in keyof F]: F[K] extends Field<unknown, true> ? never : K }[keyof F];
/** A body as it is given: fields with a fallback may be left out. */
export type InputOf<F extends Fields> = { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: ValueOf<F[K]> } & { readonly [K in OptionalKeys<F>]?: ValueOf<F[K]> };

const field = <T>(empty: Json, what: string, is: (value: unknown) => value is T, python: ((value: T) => string) | undefined, pythonStr?: (value: T) => string): Field<T, true> => ({
  required: true,
  fallback: undefined,
  empty,
  check(value, at) {
    if (is(value)) return value;
    throw neuronError('BadField', { at, expected: what, got: value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value });
  },
  ...(python === undefined ? {} : { python }),
  ...(pythonStr === undefined ? {} : { pythonStr }),
});

/** Python's `str`. */
export const text: Field<string, true> = field('', 'text', (value): value is string => typeof value === 'string', pythonRepr, (value) => value);
/** Python's `int`, within what JSON carries exactly here: ±(2^53 − 1). */
export const integer: Field<number, true> = field(0, 'integer', (value): value is number => Number.isSafeInteger(value), String);
/** Python's `float`; whole numbers too, which Python turns into floats. */
export const decimal: Field<number, true> = field(0, 'number', (value): value is number => typeof value === 'number' && Number.isFinite(value), pythonFloat);
/** Python's `bool`. */
export const flag: Field<boolean, true> = field(false, 'true or false', (value): value is boolean => typeof value === 'boolean', pythonBool);
/** Any JSON. It cannot be hashed: JavaScript reads 1 and 1.0 alike, Python does not. */
export const anything: Field<Json, true> = field<Json>({}, 'JSON', (value): value is Json => value !== undefined, undefined);

/** Python's `list[…]`, up to `max` entries. */
export function list<T>(of: Field<T>, max = 65_536): Field<readonly T[], true> {
  const inner = of.python?.bind(of);
  return {
    ...field<readonly T[]>([], `list of at most ${max}`, (value): value is readonly T[] => Array.isArray(value) && value.length <= max, inner && ((values) => `[${values.map(inner).join(', ')}]`)),
    check(value, at) {
      if (!Array.isArray(value) || value.length > max) throw neuronError('BadField', { at, expected: `list of at most ${max}`, got: typeof value });
      return value.map((entry, i) => of.check(entry, `${at}[${i}]`));
    },
  };
}

/** Python's `dict[str, …]`, or a nested model of such. */
export function dict<T>(of: Field<T>): Field<Readonly<Record<string, T>>, true> {
  const inner = of.python?.bind(of);
  const write = inner && ((values: Readonly<Record<string, T>>) => `{${Object.entries(values).map(([name, value]) => `${pythonRepr(name)}: ${inner(value)}`).join(', ')}}`);
  return {
    ...field<Readonly<Record<string, T>>>({}, 'object', isObject as (value: unknown) => value is Readonly<Record<string, T>>, write),
    check(value, at) {
      if (!isObject(value)) throw neuronError('BadField', { at, expected: 'object', got: typeof value });
      return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, of.check(entry, `${at}.${name}`)]));
    },
  };
}

/** Python's `Optional[…] = None`, or a field with another default. */
export function optional<T>(of: Field<T>): Field<T | null, false>;
export function optional<T>(of: Field<T>, fallback: T): Field<T, false>;
export function optional<T>(of: Field<T>, fallback: T | null = null): Field<T | null, false> {
  const inner = of.python?.bind(of);
  const str = of.pythonStr?.bind(of) ?? inner;
  return {
    required: false,
    fallback,
    empty: of.empty,
    check: (value, at) => (value === undefined ? fallback : value === null && fallback === null ? null : of.check(value, at)),
    ...(inner === undefined ? {} : { python: (value: T | null) => (value === null ? 'None' : inner(value)) }),
    ...(str === undefined ? {} : { pythonStr: (value: T | null) => (value === null ? 'None' : str(value)) }),
  };
}

/** All fields of `source`, checked; what is not declared is left behind, as pydantic does. */
export function checkBody<F extends Fields>(fields: F, source: unknown): BodyOf<F> {
  if (!isObject(source)) throw neuronError('BadField', { at: 'body', expected: 'object', got: typeof source });
  return Object.fromEntries(Object.entries(fields).map(([name, of]) => {
    const value = Object.hasOwn(source, name) ? source[name] : undefined;
    if (value === undefined && of.required) throw neuronError('BadField', { at: name, expected: 'a value', got: 'nothing' });
    return [name, of.check(value, name)];
  })) as BodyOf<F>;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
