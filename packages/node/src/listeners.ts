/** Whoever wants to hear of something; one that fails keeps nothing from the others. */
export class Listeners<T extends readonly unknown[]> {
  readonly #all = new Set<(...told: T) => void>();

  add(listener: (...told: T) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  tell(...what: T): void {
    for (const listener of this.#all) {
      try {
        listener(...what);
      } catch {
        // the others are told all the same
      }
    }
  }
}
