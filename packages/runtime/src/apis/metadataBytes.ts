/** The metadata provider: built from the declarations when first asked for, for each rule set, then kept. */

import type { RuleSwitches } from '@taonet/abi';
import { encode, metadata, METADATA_VERSIONS, type Build, type MetadataDocs } from '@taonet/codec';
import { buildMetadata } from '@taonet/frame';
import { describeUnder } from '../rules/describe.ts';

/** Metadata of a version under a rule set; undefined for a version that there is not. */
export type MetadataUnder = (version: number, rules?: RuleSwitches['rule_set']) => Uint8Array | undefined;

/** `docs`: sentences that metadata shows with the items they name. */
export function createMetadata(build: Build, docs: MetadataDocs = {}): MetadataUnder {
  const built = new Map<string, Uint8Array>();
  return (asked, rules = 'June2026') => {
    const version = METADATA_VERSIONS.find((one) => one === asked);
    if (version === undefined) return undefined;
    const key = `${rules} ${version}`;
    const found = built.get(key) ?? encode(metadata, buildMetadata(describeUnder(rules), build, version, docs));
    built.set(key, found);
    return found;
  };
}
