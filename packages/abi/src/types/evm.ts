/** How EVM executions end. */

import { h256, plainEnum, row, struct, type ValueOf, u64, u8, variant, wrapped } from '@taonet/codec';
import { cowStaticStr } from './spelled.ts';

/** `evm_core::opcode::Opcode` */
export const opcode = wrapped('evm_core::opcode::Opcode', u8);
export type Opcode = ValueOf<typeof opcode>;

/** `evm_core::error::ExitError` */
export const exitError = variant('evm_core::error::ExitError', {
  StackUnderflow: row(0),
  StackOverflow: row(1),
  InvalidJump: row(2),
  InvalidRange: row(3),
  DesignatedInvalid: row(4),
  CallTooDeep: row(5),
  CreateCollision: row(6),
  CreateContractLimit: row(7),
  InvalidCode: row(15, [opcode]),
  OutOfOffset: row(8),
  OutOfGas: row(9),
  OutOfFund: row(10),
  PCUnderflow: row(11),
  CreateEmpty: row(12),
  Other: row(13, [cowStaticStr]),
  MaxNonce: row(14),
});
export type ExitError = ValueOf<typeof exitError>;

/** `evm_core::error::ExitFatal` */
export const exitFatal = variant('evm_core::error::ExitFatal', {
  NotSupported: row(0),
  UnhandledInterrupt: row(1),
  CallErrorAsFatal: row(2, [exitError]),
  Other: row(3, [cowStaticStr]),
});
export type ExitFatal = ValueOf<typeof exitFatal>;

/** `evm_core::error::ExitRevert` */
export const exitRevert = plainEnum('evm_core::error::ExitRevert', { Reverted: 0 });
export type ExitRevert = ValueOf<typeof exitRevert>;

/** `evm_core::error::ExitSucceed` */
export const exitSucceed = plainEnum('evm_core::error::ExitSucceed', { Stopped: 0, Returned: 1, Suicided: 2 });
export type ExitSucceed = ValueOf<typeof exitSucceed>;

/** `evm_core::error::ExitReason` */
export const evmExitReason = variant('evm_core::error::ExitReason', {
  Succeed: row(0, [exitSucceed]),
  Error: row(1, [exitError]),
  Revert: row(2, [exitRevert]),
  Fatal: row(3, [exitFatal]),
});
export type EvmExitReason = ValueOf<typeof evmExitReason>;

/** `pallet_evm::CodeMetadata` */
export const codeMetadata = struct('pallet_evm::CodeMetadata', { size: u64, hash: h256 });
export type CodeMetadata = ValueOf<typeof codeMetadata>;
