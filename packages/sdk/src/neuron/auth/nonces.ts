/** Nanoseconds since 1970 as Python's `time_ns`, from a clock in milliseconds. */
export function nowNs(nowMs: () => number = Date.now): bigint {
  return BigInt(Math.floor(nowMs())) * 1_000_000n;
}

/** Nonces of one sender: nanoseconds, each greater than the one before, also within one millisecond. */
export function createNonces(nowMs: () => number = Date.now): () => bigint {
  let last = 0n;
  return () => {
    const now = nowNs(nowMs);
    last = now > last ? now : last + 1n;
    return last;
  };
}
