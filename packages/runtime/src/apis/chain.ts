/** Core (its version) and Metadata: what the runtime says of itself. */

import { coreApi, metadataApi } from '@taonet/abi';
import { METADATA_VERSIONS } from '@taonet/codec';
import { defect } from '@taonet/primitives';
import { C as System } from '../pallets/system/pallet.ts';
import { specVersionOf } from '../rules/ruleSetOf.ts';
import { bindTrait } from './handlers.ts';
import type { ViewCtx } from './viewCtx.ts';

/** What `Metadata_metadata` gives; newer ones must be asked for by number. */
const DEFAULT_METADATA_VERSION = 14;

function defaultMetadata(ctx: ViewCtx): Uint8Array {
  const found = ctx.metadataAt(DEFAULT_METADATA_VERSION);
  if (found === undefined) throw defect('NoMetadata', { version: DEFAULT_METADATA_VERSION });
  return found;
}

export const chainMethods = {
  ...bindTrait(coreApi, { version: (ctx) => ({ ...System.Version(ctx), spec_version: specVersionOf(ctx) }) }),
  ...bindTrait(metadataApi, {
    metadata: defaultMetadata,
    metadata_at_version: (ctx, { version }) => ctx.metadataAt(version),
    metadata_versions: () => [...METADATA_VERSIONS],
  }),
};
