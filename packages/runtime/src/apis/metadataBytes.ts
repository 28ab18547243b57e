/** The metadata provider of a view: built from the declarations when first asked for, then kept. */

import { runtimeDescription } from '@taonet/abi';
import { encode, metadata, METADATA_VERSIONS, type Build, type MetadataDocs } from '@taonet/codec';
import { buildMetadata } from '@taonet/frame';
import type { ViewCtx } from './viewCtx.ts';

/** `docs`: sentences that metadata shows with the items they name. */
export function createMetadataAt(build: Build, docs: MetadataDocs = {}): ViewCtx['metadataAt'] {
  const built: (Uint8Array | undefined)[] = [];
  return (asked) => {
    const version = METADATA_VERSIONS.find((one) => one === asked);
    if (version === undefined) return undefined;
    built[version] ??= encode(metadata, buildMetadata(runtimeDescription, build, version, docs));
    return built[version];
  };
}
