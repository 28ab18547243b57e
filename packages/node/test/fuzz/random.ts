/** Chance that comes again with its seed (sfc32). */

const WARM_UP = 15;

export class Random {
  #a: number;
  #b: number;
  #c: number;
  #count = 1;

  /** The same seeds give the same numbers. */
  constructor(...seeds: readonly number[]) {
    [this.#a, this.#b, this.#c] = [seeds[0] ?? 0, seeds[1] ?? 0, seeds[2] ?? 0];
    for (let i = 0; i < WARM_UP; i++) this.u32();
  }

  u32(): number {
    const sum = (this.#a + this.#b + this.#count++) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** 0 … n − 1. */
  below(n: number): number {
    return this.u32() % n;
  }

  /** True once in `n` times. */
  oneIn(n: number): boolean {
    return this.below(n) === 0;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }

  /** One of the values, as often as its weight says. */
  weighted<T>(from: readonly (readonly [weight: number, value: T])[]): T {
    let left = this.below(from.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, value] of from) {
      left -= weight;
      if (left < 0) return value;
    }
    return from[0]![1];
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.u32() & 0xff);
  }

  /** Mostly small, sometimes up to `max`. */
  size(max: number): number {
    return this.below(1 + this.below(1 + this.below(max + 1)));
  }

  /** An unsigned number of `bits`: an edge, a small one, or any magnitude. */
  big(bits: number): bigint {
    const max = (1n << BigInt(bits)) - 1n;
    switch (this.below(4)) {
      case 0: return this.pick([0n, 1n, 2n, max, max - 1n, max >> 1n, (max >> 1n) + 1n]);
      case 1: return BigInt(this.below(256)) & max;
      default: {
        const wide = (BigInt(this.u32()) << 96n) | (BigInt(this.u32()) << 64n) | (BigInt(this.u32()) << 32n) | BigInt(this.u32());
        return ((wide << 128n) | wide) & ((1n << BigInt(1 + this.below(bits))) - 1n);
      }
    }
  }
}
