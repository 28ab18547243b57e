import { lazy, struct, u16, u8, variant, row, vec, option, type Codec } from '@taonet/codec';
import { expect, test } from 'vitest';
import { TypeRegistry } from './typeRegistry.ts';

const everything = { docsOf: () => undefined, has: () => true };

test('equal types get one number, numbers are places', () => {
  const types = new TypeRegistry(everything);
  const first = types.intern(vec(u8).type);
  expect(types.intern(vec(u8).type)).toBe(first);
  expect(types.intern(vec(u16).type)).not.toBe(first);
  expect(types.types.map(({ id }) => id)).toEqual(types.types.map((_, i) => i));
});

test('types that differ in parameters or spelling are two', () => {
  const types = new TypeRegistry(everything);
  const one = types.intern(struct('a::B', { x: u8 }).type);
  expect(types.intern(struct('a::B', { x: u8 }, [{ name: 'T' }]).type)).not.toBe(one);
  expect(types.intern(struct('a::B', { x: { ...u8, typeName: 'T' } }).type)).not.toBe(one);
});

test('a type may contain itself', () => {
  const tree: Codec<unknown> = variant('x::Tree', { Leaf: row(0, [u8]), Node: row(1, [vec(lazy(() => tree))]) }) as Codec<unknown>;
  const types = new TypeRegistry(everything);
  const id = types.intern(tree.type);
  const root = types.types[id]!;
  if (root.def.type !== 'variant') throw new TypeError('not an enum');
  const below = types.types[root.def.value[1]!.fields[0]!.type]!;
  expect(below.def).toEqual({ type: 'sequence', value: id });
  expect(types.intern(option(tree).type)).not.toBe(id);
  expect(types.intern(lazy(() => tree).type)).toBe(id);
});

test('variants can be left out and explained', () => {
  const types = new TypeRegistry({ docsOf: (path, name) => `${path}.${name}`, has: (_, name) => name !== 'Node' });
  const { def } = types.types[types.intern(variant('x::E', { Leaf: row(0), Node: row(1) }).type)]!;
  expect(def).toEqual({ type: 'variant', value: [{ name: 'Leaf', index: 0, fields: [], docs: ['x::E.Leaf'] }] });
});
