/** Docs and build rules of calls, events and errors, found by the path of their enum. */

import { inExtended, type Build, type MetadataDocs, type PalletDecl } from '@taonet/codec';
import type { VariantPolicy } from './typeRegistry.ts';

/** `outer`: paths of the enums over all pallets. */
export function variantPolicy(pallets: readonly PalletDecl[], docs: MetadataDocs, build: Build, outer: readonly string[]): VariantPolicy {
  const notes = new Map<string, Readonly<Record<string, string>>>();
  const left = new Set<string>();
  for (const pallet of pallets) {
    const { calls, events, errors } = docs[pallet.name] ?? {};
    if (calls !== undefined) notes.set(`${pallet.path}::Call`, calls);
    if (events !== undefined) notes.set(`${pallet.path}::Event`, events);
    if (errors !== undefined) notes.set(`${pallet.path}::Error`, errors);
    for (const name of Object.keys(pallet.calls)) {
      if (pallet.calls[name]!.onlyIn?.(build) === false) left.add(`${pallet.path}::Call/${name}`);
    }
    if (!inExtended(build)) {
      for (const name of pallet.extended?.events ?? []) left.add(`${pallet.path}::Event/${name}`);
      for (const name of pallet.extended?.errors ?? []) left.add(`${pallet.path}::Error/${name}`);
    }
    if (pallet.onlyIn?.(build) === false) for (const path of outer) left.add(`${path}/${pallet.name}`);
  }
  return {
    docsOf: (path, variant) => notes.get(path)?.[variant],
    has: (path, variant) => !left.has(`${path}/${variant}`),
  };
}
