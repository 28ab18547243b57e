/**
 * Compares metadata of two origins item by item: names, indices, types down to paths, parameters and spellings, hashers, defaults, constants,
 * runtime APIs, extensions. Type numbers and prose (docs, notes of deprecation) are not compared.
 */

import { decode, metadata, type Metadata, type PortableField, type PortableType, type PortableVariant } from '@taonet/codec';
import { bytesToHex } from '@taonet/primitives';

/** One compared item. */
export interface MetadataCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly expected: string;
  readonly got: string;
}

/** Structural equality of types of two registries; pairs already on the way count as equal, so recursion ends. */
class TypeComparison {
  readonly #expected: readonly PortableType[];
  readonly #got: readonly PortableType[];
  readonly #pairs = new Map<string, string | undefined>();

  constructor(expected: readonly PortableType[], got: readonly PortableType[]) {
    this.#expected = expected;
    this.#got = got;
  }

  /** Where and how the two types first differ; undefined when they are the same. */
  difference(expected: number, got: number): string | undefined {
    const pair = `${expected}/${got}`;
    if (this.#pairs.has(pair)) return this.#pairs.get(pair);
    this.#pairs.set(pair, undefined);
    const found = this.#compare(this.#expected[expected]!, this.#got[got]!);
    this.#pairs.set(pair, found);
    return found;
  }

  #compare(a: PortableType, b: PortableType): string | undefined {
    const name = a.path.at(-1) ?? a.def.type;
    const inside = (where: string, found: string | undefined): string | undefined => (found === undefined ? undefined : `${name}${where} > ${found}`);
    if (a.path.join('::') !== b.path.join('::')) return `path ${a.path.join('::')} | ${b.path.join('::')}`;
    const paramNames = (type: PortableType): string => type.params.map((param) => `${param.name}${param.type === undefined ? '' : '='}`).join();
    if (paramNames(a) !== paramNames(b)) return `${name} params ${paramNames(a)} | ${paramNames(b)}`;
    for (let i = 0; i < a.params.length; i++) {
      const { name: param, type } = a.params[i]!;
      const found = type === undefined ? undefined : this.difference(type, b.params[i]!.type!);
      if (found !== undefined) return inside(`<${param}>`, found);
    }
    const [x, y] = [a.def, b.def];
    if (x.type !== y.type) return `${name} is ${x.type} | ${y.type}`;
    switch (x.type) {
      case 'primitive': return x.value === y.value ? undefined : `${x.value} | ${String(y.value)}`;
      case 'composite': return inside('', this.#fields(x.value, (y as typeof x).value));
      case 'variant': return inside('', this.#variants(x.value, (y as typeof x).value));
      case 'sequence':
      case 'compact': return inside('', this.difference(x.value, (y as typeof x).value));
      case 'array': {
        const other = (y as typeof x).value;
        return x.value.length === other.length ? inside('', this.difference(x.value.of, other.of)) : `length ${x.value.length} | ${other.length}`;
      }
      case 'tuple': {
        const other = (y as typeof x).value;
        if (x.value.length !== other.length) return `tuple of ${x.value.length} | ${other.length}`;
        return firstOf(x.value, (part, i) => inside(`.${i}`, this.difference(part, other[i]!)));
      }
      case 'bitSequence': {
        const other = (y as typeof x).value;
        return this.difference(x.value.store, other.store) ?? this.difference(x.value.order, other.order);
      }
    }
  }

  #fields(a: readonly PortableField[], b: readonly PortableField[]): string | undefined {
    const shown = (fields: readonly PortableField[]): string => fields.map((field) => `${field.name ?? ''}: ${field.typeName ?? '-'}`).join(', ');
    if (shown(a) !== shown(b)) return `fields {${shown(a)}} | {${shown(b)}}`;
    return firstOf(a, (field, i) => {
      const found = this.difference(field.type, b[i]!.type);
      return found === undefined ? undefined : `${field.name ?? i} > ${found}`;
    });
  }

  #variants(a: readonly PortableVariant[], b: readonly PortableVariant[]): string | undefined {
    const shown = (variants: readonly PortableVariant[]): string => variants.map((variant) => `${variant.index} ${variant.name}`).join(', ');
    if (shown(a) !== shown(b)) return `variants ${shown(a)} | ${shown(b)}`;
    return firstOf(a, (variant, i) => {
      const found = this.#fields(variant.fields, b[i]!.fields);
      return found === undefined ? undefined : `${variant.name} > ${found}`;
    });
  }

  /** One check for each variant of two enums. */
  variants(prefix: string, expected: number | undefined, got: number | undefined): MetadataCheck[] {
    if (expected === undefined || got === undefined) return [check(prefix, String(expected !== undefined), String(got !== undefined))];
    const [a, b] = [this.#expected[expected]!, this.#got[got]!];
    const rows = (type: PortableType): readonly PortableVariant[] => (type.def.type === 'variant' ? type.def.value : []);
    const head = (type: PortableType): string => `${type.path.join('::')}<${type.params.map((param) => param.name).join()}> ${rows(type).map((row) => row.name).join()}`;
    return [
      check(prefix, head(a), head(b)),
      ...rows(a).map((row) => {
        const other = rows(b).find(({ name }) => name === row.name);
        if (other === undefined) return { name: `${prefix}.${row.name}`, ok: false, expected: 'present', got: 'missing' };
        return check(`${prefix}.${row.name}`, String(row.index), String(other.index), this.#fields(row.fields, other.fields));
      }),
    ];
  }
}

function firstOf<T>(items: readonly T[], of: (item: T, index: number) => string | undefined): string | undefined {
  for (let i = 0; i < items.length; i++) {
    const found = of(items[i]!, i);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `difference`, when given, reads "expected | got" and fails the check. */
function check(name: string, expected: string, got: string, difference?: string): MetadataCheck {
  if (difference === undefined) return { name, ok: expected === got, expected, got };
  return { name, ok: false, expected: `${expected} (${difference})`, got };
}

/** Items of two lists side by side by name; a list check first, so that order and absence show. */
function sideBySide<T extends { readonly name: string }>(prefix: string, expected: readonly T[], got: readonly T[], compare: (name: string, a: T, b: T) => MetadataCheck[]): MetadataCheck[] {
  const names = (items: readonly T[]): string => items.map(({ name }) => name).join();
  const checks = [check(prefix, names(expected), names(got))];
  for (const item of expected) {
    const other = got.find(({ name }) => name === item.name);
    if (other !== undefined) checks.push(...compare(`${prefix}.${item.name}`, item, other));
  }
  return checks;
}

type Value = Metadata['value'];
type Pallet = Value['pallets'][number];
type Entry = NonNullable<Pallet['storage']>['entries'][number];

const deprecationKind = (item: object): string => ('deprecation' in item ? ` ${(item.deprecation as { readonly type: string }).type}` : '');

function compareStorage(types: TypeComparison, name: string, a: Entry, b: Entry): MetadataCheck[] {
  const shown = (entry: Entry): string => {
    const hashers = entry.shape.type === 'Map' ? entry.shape.value.hashers.join() : '';
    return `${entry.modifier} [${hashers}] ${bytesToHex(entry.fallback)}${deprecationKind(entry)}`;
  };
  const valueOf = (entry: Entry): number => (entry.shape.type === 'Map' ? entry.shape.value.value : entry.shape.value);
  const keys = a.shape.type === 'Map' && b.shape.type === 'Map' ? types.difference(a.shape.value.key, b.shape.value.key) : undefined;
  return [check(name, shown(a), shown(b), keys ?? types.difference(valueOf(a), valueOf(b)))];
}

/** The type of a pallet's enum; version 16 keeps it with deprecations. */
const enumType = (of: Pallet['calls']): number | undefined => (typeof of === 'object' ? of.type : of);

const enumDeprecations = (of: Pallet['calls']): string =>
  typeof of === 'object' ? of.deprecation.map(([index, status]) => `${index} ${status.type}`).join() : '';

function comparePallet(types: TypeComparison, name: string, a: Pallet, b: Pallet): MetadataCheck[] {
  const checks = [check(`${name}.index`, `${a.index} ${a.storage?.prefix}${deprecationKind(a)}`, `${b.index} ${b.storage?.prefix}${deprecationKind(b)}`)];
  const entries = (pallet: Pallet): readonly Entry[] => pallet.storage?.entries ?? [];
  checks.push(...sideBySide(`${name}.storage`, entries(a), entries(b), (item, x, y) => compareStorage(types, item, x, y)));
  for (const part of ['calls', 'events', 'errors'] as const) {
    if (a[part] === undefined && b[part] === undefined) continue;
    checks.push(...types.variants(`${name}.${part}`, enumType(a[part]), enumType(b[part])));
    checks.push(check(`${name}.${part} deprecations`, enumDeprecations(a[part]), enumDeprecations(b[part])));
  }
  const constants = (pallet: Pallet): readonly Pallet['constants'][number][] => pallet.constants;
  checks.push(...sideBySide(`${name}.constants`, constants(a), constants(b), (item, x, y) => [
    check(item, bytesToHex(x.value) + deprecationKind(x), bytesToHex(y.value) + deprecationKind(y), types.difference(x.type, y.type)),
  ]));
  if ('associatedTypes' in a && 'associatedTypes' in b) {
    checks.push(...sideBySide(`${name}.types`, a.associatedTypes, b.associatedTypes, (item, x, y) => [check(item, '', '', types.difference(x.type, y.type))]));
    checks.push(...sideBySide(`${name}.view`, a.viewFunctions, b.viewFunctions, (item, x, y) => [
      ...compareMethod(types, item, x, y),
      check(`${item} id`, bytesToHex(x.id), bytesToHex(y.id)),
    ]));
  }
  return checks;
}

interface Method {
  readonly name: string;
  readonly inputs: readonly { readonly name: string; readonly type: number }[];
  readonly output: number;
}

function compareMethod(types: TypeComparison, name: string, a: Method, b: Method): MetadataCheck[] {
  const shown = (method: Method): string => method.inputs.map((input) => input.name).join() + deprecationKind(method);
  const inputs = firstOf(a.inputs, (input, i) => (b.inputs[i] === undefined ? undefined : types.difference(input.type, b.inputs[i].type)));
  return [check(name, shown(a), shown(b), inputs ?? types.difference(a.output, b.output))];
}

function compareApis(types: TypeComparison, a: Value, b: Value): MetadataCheck[] {
  if (!('apis' in a) || !('apis' in b)) return [];
  const version = (api: object): string => ('version' in api ? String(api.version) : '') + deprecationKind(api);
  return sideBySide<{ readonly name: string; readonly methods: readonly Method[] }>('apis', a.apis, b.apis, (name, x, y) => [
    check(`${name} version`, version(x), version(y)),
    ...sideBySide(name, x.methods, y.methods, (method, m, n) => compareMethod(types, method, m, n)),
  ]);
}

function compareExtrinsic(types: TypeComparison, a: Value, b: Value): MetadataCheck[] {
  const checks: MetadataCheck[] = [];
  const [x, y] = [a.extrinsic, b.extrinsic] as [Record<string, unknown>, Record<string, unknown>];
  for (const field of Object.keys(x)) {
    if (field === 'extensions') continue;
    const isType = ['type', 'address', 'call', 'signature', 'extra'].includes(field);
    checks.push(isType
      ? check(`extrinsic.${field}`, '', '', types.difference(x[field] as number, y[field] as number))
      : check(`extrinsic.${field}`, JSON.stringify(x[field]), JSON.stringify(y[field])));
  }
  const named = (value: Value): { readonly name: string; readonly type: number; readonly implicit: number }[] =>
    value.extrinsic.extensions.map(({ identifier, type, implicit }) => ({ name: identifier, type, implicit }));
  checks.push(...sideBySide('extensions', named(a), named(b), (name, m, n) => [
    check(name, '', '', types.difference(m.type, n.type) ?? types.difference(m.implicit, n.implicit)),
  ]));
  return checks;
}

/** All checks of `ours` against upstream's `blob`. */
export function compareMetadata(blob: Uint8Array, ours: Metadata): MetadataCheck[] {
  const theirs = decode(metadata, blob);
  const checks = [check('version', String(theirs.version), String(ours.version))];
  if (theirs.version !== ours.version) return checks;
  const [a, b]: [Value, Value] = [theirs.value, ours.value];
  const types = new TypeComparison(a.types, b.types);
  const pallets = (value: Value): readonly Pallet[] => value.pallets;
  checks.push(...sideBySide('', pallets(a), pallets(b), (name, x, y) => comparePallet(types, name.slice(1), x, y)));
  checks.push(...compareExtrinsic(types, a, b), ...compareApis(types, a, b));
  if ('outerEnums' in a && 'outerEnums' in b) {
    for (const part of ['call', 'event', 'error'] as const) {
      checks.push(check(`outer.${part}`, '', '', types.difference(a.outerEnums[part], b.outerEnums[part])));
    }
    checks.push(check('custom', String(a.custom.length), String(b.custom.length)));
  }
  if ('runtimeType' in a && 'runtimeType' in b) checks.push(check('runtime type', '', '', types.difference(a.runtimeType, b.runtimeType)));
  return checks;
}
