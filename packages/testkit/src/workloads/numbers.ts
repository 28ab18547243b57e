/** Numbers that look random and are the same everywhere. */

/** A source of whole numbers in [0, below), 32-bit xorshift from `seed`. */
export function createNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return Number((BigInt(state) * BigInt(below)) >> 32n);
  };
}

/** 32 bytes as hex that name the `index`-th thing of a kind; different for every pair. */
export function namedAccount(kind: number, index: number): string {
  const next = createNumbers((kind + 1) * 0x9e37_79b1 + index * 0x85eb_ca6b);
  let hex = kind.toString(16).padStart(2, '0') + index.toString(16).padStart(6, '0');
  while (hex.length < 64) hex += next(256).toString(16).padStart(2, '0');
  return hex;
}
