/** Signers and signatures. */

import { fixedBytes, row, spelled, type ValueOf, variant } from '@taonet/codec';

/** `sp_runtime::MultiSigner` */
export const multiSigner = variant('sp_runtime::MultiSigner', {
  Ed25519: row(0, [spelled(fixedBytes(32), 'ed25519::Public')]),
  Sr25519: row(1, [spelled(fixedBytes(32), 'sr25519::Public')]),
  Ecdsa: row(2, [spelled(fixedBytes(33), 'ecdsa::Public')]),
});
export type MultiSigner = ValueOf<typeof multiSigner>;

/** `sp_runtime::MultiSignature` */
export const multiSignature = variant('sp_runtime::MultiSignature', {
  Ed25519: row(0, [spelled(fixedBytes(64), 'ed25519::Signature')]),
  Sr25519: row(1, [spelled(fixedBytes(64), 'sr25519::Signature')]),
  Ecdsa: row(2, [spelled(fixedBytes(65), 'ecdsa::Signature')]),
});
export type MultiSignature = ValueOf<typeof multiSignature>;
