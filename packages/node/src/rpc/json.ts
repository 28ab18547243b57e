/** JSON as it goes out: u64 values as plain numbers, however big. */

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
