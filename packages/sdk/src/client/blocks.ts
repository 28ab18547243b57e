/** Blocks as they come. */

import type { RequestOptions } from '../transport/transport.ts';
import type { Connection } from './connection.ts';
import { messages } from './messages.ts';

/** A block's header. */
export interface BlockHead {
  readonly number: number;
  readonly parentHash: string;
}

interface HeaderMessage {
  readonly number: string;
  readonly parentHash: string;
}

export async function* followBlocks(connection: Connection, finalized: boolean, options: RequestOptions): AsyncGenerator<BlockHead, void> {
  const order = finalized
    ? { method: 'chain_subscribeFinalizedHeads', unsubscribe: 'chain_unsubscribeFinalizedHeads', params: [] }
    : { method: 'chain_subscribeNewHeads', unsubscribe: 'chain_unsubscribeNewHeads', params: [] };
  for await (const message of messages(connection, order, options)) {
    const { number, parentHash } = message as HeaderMessage;
    yield { number: Number(number), parentHash };
  }
}
