/** One pallet as all metadata versions describe it. */

import {
  encode, forBuild, palletCalls, palletErrors, palletEvents,
  type AnyStorageDecl, type Build, type ConstantDecl, type MetadataV14, type PalletDecl, type PalletDocs,
} from '@taonet/codec';
import type { TypeRegistry } from './typeRegistry.ts';

export type PalletMetadata = MetadataV14['pallets'][number];
export type StorageEntryMetadata = NonNullable<PalletMetadata['storage']>['entries'][number];
export type ConstantMetadata = PalletMetadata['constants'][number];

const some = (record: object): boolean => Object.keys(record).length > 0;

const lines = (sentence: string | undefined): string[] => (sentence === undefined ? [] : [sentence]);

/** Bytes of what an absent entry reads as; a lone zero, None, when there is no default. */
function fallbackBytes(decl: AnyStorageDecl, build: Build): Uint8Array {
  return decl.modifier === 'Default' ? encode(decl.value, forBuild(decl.fallback, build)) : Uint8Array.of(0);
}

function storageShape(decl: AnyStorageDecl, types: TypeRegistry): StorageEntryMetadata['shape'] {
  const parts = decl.keys as readonly { readonly hasher: never; readonly codec: { readonly type: never } }[];
  if (parts.length === 0) return { type: 'Plain', value: types.intern(decl.value.type) };
  const keyTypes = parts.map((part) => part.codec.type);
  const key = types.intern(parts.length === 1 ? keyTypes[0]! : { kind: 'tuple', of: keyTypes });
  const value = types.intern(decl.value.type);
  return { type: 'Map', value: { hashers: parts.map((part) => part.hasher), key, value } };
}

function storageEntry(name: string, decl: AnyStorageDecl, docs: PalletDocs, build: Build, types: TypeRegistry): StorageEntryMetadata {
  return { name, modifier: decl.modifier, shape: storageShape(decl, types), fallback: fallbackBytes(decl, build), docs: lines(docs.storage?.[name]) };
}

function constantEntry(name: string, decl: ConstantDecl<unknown>, docs: PalletDocs, build: Build, types: TypeRegistry): ConstantMetadata {
  return { name, type: types.intern(decl.codec.type), value: encode(decl.codec, forBuild(decl.value, build)), docs: lines(docs.constants?.[name]) };
}

export function palletMetadata(pallet: PalletDecl, docs: PalletDocs, build: Build, types: TypeRegistry): PalletMetadata {
  const { name, index, storage, constants } = pallet;
  const items = Object.keys(storage).filter((item) => storage[item]!.onlyIn?.(build) !== false);
  return {
    name,
    index,
    storage: items.length > 0
      ? { prefix: name, entries: items.map((item) => storageEntry(item, storage[item]!, docs, build, types)) }
      : undefined,
    calls: some(pallet.calls) ? types.intern(palletCalls(pallet).type) : undefined,
    events: some(pallet.events) ? types.intern(palletEvents(pallet).type) : undefined,
    errors: some(pallet.errors) ? types.intern(palletErrors(pallet).type) : undefined,
    constants: Object.keys(constants).map((item) => constantEntry(item, constants[item]!, docs, build, types)),
  };
}
