/** A thread that looks for proofs of work, one range after the other. */

import { OperatingError } from '@taonet/primitives';
import type { SealRange } from './sealSearch.ts';
import { startThread } from './workerSource.ts';

export interface SealThread {
  /** As `SealSearch`. refuses: OperatingError `SealThreadEnded` */
  search(range: SealRange): Promise<bigint | undefined>;
  close(): Promise<void>;
}

/** Resolves when the thread takes ranges. refuses: OperatingError `SealThreadEnded` */
export async function startSealThread(): Promise<SealThread> {
  const worker = await startThread('sealWorker');
  const owed: { readonly resolve: (nonce: bigint | undefined) => void; readonly reject: (error: OperatingError) => void }[] = [];
  const answer = (): Promise<bigint | undefined> => new Promise((resolve, reject) => owed.push({ resolve, reject }));
  let ended = false;
  let cause: unknown;
  worker.on('message', (nonce: bigint | undefined | 'ready') => owed.shift()!.resolve(nonce === 'ready' ? undefined : nonce));
  worker.on('error', (error) => { cause = error; });
  const endedError = (): OperatingError => new OperatingError('SealThreadEnded', 'The thread that looked for work has ended.', { cause });
  worker.on('exit', () => {
    ended = true;
    for (const { reject } of owed.splice(0)) reject(endedError());
  });
  await answer();
  return {
    search(range) {
      if (ended) return Promise.reject(endedError());
      worker.postMessage(range);
      return answer();
    },
    async close() {
      await worker.terminate();
    },
  };
}
