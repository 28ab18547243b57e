/** Blocks and extrinsics as runtime APIs name them. */

import { bytes, header, param, plainEnum, spelled, struct, tuple, type ValueOf, unspelled, vec, wrapped } from '@taonet/codec';
import { multiAddress } from './address.ts';
import { drandPriority } from './drand.ts';
import {
  chargeTransactionPaymentWrapper, checkGenesis, checkMetadataHash, checkMortality, checkNonce, checkNonZeroSender, checkSpecVersion,
  checkTxVersion, checkWeight, sudoTransactionExtension,
} from './extensions.ts';
import { checkShieldedTxValidity } from './mevShield.ts';
import { nestedCall } from './nested.ts';
import { multiSignature } from './signature.ts';
import { subtensorTransactionExtension } from './subtensor.ts';

/** All transaction extensions, in upstream's nesting: 7, 5 and 1. */
export const extensionTuple = tuple(
  tuple(checkNonZeroSender, checkSpecVersion, checkTxVersion, checkGenesis, checkMortality, checkNonce, checkWeight),
  tuple(chargeTransactionPaymentWrapper, sudoTransactionExtension, checkShieldedTxValidity, subtensorTransactionExtension, drandPriority),
  checkMetadataHash,
);

/** `sp_runtime::generic::unchecked_extrinsic::UncheckedExtrinsic` */
export const uncheckedExtrinsic = wrapped('sp_runtime::generic::unchecked_extrinsic::UncheckedExtrinsic', unspelled(bytes), {
  params: [param('Address', multiAddress), param('Call', nestedCall), param('Signature', multiSignature), param('Extra', extensionTuple)],
});
export type UncheckedExtrinsic = ValueOf<typeof uncheckedExtrinsic>;

/** `fp_self_contained::unchecked_extrinsic::UncheckedExtrinsic` */
export const selfContainedExtrinsic = wrapped('fp_self_contained::unchecked_extrinsic::UncheckedExtrinsic', spelled(
  uncheckedExtrinsic,
  'generic::UncheckedExtrinsic<Address, Call, Signature, Extension>',
), {
  params: [
    param('Address', multiAddress),
    param('Call', nestedCall),
    param('Signature', multiSignature),
    param('Extension', extensionTuple),
  ],
});
export type SelfContainedExtrinsic = ValueOf<typeof selfContainedExtrinsic>;

/** `sp_runtime::generic::block::Block` */
export const block = struct('sp_runtime::generic::block::Block', {
  header,
  extrinsics: vec(spelled(selfContainedExtrinsic, 'Extrinsic')),
}, [param('Header', header), param('Extrinsic', selfContainedExtrinsic)]);
export type Block = ValueOf<typeof block>;

/** `sp_runtime::ExtrinsicInclusionMode` */
export const extrinsicInclusionMode = plainEnum('sp_runtime::ExtrinsicInclusionMode', { AllExtrinsics: 0, OnlyInherents: 1 });
export type ExtrinsicInclusionMode = ValueOf<typeof extrinsicInclusionMode>;
