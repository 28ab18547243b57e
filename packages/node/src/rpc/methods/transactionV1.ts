/** transaction_v1_* and transactionWatch_v1_*: transactions on their way into a block. source: JSON-RPC interface specification */

import { isLast } from '@taonet/chain';
import { bytesToHex } from '@taonet/primitives';
import { Broadcast, broadcastsOf, MAX_BROADCASTS } from '../chainHead/broadcast.ts';
import { refusalEvent, watchEvent } from '../chainHead/watchEvents.ts';
import { method, subscription, type MethodGroup } from '../method.ts';
import { hexBytes, text } from '../params.ts';
import { invalidParams } from '../rpcError.ts';

export const transactionV1Methods: MethodGroup = {
  title: 'transaction_v1',
  rows: [
    method({
      name: 'transaction_v1_broadcast',
      params: { transaction: hexBytes },
      needsSession: true,
      returns: 'an operation to stop it by; null when the connection has too many',
      docs: 'Hands a transaction in, and again after each block, until it is in a final block. Nothing is told of it: watch the blocks, or use `transactionWatch_v1_submitAndWatch`.',
      run: ({ node, connection }, { transaction }) => {
        const session = connection.session!;
        const broadcasts = broadcastsOf(session);
        if (broadcasts.size >= MAX_BROADCASTS) for (const [done, { over }] of [...broadcasts]) if (over) broadcasts.delete(done);
        if (broadcasts.size >= MAX_BROADCASTS) return null;
        const id = session.newId();
        broadcasts.set(id, new Broadcast(node, transaction));
        return id;
      },
    }),
    method({
      name: 'transaction_v1_stop',
      params: { operationId: text },
      needsSession: true,
      returns: 'null',
      docs: 'Ends a broadcast, or forgets one that is done. What is in the pool stays there. Error -32602: no broadcast of this connection, or one that is long done.',
      run: ({ connection }, { operationId }) => {
        const broadcasts = broadcastsOf(connection.session!);
        const broadcast = broadcasts.get(operationId);
        if (broadcast === undefined) throw invalidParams('Invalid operation id');
        broadcasts.delete(operationId);
        broadcast.stop();
        return null;
      },
    }),
    subscription({
      name: 'transactionWatch_v1_submitAndWatch',
      unsubscribe: 'transactionWatch_v1_unwatch',
      unsubscribeAnswers: 'null',
      notification: 'transactionWatch_v1_watchEvent',
      params: { transaction: hexBytes },
      sends: '{ event: "validated" | "bestChainBlockIncluded" | "finalized" | "invalid" | "dropped", block?: { hash, index } | null, error? }',
      docs: 'Hands in a transaction and tells what becomes of it; ends by itself after `finalized`, `invalid` and `dropped`. A refusal is an event too.',
      start: async ({ node: { chain } }, { transaction }, sink) => {
        const stop = chain.pool.watch(bytesToHex(chain.hashers.blake2b256(transaction)), (event) => {
          const shown = watchEvent(event);
          if (shown !== undefined) sink.send(shown);
          if (isLast(event)) sink.end();
        });
        const result = await chain.submit(transaction);
        if ('refused' in result) {
          stop();
          sink.send(refusalEvent(result.refused));
          sink.end();
        }
        return stop;
      },
    }),
  ],
};
