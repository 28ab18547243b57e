import { randomUUID } from 'node:crypto';

/**
 * Endpoint ids of a dendrite. An axon wants rising nonces from each id, but requests sent at the same time arrive in any order; so each request in
 * flight has an id of its own, and ids are used again afterwards, because axons keep a nonce of each for ever.
 */
export class UuidPool {
  readonly #free: string[] = [];

  take(): string {
    return this.#free.pop() ?? randomUUID();
  }

  giveBack(uuid: string): void {
    this.#free.push(uuid);
  }
}
