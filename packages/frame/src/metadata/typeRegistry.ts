/** Turns type descriptions into numbered portable types, each kept once. */

import { resolveType, type FieldDef, type PortableDef, type PortableField, type PortableType, type TypeDef, type TypeRef } from '@taonet/codec';

/** What is said or left out of an enum's variants; by the enum's full path. */
export interface VariantPolicy {
  /** Sentence on a variant. */
  docsOf(path: string, variant: string): string | undefined;
  /** Whether this build has the variant. */
  has(path: string, variant: string): boolean;
}

export class TypeRegistry {
  readonly types: PortableType[] = [];
  readonly #policy: VariantPolicy;
  readonly #byObject = new Map<TypeDef, number>();
  readonly #byContent = new Map<string, number>();
  /** Types whose parts are being numbered; a number as soon as one of their parts names them. */
  readonly #open = new Map<TypeDef, number | undefined>();

  constructor(policy: VariantPolicy) {
    this.#policy = policy;
  }

  /** The number of a type; it and all its parts are entered when they are new. */
  intern(ref: TypeRef): number {
    const type = resolveType(ref);
    const known = this.#byObject.get(type);
    if (known !== undefined) return known;
    if (this.#open.has(type)) {
      const early = this.#open.get(type) ?? this.#reserve();
      this.#open.set(type, early);
      return early;
    }
    // The first type gets the first number, before its parts: clients know AccountId32, the key of the first storage item, by number 0.
    this.#open.set(type, this.types.length === 0 ? this.#reserve() : undefined);
    const params = (type.params ?? []).map(({ name, type: of }) => ({ name, type: of === undefined ? undefined : this.intern(of) }));
    const content = { path: [...(type.path ?? [])], params, def: this.#portable(type) };
    const early = this.#open.get(type);
    this.#open.delete(type);
    const key = JSON.stringify(content);
    const id = early ?? this.#byContent.get(key) ?? this.#reserve();
    this.types[id] = { id, ...content, docs: [] };
    this.#byContent.set(key, id);
    this.#byObject.set(type, id);
    return id;
  }

  #reserve(): number {
    const id = this.types.length;
    this.types.push({ id, path: [], params: [], def: { type: 'tuple', value: [] }, docs: [] });
    return id;
  }

  #fields(fields: readonly FieldDef[]): PortableField[] {
    return fields.map(({ name, type, typeName }) => ({ name, type: this.intern(type), typeName, docs: [] }));
  }

  #portable(type: TypeDef): PortableDef {
    switch (type.kind) {
      case 'primitive': return { type: 'primitive', value: type.name };
      case 'composite': return { type: 'composite', value: this.#fields(type.fields) };
      case 'sequence': return { type: 'sequence', value: this.intern(type.of) };
      case 'array': return { type: 'array', value: { length: type.length, of: this.intern(type.of) } };
      case 'tuple': return { type: 'tuple', value: type.of.map((part) => this.intern(part)) };
      case 'compact': return { type: 'compact', value: this.intern(type.of) };
      case 'bitSequence': return { type: 'bitSequence', value: { store: this.intern(type.store), order: this.intern(type.order) } };
      case 'variant': {
        const path = (type.path ?? []).join('::');
        return {
          type: 'variant',
          value: type.variants
            .filter(({ name }) => this.#policy.has(path, name))
            .map(({ name, index, fields }) => {
              const docs = this.#policy.docsOf(path, name);
              return { name, index, fields: this.#fields(fields), docs: docs === undefined ? [] : [docs] };
            }),
        };
      }
    }
  }
}
