import { inspect } from 'node:util';

/** A text that must not be printed by accident: printed, logged or turned into JSON it is `[secret]`; only `reveal()` shows it. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself, for the one place that shows it to its owner. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}
