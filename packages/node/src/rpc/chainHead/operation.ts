/** Work that a client started on a pinned block, and that answers by events. */

import { RpcError } from '../rpcError.ts';

/** At most so many of one follow are under way; more are refused with `limitReached`. */
export const MAX_OPERATIONS = 128;

type Send = (event: object) => void;

export class Operation {
  readonly id: string;
  readonly #send: Send;
  readonly #over: () => void;
  #resume: (() => void) | undefined;
  #alive = true;

  constructor(id: string, send: Send, over: () => void) {
    this.id = id;
    this.#send = send;
    this.#over = over;
  }

  tell(event: string, facts: object = {}): void {
    if (this.#alive) this.#send({ event, operationId: this.id, ...facts });
  }

  /** The last word. */
  end(event: string, facts: object = {}): void {
    this.tell(event, facts);
    this.stop();
  }

  /** Nothing more is sent. */
  stop(): void {
    this.#alive = false;
    this.#resume = undefined;
    this.#over();
  }

  /** Goes on with `resume` when the client asks for more. */
  wait(resume: () => void): void {
    this.#resume = resume;
    this.tell('operationWaitingForContinue');
  }

  /** What the client asks to go on with; undefined when the operation does not wait. */
  takeResume(): (() => void) | undefined {
    const resume = this.#resume;
    this.#resume = undefined;
    return resume;
  }

  /** Does a part of the work; what it throws becomes an event. `report` hears of what is not about the block asked for. */
  run(work: () => void, report: (thrown: unknown) => void): void {
    if (!this.#alive) return;
    try {
      work();
    } catch (thrown) {
      if (thrown instanceof RpcError) return this.end('operationInaccessible');
      report(thrown);
      this.end('operationError', { error: 'a mistake of this node; see its log' });
    }
  }
}

export class Operations {
  readonly #running = new Map<string, Operation>();

  get(id: string): Operation | undefined {
    return this.#running.get(id);
  }

  /** Undefined: too many are under way. */
  start(id: string, send: Send): Operation | undefined {
    if (this.#running.size >= MAX_OPERATIONS) return undefined;
    const operation = new Operation(id, send, () => this.#running.delete(id));
    this.#running.set(id, operation);
    return operation;
  }

  stopAll(): void {
    for (const operation of [...this.#running.values()]) operation.stop();
  }
}
