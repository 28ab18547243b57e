/** Finds a transaction in its block and reads what it did there. */

import type { DispatchError } from '@taonet/primitives';
import type { HeaderJson } from '../client/connection.ts';
import { decodeEvents, type Events } from '../client/events.ts';
import type { View } from '../client/view.ts';
import { sdkError } from '../errors.ts';
import type { SignedTransaction } from './sign.ts';
import { refusalError } from './explain.ts';
import { Receipt } from './receipt.ts';

type DispatchResult = { readonly type: 'Ok' } | { readonly type: 'Err'; readonly value: DispatchError };

/** Refusals of calls inside of one that went through: the caller asked for those. */
function innerRefusal(events: Events): DispatchError | undefined {
  const results = [
    events.find('Sudo.Sudid')?.sudo_result, events.find('Sudo.SudoAsDone')?.sudo_result, events.find('Proxy.ProxyExecuted')?.result,
    events.find('Multisig.MultisigExecuted')?.result, events.find('Utility.DispatchedAs')?.result,
  ] as readonly (DispatchResult | undefined)[];
  for (const result of results) if (result?.type === 'Err') return result.value;
  return events.find('Utility.BatchInterrupted')?.error;
}

export interface Included {
  readonly call: string;
  readonly signed: SignedTransaction;
  readonly blockHash: string;
  readonly isFinal: boolean;
  /** Of the envelope that it came in. */
  readonly envelope?: Receipt | undefined;
}

/** The receipt, or the refusal thrown. */
export async function receiptOf(view: View, { call, signed, blockHash, isFinal, envelope }: Included): Promise<Receipt> {
  const { connection, options } = view;
  const [{ block }, runtime] = await Promise.all([
    view.request<{ block: { header: HeaderJson; extrinsics: readonly string[] } }>('chain_getBlock', [blockHash]),
    connection.runtimeOf(blockHash, options),
  ]);
  const index = block.extrinsics.indexOf(signed.hex);
  if (index < 0) throw sdkError('Dropped', { hash: signed.hash, block: blockHash });
  const key = runtime.storage('System', 'Events').key([]);
  const events = decodeEvents(runtime, await view.request<string | null>('state_getStorage', [key, blockHash])).of(index);
  const failure = events.find('System.ExtrinsicFailed')?.dispatch_error ?? innerRefusal(events);
  if (failure !== undefined) throw await refusalError(view, runtime, failure, { call, blockHash, index });
  return new Receipt({ call, hash: signed.hash, block: { number: Number(block.header.number), hash: blockHash }, index, events, isFinal, envelope });
}
