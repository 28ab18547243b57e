/** JSON-RPC answers and what goes wrong in them. */

import { sdkError, type TaonetError } from '../errors.ts';

export interface RpcErrorObject {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}


/** A node's error as one of ours, its code and data among the facts. */
export function rpcError(method: string, { code, message, data }: RpcErrorObject): TaonetError {
  const detail = data === undefined || data === null ? undefined : typeof data === 'string' ? data : JSON.stringify(data);
  return sdkError('RpcError', { method, code, rpcMessage: message, data: detail }, { message: `${method}: ${message}${detail === undefined ? '' : `: ${detail}`} (${code}).` });
}
