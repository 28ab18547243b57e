import type { Worker } from 'node:worker_threads';
import { OperatingError } from '@taonet/primitives';
import type { Crypto, SignatureScheme } from '@taonet/primitives';
import { createCrypto } from './createCrypto.ts';
import { startThread } from './workerSource.ts';

/** One signature to check; as in `Crypto.verify`. */
export interface VerifyJob {
  readonly scheme: SignatureScheme;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  readonly publicKey: Uint8Array;
}

export interface VerifierOptions {
  /** Threads that check signatures; 0 checks them on the calling thread. */
  readonly workers: 0 | 1 | 2;
  /** Crypto for what is checked on the calling thread; made when needed if absent. */
  readonly crypto?: Crypto;
}

/** Checks signatures off the main thread. */
export interface Verifier {
  /** Malformed input answers false. refuses: OperatingError `VerifierClosed` after `close`. */
  verify(scheme: SignatureScheme, message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): Promise<boolean>;
  /** Starts the threads now and waits until they take work; without it the first `verify` starts them and does not wait. */
  warmUp(): Promise<void>;
  /** Ends the threads; what is not answered yet is refused. */
  close(): Promise<void>;
  /** How many signatures were checked where, since the start. */
  readonly counts: { readonly inProcess: number; readonly inWorkers: number };
}

interface Pending {
  readonly job: VerifyJob;
  readonly resolve: (valid: boolean) => void;
  readonly reject: (error: OperatingError) => void;
}

/** A started thread, with the batches it owes answers to, oldest first. */
interface Lane {
  readonly worker: Worker;
  readonly owed: Pending[][];
  waiting: Pending[];
}

/** So many are checked by the calling thread while the first thread starts; the others wait for it. */
const CHECKED_MEANWHILE = 16;

/**
 * A pool of signature-checking threads. Starting one costs some 60 ms of another core, so none is started before it is needed;
 * until one is up the calling thread checks the first few, and all when none comes up. Jobs of one turn of the event loop travel as
 * one message.
 */
export function createVerifier({ workers, crypto }: VerifierOptions): Verifier {
  return new VerifierPool(workers, crypto);
}

class VerifierPool implements Verifier {
  private readonly size: number;
  private crypto: Crypto | Promise<Crypto> | undefined;
  private readonly lanes: Lane[] = [];
  private starting: Promise<void> | undefined;
  private isStarting = false;
  private closed = false;
  /** What waits for the first thread. */
  private early: Pending[] = [];
  private inProcess = 0;
  private inWorkers = 0;

  constructor(size: number, crypto: Crypto | undefined) {
    this.size = size;
    this.crypto = crypto;
  }

  get counts(): Verifier['counts'] {
    return { inProcess: this.inProcess, inWorkers: this.inWorkers };
  }

  async verify(scheme: SignatureScheme, message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): Promise<boolean> {
    if (this.closed) throw closedError();
    const job = { scheme, message, signature, publicKey };
    if (this.size > 0) void this.warmUp();
    const lane = this.shortestLane();
    if (lane !== undefined) return this.send(lane, job);
    if (!this.isStarting || this.inProcess < CHECKED_MEANWHILE) return this.verifyHere(job);
    return new Promise((resolve, reject) => this.early.push({ job, resolve, reject }));
  }

  warmUp(): Promise<void> {
    if (this.starting === undefined) {
      this.isStarting = true;
      this.starting = Promise.all(Array.from({ length: this.size }, () => this.start())).then(() => {
        this.isStarting = false;
        for (const { job, resolve, reject } of this.early.splice(0)) this.verifyHere(job).then(resolve, reject);
      });
    }
    return this.starting;
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const { reject } of this.early.splice(0)) reject(closedError());
    await this.starting;
    const lanes = this.lanes.splice(0);
    for (const lane of lanes) for (const { reject } of unanswered(lane)) reject(closedError());
    await Promise.all(lanes.map(({ worker }) => worker.terminate()));
  }

  /** Resolves when the thread is ready or has failed; a pool without threads still works. */
  private async start(): Promise<void> {
    const worker = await startThread('verifyWorker').catch(() => undefined);
    if (worker === undefined) return;
    const lane: Lane = { worker, owed: [], waiting: [] };
    await new Promise<void>((resolve) => {
      worker.on('message', (message: 'ready' | readonly number[]) => {
        if (message === 'ready') {
          this.lanes.push(lane);
          worker.unref();
          lane.waiting.push(...this.early.splice(0));
          this.flush(lane);
          resolve();
        } else this.answer(lane, message);
      });
      // an 'exit' follows every 'error'
      worker.on('error', () => undefined);
      worker.on('exit', () => {
        this.lose(lane);
        resolve();
      });
    });
  }

  private shortestLane(): Lane | undefined {
    const [first, second] = this.lanes;
    if (first === undefined || second === undefined) return first;
    return loadOf(first) <= loadOf(second) ? first : second;
  }

  private send(lane: Lane, job: VerifyJob): Promise<boolean> {
    return new Promise((resolve, reject) => {
      lane.waiting.push({ job, resolve, reject });
      if (lane.waiting.length === 1) setImmediate(() => this.flush(lane));
    });
  }

  private flush(lane: Lane): void {
    const batch = lane.waiting;
    if (batch.length === 0) return;
    lane.waiting = [];
    // work on the way keeps the process alive
    if (lane.owed.length === 0) lane.worker.ref();
    lane.owed.push(batch);
    lane.worker.postMessage(batch.map(({ job }) => ownCopy(job)));
  }

  private answer(lane: Lane, answers: readonly number[]): void {
    const batch = lane.owed.shift()!;
    if (lane.owed.length === 0) lane.worker.unref();
    this.inWorkers += batch.length;
    for (let i = 0; i < batch.length; i++) batch[i]!.resolve(answers[i] === 1);
  }

  private lose(lane: Lane): void {
    const at = this.lanes.indexOf(lane);
    if (at >= 0) this.lanes.splice(at, 1);
    for (const { job, resolve, reject } of unanswered(lane)) this.verifyHere(job).then(resolve, reject);
  }

  private async verifyHere({ scheme, message, signature, publicKey }: VerifyJob): Promise<boolean> {
    this.inProcess++;
    this.crypto ??= createCrypto();
    const crypto = await this.crypto;
    return crypto.verify(scheme, message, signature, publicKey);
  }
}

function unanswered(lane: Lane): Pending[] {
  const all = [...lane.owed.splice(0).flat(), ...lane.waiting];
  lane.waiting = [];
  return all;
}

function loadOf(lane: Lane): number {
  let load = lane.waiting.length;
  for (const batch of lane.owed) load += batch.length;
  return load;
}

/** Small arrays of their own: a view would carry the whole buffer behind it to the other thread. */
function ownCopy({ scheme, message, signature, publicKey }: VerifyJob): VerifyJob {
  return { scheme, message: new Uint8Array(message), signature: new Uint8Array(signature), publicKey: new Uint8Array(publicKey) };
}

function closedError(): OperatingError {
  return new OperatingError('VerifierClosed', 'The signature verifier is closed.');
}
