import { parentPort } from 'node:worker_threads';
import { createSealSearch, type SealRange } from './sealSearch.ts';

/*
 * Entry of a thread that looks for proofs of work. First message out: 'ready'. Then, for each range in, its first nonce that counts, or
 * undefined. The bundler makes it a file of its own beside the main one.
 */

const search = createSealSearch();
parentPort!.on('message', (range: SealRange) => parentPort!.postMessage(search(range)));
parentPort!.postMessage('ready');
