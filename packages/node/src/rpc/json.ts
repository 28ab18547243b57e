/** JSON as it comes in, with a bound, and as it goes out: u64 values as plain numbers, however big. */

const MARK = '\u0001bigint:';
const MARKED = new RegExp(`"${String.raw`\\u0001`}bigint:(-?\\d+)"`, 'g');

/** JSON text of `value`; bigints become JSON numbers. */
export function toJson(value: unknown): string {
  let hasBig = false;
  const text = JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'bigint') return part;
    hasBig = true;
    return `${MARK}${part}`;
  });
  return hasBig ? text.replace(MARKED, '$1') : text;
}

/** No request has a use for more; five million levels would keep the parser busy for seconds. */
const MAX_DEPTH = 200_000;
const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** The value of a JSON text; undefined when it is none, or nested too deeply. */
export function fromJson(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isTooDeep(text: string): boolean {
  if (text.length <= MAX_DEPTH) return false;
  let depth = 0;
  for (let i = 0; i < text.length && depth <= MAX_DEPTH; i++) {
    const code = text.charCodeAt(i);
    if (code === OPEN_LIST || code === OPEN_OBJECT) depth += 1;
    else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
    else if (code === QUOTE) i = endOfString(text, i);
  }
  return depth > MAX_DEPTH;
}

/** Where the string that begins at `start` ends. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}
