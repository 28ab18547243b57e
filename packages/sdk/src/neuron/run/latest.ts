/** Calls `handle` for the newest block whenever it is free: one at a time, those in between are left out. Ends with the blocks, or with an error of `handle`. */
export async function eachLatest(blocks: AsyncIterable<number>, handle: (block: number) => Promise<void>): Promise<void> {
  let newest: number | undefined;
  let ended = false;
  let wake: (() => void) | undefined;
  const reading = (async () => {
    try {
      for await (const block of blocks) {
        newest = block;
        wake?.();
      }
    } finally {
      ended = true;
      wake?.();
    }
  })();
  // An error of the blocks is thrown at the end, by awaiting the reader.
  reading.catch(() => undefined);
  for (;;) {
    if (newest !== undefined) {
      const block = newest;
      newest = undefined;
      await handle(block);
    } else if (ended) {
      return reading;
    } else {
      await new Promise<void>((resolve) => (wake = resolve));
      wake = undefined;
    }
  }
}
