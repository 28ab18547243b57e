/** Checks values against the part of JSON schema that rows use. */

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}

const KNOWN = ['type', 'const', 'enum', 'pattern', 'anyOf', 'items', 'properties', 'required', 'additionalProperties'];

/** What does not fit, each with its place; nothing when the value fits. */
export function misfits(schema: object, value: unknown, at = '$'): string[] {
  const unknown = Object.keys(schema).filter((key) => !KNOWN.includes(key));
  if (unknown.length > 0) return [`${at}: the schema has ${unknown.join(', ')}`];
  const { type, const: only, enum: some, pattern, anyOf, items } = schema as Schema;
  if (anyOf !== undefined) {
    const tries = anyOf.map((one) => misfits(one, value, at));
    return tries.some((found) => found.length === 0) ? [] : [`${at}: fits none of ${anyOf.length}`, ...tries.sort((a, b) => a.length - b.length)[0]!];
  }
  if (only !== undefined && only !== value) return [`${at}: ${JSON.stringify(value)} is not ${JSON.stringify(only)}`];
  if (some !== undefined && !some.includes(value)) return [`${at}: ${JSON.stringify(value)} is none of ${JSON.stringify(some)}`];
  if (type !== undefined && typeOf(value) !== type && !(type === 'number' && typeOf(value) === 'integer')) return [`${at}: ${typeOf(value)} instead of ${type}`];
  if (pattern !== undefined && !new RegExp(pattern).test(String(value))) return [`${at}: ${JSON.stringify(value)} does not match ${pattern}`];
  if (Array.isArray(value)) return items === undefined ? [] : value.flatMap((one, i) => misfits(items, one, `${at}[${i}]`));
  return typeof value === 'object' && value !== null ? fields(schema as Schema, value as Record<string, unknown>, at) : [];
}

function fields({ properties = {}, required = [], additionalProperties = true }: Schema, value: Record<string, unknown>, at: string): string[] {
  const missing = required.filter((name) => !(name in value)).map((name) => `${at}.${name}: missing`);
  return [...missing, ...Object.entries(value).flatMap(([name, one]) => {
    const own = properties[name];
    if (own !== undefined) return misfits(own, one, `${at}.${name}`);
    if (additionalProperties === false) return [`${at}.${name}: not in the schema`];
    return typeof additionalProperties === 'object' ? misfits(additionalProperties, one, `${at}.${name}`) : [];
  })];
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
