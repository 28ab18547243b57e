/** How hard a password is to guess, from 0 to 100, as official wallets reckon it. source: btwallet 4.1.0 src/keyfile.rs; crate passwords 3.1 (analyzer, scorer) without its list of common ones */

/** By length, up to 11 characters of the keyboard; each further one gives one more. */
const BY_LENGTH = [0, 2, 5, 9, 16, 25, 40, 58, 80, 88, 95, 100];
const OTHER_CHARACTER = 20;
const TOP = 100;

const count = (codes: readonly number[], from: string, to: string): number => codes.filter((code) => code >= from.charCodeAt(0) && code <= to.charCodeAt(0)).length;

/** Characters beside the same one. */
const inRepeats = (codes: readonly number[]): number => codes.filter((code, i) => codes[i - 1] === code || codes[i + 1] === code).length;

/** Characters in rows of three and more with equal steps: `abc`, `8642`. The first one is measured from -1; repeats stand still and end a row. */
function inRows(codes: readonly number[]): number {
  let found = 0;
  let step: number | undefined;
  let inRow = false;
  let joins = false;
  let last = -1;
  for (const code of codes) {
    if (code === last) {
      inRow = false;
      continue;
    }
    const next = last - code;
    last = code;
    if (next === step) {
      found += inRow ? 1 : joins ? 2 : 3;
      inRow = true;
      joins = true;
    } else {
      step = next;
      if (!inRow) joins = false;
      inRow = false;
    }
  }
  return found;
}

/** Of the visible characters. */
export function passwordScore(password: string): number {
  const codes = [...password].map((one) => one.codePointAt(0)!).filter((code) => code > 0x1f && code !== 0x7f);
  const plain = count(codes, ' ', '~');
  const [digits, small, capital, blanks] = [count(codes, '0', '9'), count(codes, 'a', 'z'), count(codes, 'A', 'Z'), count(codes, ' ', ' ')];
  const most = BY_LENGTH[plain] ?? TOP + codes.length - (BY_LENGTH.length - 1);
  const times = new Map<number, number>();
  for (const code of codes) times.set(code, (times.get(code) ?? 0) + 1);
  const repeats = inRepeats(codes);
  const again = [...times.values()].filter((n) => n > 1).reduce((sum, n) => sum + n, 0) - repeats;
  const lack = (part: number, n: number): number => (n === 0 ? -most * part : 0);
  // In this order, so that the sum is the official one to the last bit: many a password stands right at the limit.
  const changes = [
    blanks, lack(0.05, digits), lack(0.1, small), lack(0.1, capital), lack(0.1, blanks), small > 0 && capital > 0 ? 1 : 0, plain > digits + small + capital + blanks ? 1 : 0,
    -most * (repeats / codes.length / 5), -most * (inRows(codes) / codes.length / 5), -most * (again / codes.length / 10),
  ];
  const own = most === 0 ? 0 : Math.min(Math.max(changes.reduce((sum, change) => sum + change, most), 0), most);
  return Math.min(own + (codes.length - plain) * OTHER_CHARACTER, TOP);
}
