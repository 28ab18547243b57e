export * from './state/backend.ts';
export * from './state/memoryState.ts';
export * from './state/overlay.ts';
export * from './context.ts';
export * from './storageItem.ts';
export * from './layer.ts';
export * from './bind.ts';
export * from './origin.ts';
export * from './call.ts';
export * from './plainRefusals.ts';
export { StateTrie, TrieSnapshot } from './trie/stateTrie.ts';
export { computeTrieRoot } from './trie/computeTrieRoot.ts';
export type { TrieHasher, TrieVersion } from './trie/trieNode.ts';
export { BlockCtx } from './executive/blockContext.ts';
export { EventList, encodePhase, type EventRecord, type Phase } from './executive/eventList.ts';
export {
  OpenBlock, checkSignature, executeBlock, isInherent, validateTransaction,
  type ApplyResult, type BlockStart, type ExecuteOptions, type FinishedBlock,
} from './executive/executive.ts';
export type { Transaction, TransactionExtension, Validated } from './executive/extension.ts';
export { extrinsicCodec, signedPayload, encodeEach, type Extrinsic, type ExtrinsicFormat, type Preamble } from '@taonet/codec';
export { ExtrinsicReader } from './executive/extrinsicReader.ts';
export { hashHeader, preRuntimePayload } from './executive/header.ts';
export type { IsVerified } from './executive/pipeline.ts';
export type { Hooks, PalletBehaviour, RuntimeSpec, SystemPort } from './executive/runtimeSpec.ts';
export { TrieRoots, type StateRoots } from './executive/stateRoots.ts';
export { combineValidity, invalid, unknown, DEFAULT_VALIDITY, type TransactionSource, type ValidTransaction } from './executive/validity.ts';
export {
  actualPays, actualWeight, addWeight, exceeds, maxWeight, minWeight, subWeight, timesWeight, totalWeight, weightOf, CLASS_FIELD, ZERO_WEIGHT,
  type BlockLimits, type ClassLimits, type ConsumedWeight,
} from './executive/weight.ts';
export { buildMetadata } from './metadata/buildMetadata.ts';
