/** The extensions of every transaction, in upstream's order. source: runtime/src/lib.rs, TxExtension @ 14bc6f9 */

import type { TransactionExtension } from '@taonet/frame';
import { chargeTransactionPayment } from './chargeTransactionPayment.ts';
import { createCheckMetadataHash } from './checkMetadataHash.ts';
import { checkShieldedTxValidity } from './checkShieldedTxValidity.ts';
import { checkGenesis, checkMortality, checkNonce, checkNonZeroSender, checkSpecVersion, checkTxVersion, checkWeight } from './checkSystem.ts';
import { drandPriority } from './drandPriority.ts';
import { subtensorTransactionExtension } from './subtensorTransactionExtension.ts';
import { sudoTransactionExtension } from './sudoTransactionExtension.ts';

export function createTransactionExtensions(metadataHash: Uint8Array | undefined): readonly TransactionExtension[] {
  return [
    checkNonZeroSender,
    checkSpecVersion,
    checkTxVersion,
    checkGenesis,
    checkMortality,
    checkNonce,
    checkWeight,
    chargeTransactionPayment,
    sudoTransactionExtension,
    checkShieldedTxValidity,
    subtensorTransactionExtension,
    drandPriority,
    createCheckMetadataHash(metadataHash),
  ] as readonly TransactionExtension[];
}
