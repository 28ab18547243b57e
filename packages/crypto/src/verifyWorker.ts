import { parentPort } from 'node:worker_threads';
import { createCrypto } from './createCrypto.ts';
import type { VerifyJob } from './verifier.ts';

/*
 * Entry of a signature worker. First message out: 'ready'. Then, for each array of jobs in, an array of answers (1 or 0) in the
 * same order. The bundler makes it a file of its own beside the main one.
 */

const crypto = await createCrypto();
parentPort!.on('message', (jobs: readonly VerifyJob[]) => {
  const answers = jobs.map(({ scheme, message, signature, publicKey }) => (crypto.verify(scheme, message, signature, publicKey) ? 1 : 0));
  parentPort!.postMessage(answers);
});
parentPort!.postMessage('ready');
