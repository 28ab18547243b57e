/** Docs and build rules of calls, events and errors, found by the path of their enum. */

import type { Build, MetadataDocs, PalletDecl } from '@taonet/codec';
import type { VariantPolicy } from './typeRegistry.ts';

export function variantPolicy(pallets: readonly PalletDecl[], docs: MetadataDocs, build: Build): VariantPolicy {
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
  }
  return {
    docsOf: (path, variant) => notes.get(path)?.[variant],
    has: (path, variant) => !left.has(`${path}/${variant}`),
  };
}
