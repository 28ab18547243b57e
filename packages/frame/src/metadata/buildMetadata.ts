/** Builds metadata of versions 14, 15 and 16 from a runtime's declarations. */

import type {
  ApiMethodDecl, Build, Deprecation, DeprecationNotes, Metadata, MetadataDocs, MetadataV15, MetadataV16, PalletDecl, PalletExtras, RuntimeDescription, TypeRef,
} from '@taonet/codec';
import { hexToBytes } from '@taonet/primitives';
import { palletMetadata, type PalletMetadata } from './palletMetadata.ts';
import { TypeRegistry } from './typeRegistry.ts';
import { variantPolicy } from './variantPolicy.ts';

type PalletV16 = MetadataV16['pallets'][number];
type EnumV16 = NonNullable<PalletV16['calls']>;

/** `since` is never given. An empty note means deprecated without a note. */
function deprecationOf(notes: DeprecationNotes | undefined, name: string): Deprecation {
  const note = notes?.[name];
  if (note === undefined) return { type: 'NotDeprecated' };
  return note === '' ? { type: 'DeprecatedWithoutNote' } : { type: 'Deprecated', value: { note, since: undefined } };
}

const pathOf = ({ type }: { readonly type: TypeRef }): string => (typeof type === 'object' && 'path' in type ? (type.path ?? []).join('::') : '');

class Builder {
  readonly types: TypeRegistry;
  readonly #runtime: RuntimeDescription;
  readonly #build: Build;
  readonly #docs: MetadataDocs;
  /** Those of this build. */
  readonly #pallets: readonly PalletDecl[];

  constructor(runtime: RuntimeDescription, build: Build, docs: MetadataDocs) {
    this.#runtime = runtime;
    this.#build = build;
    this.#docs = docs;
    this.#pallets = runtime.pallets.filter(({ onlyIn }) => onlyIn?.(build) !== false);
    this.types = new TypeRegistry(variantPolicy(runtime.pallets, docs, build, [runtime.call, runtime.event, runtime.error, runtime.origin].map(pathOf)));
  }

  readonly id = (codec: { readonly type: TypeRef }): number => this.types.intern(codec.type);

  pallets(): PalletMetadata[] {
    return this.#pallets.map((pallet) => palletMetadata(pallet, this.#docs[pallet.name] ?? {}, this.#build, this.types));
  }

  extensions(): MetadataV15['extrinsic']['extensions'] {
    return this.#runtime.extensions.map(({ identifier, explicit, implicit }) => ({ identifier, type: this.id(explicit), implicit: this.id(implicit) }));
  }

  outerEnums(): MetadataV15['outerEnums'] {
    return { call: this.id(this.#runtime.call), event: this.id(this.#runtime.event), error: this.id(this.#runtime.error) };
  }

  method(name: string, { args, result }: Pick<ApiMethodDecl, 'args' | 'result'>): MetadataV15['apis'][number]['methods'][number] {
    return { name, inputs: Object.keys(args).map((arg) => ({ name: arg, type: this.id(args[arg]!) })), output: this.id(result), docs: [] };
  }

  apis(): MetadataV15['apis'] {
    return this.#runtime.apis.map(({ name, methods }) => ({
      name,
      methods: Object.keys(methods).map((method) => this.method(method, methods[method]!)),
      docs: [],
    }));
  }

  apisV16(): MetadataV16['apis'] {
    const versions = new Map(this.#runtime.apis.map(({ name, version }) => [name, version]));
    return this.apis().map(({ name, methods, docs }) => ({
      name,
      methods: methods.map((method) => ({ ...method, deprecation: deprecationOf(this.#runtime.deprecatedMethods[name], method.name) })),
      docs,
      version: versions.get(name)!,
      deprecation: { type: 'NotDeprecated' },
    }));
  }

  palletsV16(pallets: readonly PalletMetadata[]): PalletV16[] {
    return pallets.map((pallet, i) => this.#palletV16(this.#pallets[i]!, pallet, this.#runtime.extras[pallet.name] ?? {}));
  }

  #palletV16(decl: PalletDecl, pallet: PalletMetadata, { associatedTypes = {}, viewFunctions = {}, deprecated = {} }: PalletExtras): PalletV16 {
    const { name, index, storage, constants, calls, events, errors } = pallet;
    const indexed = (type: number | undefined, notes: DeprecationNotes | undefined, indexOf: (item: string) => number): EnumV16 | undefined =>
      type === undefined ? undefined : { type, deprecation: Object.keys(notes ?? {}).map((item) => [indexOf(item), deprecationOf(notes, item)] as EnumV16['deprecation'][number]) };
    return {
      name,
      storage: storage && {
        prefix: storage.prefix,
        entries: storage.entries.map((entry) => ({ ...entry, deprecation: deprecationOf(deprecated.storage, entry.name) })),
      },
      calls: indexed(calls, deprecated.calls, (item) => decl.calls[item]!.index),
      events: indexed(events, deprecated.events, (item) => decl.events[item]!.index),
      constants: constants.map((entry) => ({ ...entry, deprecation: deprecationOf(deprecated.constants, entry.name) })),
      errors: indexed(errors, deprecated.errors, (item) => decl.errors[item]!),
      associatedTypes: Object.keys(associatedTypes).map((item) => ({ name: item, type: this.id(associatedTypes[item]!), docs: [] })),
      viewFunctions: Object.keys(viewFunctions).map((item) => ({
        id: hexToBytes(viewFunctions[item]!.id),
        ...this.method(item, viewFunctions[item]!),
        deprecation: { type: 'NotDeprecated' },
      })),
      index,
      docs: [],
      deprecation: { type: 'NotDeprecated' },
    };
  }
}

/**
 * Metadata of `version` for one build. `docs` adds a sentence to the items it names.
 * Type numbers differ from upstream's; clients read structure.
 */
export function buildMetadata(runtime: RuntimeDescription, build: Build, version: 14 | 15 | 16, docs: MetadataDocs = {}): Metadata {
  const builder = new Builder(runtime, build, docs);
  const { id, types: { types } } = builder;
  // Pallets first: the key of System.Account becomes type 0, which clients know as an account, and all versions number alike.
  const pallets = builder.pallets();
  const parts = { address: id(runtime.address), call: id(runtime.call), signature: id(runtime.signature) };
  const extensions = builder.extensions();
  switch (version) {
    case 14: {
      const extrinsic = { type: id(runtime.extrinsic), version: runtime.extrinsicVersions[0]!, extensions };
      return { version, value: { types, pallets, extrinsic, runtimeType: id(runtime.runtime) } };
    }
    case 15: {
      const extrinsic = { version: runtime.extrinsicVersions[0]!, ...parts, extra: id(runtime.extensionTuple), extensions };
      return {
        version,
        value: { types, pallets: pallets.map((pallet) => ({ ...pallet, docs: [] })), extrinsic, runtimeType: id(runtime.runtime), apis: builder.apis(), outerEnums: builder.outerEnums(), custom: [] },
      };
    }
    case 16: {
      const extrinsic = {
        versions: [...runtime.extrinsicVersions],
        ...parts,
        extensionsByVersion: [[0, extensions.map((_, i) => i)]] as [number, number[]][],
        extensions,
      };
      return { version, value: { types, pallets: builder.palletsV16(pallets), extrinsic, apis: builder.apisV16(), outerEnums: builder.outerEnums(), custom: [] } };
    }
  }
}
