import { fixedBytes, option } from '@taonet/codec';
import { checkMetadataHash as explicit, type CheckMetadataHash } from '@taonet/abi';
import { unknown, type TransactionExtension } from '@taonet/frame';

/**
 * The signer may have signed the hash of the metadata it read. `metadataHash`: what it must be; undefined in builds that do
 * not know it, where such transactions are UnknownTransaction.CannotLookup.
 *
 * source: frame-metadata-hash-extension 0.9.0
 */
export function createCheckMetadataHash(metadataHash: Uint8Array | undefined): TransactionExtension<CheckMetadataHash, Uint8Array | undefined> {
  return {
    identifier: 'CheckMetadataHash',
    explicit,
    implicit: option(fixedBytes(32)),
    getImplicit: (_ctx, { mode }) => (mode === 'Disabled' ? undefined : metadataHash ?? unknown('CannotLookup')),
  };
}
