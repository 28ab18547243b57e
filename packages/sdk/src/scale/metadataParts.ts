/** What a client needs of metadata, the same for versions 14, 15 and 16. */

import type { HasherName, Metadata, PortableType } from '@taonet/codec';

export interface StorageEntry {
  readonly name: string;
  readonly isOptional: boolean;
  readonly hashers: readonly HasherName[];
  /** Undefined for plain items. */
  readonly key: number | undefined;
  readonly value: number;
  readonly fallback: Uint8Array;
}

export interface PalletEntry {
  readonly name: string;
  readonly index: number;
  /** Name that storage keys begin with. */
  readonly prefix: string;
  readonly storage: ReadonlyMap<string, StorageEntry>;
  readonly constants: ReadonlyMap<string, { readonly type: number; readonly value: Uint8Array }>;
  readonly calls: number | undefined;
  readonly errors: number | undefined;
}

export interface ApiMethod {
  readonly inputs: readonly { readonly name: string; readonly type: number }[];
  readonly output: number;
}

export interface ExtensionEntry {
  readonly identifier: string;
  readonly type: number;
  readonly implicit: number;
}

export interface MetadataParts {
  readonly types: readonly PortableType[];
  readonly pallets: ReadonlyMap<string, PalletEntry>;
  /** Empty with version 14, which does not tell. */
  readonly apis: ReadonlyMap<string, ReadonlyMap<string, ApiMethod>>;
  readonly extensions: readonly ExtensionEntry[];
}

type AnyPallet = Metadata['value']['pallets'][number];
type AnyEntry = NonNullable<AnyPallet['storage']>['entries'][number];

const idOf = (type: number | { readonly type: number } | undefined): number | undefined => (typeof type === 'object' ? type.type : type);

function storageEntry({ name, modifier, shape, fallback }: AnyEntry): StorageEntry {
  const isOptional = modifier === 'Optional';
  if (shape.type === 'Plain') return { name, isOptional, hashers: [], key: undefined, value: shape.value, fallback };
  return { name, isOptional, hashers: shape.value.hashers, key: shape.value.key, value: shape.value.value, fallback };
}

function palletEntry({ name, index, storage, constants, calls, errors }: AnyPallet): PalletEntry {
  return {
    name,
    index,
    prefix: storage?.prefix ?? name,
    storage: new Map((storage?.entries ?? []).map((entry) => [entry.name, storageEntry(entry)])),
    constants: new Map(constants.map((one) => [one.name, one])),
    calls: idOf(calls),
    errors: idOf(errors),
  };
}

function extensionsOf(metadata: Metadata): readonly ExtensionEntry[] {
  if (metadata.version !== 16) return metadata.value.extrinsic.extensions;
  const { extensions, extensionsByVersion } = metadata.value.extrinsic;
  return (extensionsByVersion.find(([version]) => version === 0)?.[1] ?? extensions.map((_, i) => i)).map((i) => extensions[i]!);
}

export function metadataParts(metadata: Metadata): MetadataParts {
  const apis = metadata.version === 14 ? [] : metadata.value.apis;
  return {
    types: metadata.value.types,
    pallets: new Map(metadata.value.pallets.map((pallet) => [pallet.name, palletEntry(pallet)])),
    apis: new Map(apis.map(({ name, methods }) => [name, new Map(methods.map((method) => [method.name, method]))])),
    extensions: extensionsOf(metadata),
  };
}
