/** Everything that can go wrong in a request, as JSON-RPC says it. The one place where codes and texts are chosen. */

import { CannotDecode } from '@taonet/codec';
import { invalidText, unknownText, type PoolRefusal } from '@taonet/chain';
import { Defect, Invalidity, OperatingError, Refusal } from '@taonet/primitives';

/** The `error` member of an answer. */
export interface RpcErrorObject {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}

/** What a method throws to answer with an error. */
export class RpcError extends OperatingError {
  readonly object: RpcErrorObject;

  constructor(code: number, message: string, data?: unknown) {
    super('Rpc', message);
    this.object = data === undefined ? { code, message } : { code, message, data };
  }
}

export const PARSE_ERROR: RpcErrorObject = { code: -32700, message: 'Parse error' };
export const INVALID_REQUEST: RpcErrorObject = { code: -32600, message: 'Invalid request' };
export const OVERSIZED_REQUEST: RpcErrorObject = { code: -32007, message: 'Request is too big' };
export const oversizedResponse = (max: number): RpcErrorObject => ({ code: -32008, message: 'Response is too big', data: `Exceeded max limit of ${max}` });
export const oversizedBatchResponse = (max: number): RpcErrorObject => ({ code: -32011, message: 'The batch response was too large', data: `Exceeded max limit of ${max}` });

export const methodNotFound = (name: string): RpcError => new RpcError(-32601, 'Method not found', name);
export const invalidParams = (why: string): RpcError => new RpcError(-32602, 'Invalid params', why);
export const internalError = (why: string): RpcError => new RpcError(-32603, 'Internal error', why);
export const unsafeCall = (): RpcError => new RpcError(-32601, 'RPC call is unsafe to be called externally');
export const tooManySubscriptions = (max: number): RpcError => new RpcError(-32006, 'Too many subscriptions on the connection', `Exceeded max limit of ${max}`);
export const needsConnection = (): RpcError => new RpcError(-32601, 'Method not found', 'This method keeps state on its connection and needs a WebSocket.');

/** Errors of the state methods: base 4000, `Client` is 3. source: sc-rpc-api state/error.rs */
export const clientError = (why: string): RpcError => new RpcError(4003, `Client error: ${why}`);
export const unknownBlock = (hash: string): RpcError => clientError(`UnknownBlock: Header was not found in the database: 0x${hash}`);
export const tooManyKeys = (value: number, max: number): RpcError => new RpcError(4002, `count exceeds maximum value. value: ${value}, max: ${max}`);
export const badBlockRange = (from: string, to: string, why: string): RpcError =>
  new RpcError(4001, `Cannot resolve a block range ['Hash(0x${from})' ... 'Hash(0x${to})]. ${why}`);

/** Errors of chainHead_v1. source: JSON-RPC interface specification */
export const tooManyFollows = (): RpcError => new RpcError(-32800, 'Maximum number of chainHead_follow has been reached');
export const blockNotPinned = (): RpcError => new RpcError(-32801, 'Invalid block hash');
export const followWithoutRuntime = (): RpcError => new RpcError(-32802, 'The runtime updates flag must be set');
export const nothingToContinue = (): RpcError => new RpcError(-32803, 'Wait for continue event was not generated for the subscription');
export const duplicateHashes = (): RpcError => new RpcError(-32804, 'Received duplicate hashes for the chainHead_unpin method');

/** Errors of manual sealing. source: sc-consensus-manual-seal error.rs */
export const emptyPool = (): RpcError => new RpcError(12_000, 'Transaction pool is empty, set create_empty to true, if you want to create empty blocks');
export const sealBlockNotFound = (): RpcError => new RpcError(13_000, 'couldn\'t find block', 'The block is not part of this chain, or not the newest.');
export const authoringStopped = (why: string): RpcError => new RpcError(14_000, 'Block production has stopped', why);

/** Why the pool did not take a transaction. source: sc-rpc-api author/error.rs */
export function poolError(refusal: PoolRefusal): RpcError {
  switch (refusal.kind) {
    case 'Undecodable': return new RpcError(1002, 'Verification Error: Runtime error: Execution failed: the bytes are not an extrinsic of this runtime', 'RuntimeApi("could not decode the extrinsic")');
    case 'Invalid': return new RpcError(1010, 'Invalid Transaction', invalidText(refusal.error));
    case 'Unknown': return new RpcError(1011, 'Unknown Transaction Validity', unknownText(refusal.error));
    case 'TemporarilyBanned': return new RpcError(1012, 'Transaction is temporarily banned');
    case 'AlreadyImported': return new RpcError(1013, 'Transaction Already Imported', `0x${refusal.hash}`);
    case 'TooLowPriority':
      return new RpcError(1014, `Priority is too low: (${refusal.old} vs ${refusal.new})`, 'The transaction has too low priority to replace another transaction already in the pool.');
    case 'CycleDetected': return new RpcError(1015, 'Cycle Detected');
    case 'ImmediatelyDropped': return new RpcError(1016, 'Immediately Dropped', 'The transaction couldn\'t enter the pool because of the limit');
    case 'NoTags': return new RpcError(1019, 'No tags provided', 'Transaction does not provide any tags, so the pool can\'t identify it');
  }
}

/** An extrinsic whose own length does not fit. */
export const badFormat = (why: string): RpcError => new RpcError(1001, `Extrinsic has invalid format: ${why}`);

/** The JSON-RPC form of whatever a method threw. Stacks and inner texts of defects stay here. */
export function toRpcError(thrown: unknown): RpcErrorObject {
  if (thrown instanceof RpcError) return thrown.object;
  if (thrown instanceof CannotDecode) return invalidParams(`expected ${thrown.expected} at byte ${thrown.offset}`).object;
  if (thrown instanceof Invalidity) return new RpcError(1010, 'Invalid Transaction', JSON.stringify(thrown.error)).object;
  if (thrown instanceof Refusal) return new RpcError(1, 'Runtime error', thrown.name).object;
  if (thrown instanceof Defect) return thrown.code === 'AuthoringStopped' ? authoringStopped('See the log of the node.').object : internalError(thrown.code).object;
  if (thrown instanceof OperatingError) return internalError(thrown.message).object;
  if (thrown instanceof RangeError) return internalError('The answer is too big.').object;
  return internalError('A mistake of this node; see its log.').object;
}

/** Whether the operator should hear of it. */
export function isOurMistake(thrown: unknown): boolean {
  return !(thrown instanceof RpcError || thrown instanceof CannotDecode || thrown instanceof Invalidity || thrown instanceof Refusal);
}
