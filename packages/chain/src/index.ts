export { Application, type Proposal, type ProposeOptions, type Verdict } from './application.ts';
export { BittensorRuntime, type BittensorOptions } from './bittensor/runtimePort.ts';
export type { PulseSigner } from './bittensor/pulses.ts';
export { Chain, type ChainOptions, type ReadableState } from './chain.ts';
export { ChainClock, systemTimer } from './chainClock.ts';
export { EventBus, type ChainEvents } from './events.ts';
export { executeBlock, type BadBlock, type BlockParent, type ExecutedBlock } from './execution.ts';
export { auraSlotItem, decodeHeader, encodeHeader, extrinsicHash, headerHash, slotOf, type Header } from './header.ts';
export type { DecodedEvent, DryOrigin, DryRun, ExplainedValidity, MoneyChange, RefusedCall, RuntimeInspector } from './inspection.ts';
export { DEFAULT_LIMITS, type PoolLimits, TransactionPool } from './pool/pool.ts';
export { isLast, type PooledTransaction, type PoolRefusal, type SubmitResult, type TransactionEvent } from './pool/transaction.ts';
export type {
  AuthorShield, Block, BlockCommit, BlockResult, BlockRun, BlockStart, BlockStore, CallOutcome, InherentData, KeyChange, ParentState,
  RuntimePort, RuntimeVersion, SealedTransaction, SealReader, StoredHead, Timer, TransactionSource,
} from './ports.ts';
export { type ProduceOptions, Producer } from './producer.ts';
export { parseSealMode, sealModeText, type SealMode } from './sealMode.ts';
export { HeadState } from './state/headState.ts';
export { PastState } from './state/pastState.ts';
export { BlockWindow } from './store/blockWindow.ts';
export { MemoryStore } from './store/memoryStore.ts';
export { decodeApplied, decodeValidity, invalidText, unknownText, type Applied, type Validity, type ValidityError, type ValidTransaction } from './validity.ts';
