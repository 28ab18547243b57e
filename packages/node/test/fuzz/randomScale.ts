/** SCALE bytes of a random value of any type, from the type description that codecs carry. */

import { resolveType, Writer, writeCompact, type FieldDef, type PrimitiveName, type TypeDef, type TypeRef } from '@taonet/codec';
import { hexToBytes } from '@taonet/primitives';
import type { Random } from './random.ts';

/** What values are chosen from, so that many of them mean something on the chain. */
export interface Pantry {
  readonly accounts: readonly string[];
}

const DEEPEST = 12;
/** Calls in calls in calls. */
const DEEPEST_CALLS = 4;
const BITS: Readonly<Record<PrimitiveName, number>> = {
  bool: 1, char: 32, str: 0, u8: 8, u16: 16, u32: 32, u64: 64, u128: 128, u256: 256, i8: 8, i16: 16, i32: 32, i64: 64, i128: 128, i256: 256,
};
const BYTE_LISTS_MAX = 200;
const LISTS_MAX = 12;
/** System.remark of nothing. */
const SMALLEST_CALL = Uint8Array.of(0, 0, 0);

export class RandomScale {
  readonly #random: Random;
  readonly #pantry: Pantry;
  readonly #writer = new Writer();
  #depth = 0;
  #calls = 0;

  constructor(random: Random, pantry: Pantry) {
    this.#random = random;
    this.#pantry = pantry;
  }

  /** One value after the other. */
  static bytesOf(types: readonly FieldDef[], random: Random, pantry: Pantry): Uint8Array {
    const made = new RandomScale(random, pantry);
    for (const { name, type } of types) made.#value(type, name ?? '');
    return made.#writer.bytes();
  }

  #value(ref: TypeRef, name: string): void {
    const type = resolveType(ref);
    this.#depth += 1;
    this.#ofKind(type, name);
    this.#depth -= 1;
  }

  #ofKind(type: TypeDef, name: string): void {
    const last = type.path?.at(-1);
    switch (type.kind) {
      case 'primitive': return this.#primitive(type.name, name);
      case 'composite':
        if (last === 'AccountId32') return this.#writer.raw(hexToBytes(this.#random.oneIn(6) ? '00'.repeat(32) : this.#random.pick(this.#pantry.accounts)));
        for (const field of type.fields) this.#value(field.type, field.name ?? name);
        return;
      case 'tuple':
        for (const one of type.of) this.#value(one, name);
        return;
      case 'array':
        for (let i = 0; i < type.length; i++) this.#value(type.of, name);
        return;
      case 'sequence': return this.#sequence(type.of, name);
      case 'compact': return this.#compact(type.of, name);
      case 'bitSequence': return writeCompact(this.#writer, 0);
      case 'variant': return this.#variant(type, last, name);
    }
  }

  #primitive(kind: PrimitiveName, name: string): void {
    if (kind === 'str') {
      const text = new TextEncoder().encode(this.#random.pick(['', 'a', 'Dęvnet', '\u0000', '0x00', 'x'.repeat(70)]));
      writeCompact(this.#writer, text.length);
      return this.#writer.raw(text);
    }
    const bits = BITS[kind];
    if (bits <= 32) this.#writer.uintLe(Number(this.#number(bits, name)), Math.max(1, bits / 8));
    else this.#writer.bigLe(this.#number(bits, name), bits / 8);
  }

  /** Subnets that exist and affordable amounts come often. */
  #number(bits: number, name: string): bigint {
    const random = this.#random;
    if (bits === 16 && /netuid/i.test(name) && !random.oneIn(5)) return BigInt(random.below(4));
    if (bits === 16 && /uid/i.test(name) && !random.oneIn(5)) return BigInt(random.below(3));
    if (bits >= 64 && !random.oneIn(3)) return BigInt(random.below(1_000_000)) * 10n ** BigInt(random.below(8));
    return random.big(bits);
  }

  #sequence(of: TypeRef, name: string): void {
    const inner = resolveType(of);
    const isBytes = inner.kind === 'primitive' && inner.name === 'u8';
    const length = this.#depth > DEEPEST ? 0 : this.#random.size(isBytes ? BYTE_LISTS_MAX : LISTS_MAX);
    writeCompact(this.#writer, length);
    if (isBytes) return this.#writer.raw(this.#random.bytes(length));
    for (let i = 0; i < length; i++) this.#value(of, name);
  }

  #compact(of: TypeRef, name: string): void {
    let type = resolveType(of);
    while (type.kind === 'composite' && type.fields.length === 1) type = resolveType(type.fields[0]!.type);
    if (type.kind !== 'primitive') return;
    const value = this.#number(BITS[type.name], name);
    writeCompact(this.#writer, BITS[type.name] <= 32 ? Number(value) : value);
  }

  #variant(type: Extract<TypeDef, { readonly kind: 'variant' }>, last: string | undefined, name: string): void {
    const isCall = last === 'RuntimeCall';
    if (isCall && this.#calls >= DEEPEST_CALLS) return this.#writer.raw(SMALLEST_CALL);
    if (type.variants.length === 0) return;
    const small = this.#depth > DEEPEST ? type.variants.filter(({ fields }) => fields.length === 0) : [];
    const chosen = this.#random.pick(small.length > 0 ? small : type.variants);
    this.#writer.byte(chosen.index);
    if (isCall) this.#calls += 1;
    for (const field of chosen.fields) this.#value(field.type, field.name ?? name);
    if (isCall) this.#calls -= 1;
  }
}
