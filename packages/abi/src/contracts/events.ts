/** Contracts: events. */

import { bytes, row, spelled } from '@taonet/codec';
import { contractsOrigin } from '../types/contracts.ts';
import { balanceOfT, codeHashT, tAccountId, tHash } from '../types/spelled.ts';

export const events = {
  Instantiated: row(0, { deployer: tAccountId, contract: tAccountId }),
  Terminated: row(1, { contract: tAccountId, beneficiary: tAccountId }),
  CodeStored: row(2, { code_hash: tHash, deposit_held: balanceOfT, uploader: tAccountId }),
  ContractEmitted: row(3, { contract: tAccountId, data: bytes }),
  CodeRemoved: row(4, { code_hash: tHash, deposit_released: balanceOfT, remover: tAccountId }),
  ContractCodeUpdated: row(5, { contract: tAccountId, new_code_hash: tHash, old_code_hash: tHash }),
  Called: row(6, { caller: spelled(contractsOrigin, 'Origin<T>'), contract: tAccountId }),
  DelegateCalled: row(7, { contract: tAccountId, code_hash: codeHashT }),
  StorageDepositTransferredAndHeld: row(8, { from: tAccountId, to: tAccountId, amount: balanceOfT }),
  StorageDepositTransferredAndReleased: row(9, { from: tAccountId, to: tAccountId, amount: balanceOfT }),
} as const;
