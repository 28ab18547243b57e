/** The 13 transaction extensions, in signing order: what stands in the transaction, and what is only signed (implicit). */

import { fixedBytes, h256, option, u32, unit, type ExtensionDecl } from '@taonet/codec';
import { drandPriority } from './types/drand.ts';
import {
  checkGenesis, checkMetadataHash, checkMortality, checkNonce, checkNonZeroSender, checkSpecVersion, checkTxVersion,
  checkWeight, sudoTransactionExtension,
} from './types/extensions.ts';
import { checkShieldedTxValidity } from './types/mevShield.ts';
import { subtensorTransactionExtension } from './types/subtensor.ts';
import { chargeTransactionPayment } from './types/transactionPayment.ts';

export const extensions = [
  { identifier: 'CheckNonZeroSender', explicit: checkNonZeroSender, implicit: unit },
  { identifier: 'CheckSpecVersion', explicit: checkSpecVersion, implicit: u32 },
  { identifier: 'CheckTxVersion', explicit: checkTxVersion, implicit: u32 },
  { identifier: 'CheckGenesis', explicit: checkGenesis, implicit: h256 },
  { identifier: 'CheckMortality', explicit: checkMortality, implicit: h256 },
  { identifier: 'CheckNonce', explicit: checkNonce, implicit: unit },
  { identifier: 'CheckWeight', explicit: checkWeight, implicit: unit },
  { identifier: 'ChargeTransactionPayment', explicit: chargeTransactionPayment, implicit: unit },
  { identifier: 'SudoTransactionExtension', explicit: sudoTransactionExtension, implicit: unit },
  { identifier: 'CheckShieldedTxValidity', explicit: checkShieldedTxValidity, implicit: unit },
  { identifier: 'SubtensorTransactionExtension', explicit: subtensorTransactionExtension, implicit: unit },
  { identifier: 'DrandPriority', explicit: drandPriority, implicit: unit },
  { identifier: 'CheckMetadataHash', explicit: checkMetadataHash, implicit: option(fixedBytes(32)) },
] as const satisfies readonly ExtensionDecl[];
