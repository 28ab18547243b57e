/** Memory of one epoch: handed out one after another, given back all at once by the next epoch. */

let top: usize = 0;

export function reset(): void {
  top = (__heap_base + 15) & ~15;
}

/** Bytes of whatever content, aligned to 8. */
export function allocate(bytes: usize): usize {
  const start = top;
  top += (bytes + 7) & ~7;
  const pages = ((top + 0xffff) >>> 16) as i32 - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) unreachable();
  return start;
}

/** A vector of i64, all zero. */
export function zeros(length: u32): usize {
  const start = allocate((length as usize) << 3);
  memory.fill(start, 0, (length as usize) << 3);
  return start;
}
