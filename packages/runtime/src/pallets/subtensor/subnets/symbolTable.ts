/**
 * The symbols of subnets' alpha in order, as runs of code points [first, how many]: one letter each, 439 in all.
 * The order decides which symbol a new subnet gets.
 *
 * source: pallets/subtensor/src/subnets/symbols.rs, SYMBOLS @ 14bc6f9
 */
const RUNS: readonly (readonly [first: number, count: number])[] = [
  // Greek; the first is root's own
  [0x03a4, 1], [0x03b1, 17], [0x03c3, 1], [0x0074, 1], [0x03c5, 5],
  // Hebrew
  [0x05d0, 27],
  // Arabic
  [0x0627, 2], [0x062a, 17], [0x0641, 8], [0x064a, 1], [0x0649, 1],
  // Runic
  [0x16a0, 1], [0x16a2, 1], [0x16a6, 1], [0x16a8, 1], [0x16b1, 1], [0x16b3, 1], [0x042b, 1], [0x16c9, 1], [0x16d2, 1],
  // Ogham
  [0x1680, 6], [0x169b, 1],
  // Georgian (Mkhedruli)
  [0x10d0, 6],
  // Armenian
  [0x0531, 6], [0x055e, 1],
  // Cyrillic
  [0x0400, 6], [0x044a, 1],
  // Coptic
  [0x2c80, 6],
  // Brahmi
  [0x11000, 4], [0x11005, 1],
  // Sinhala, first part
  [0x0db1, 1], [0x0db3, 5],
  // Glagolitic
  [0x2c00, 33],
  // Thai
  [0x0e01, 35], [0x0e25, 1], [0x0e27, 8],
  // Hangul (Korean)
  [0x3131, 1], [0x3134, 1], [0x3137, 1], [0x3139, 1], [0x3141, 2], [0x3145, 1], [0x3147, 2], [0x314a, 5],
  // Hangul Vowels
  [0x314f, 21],
  // Ethiopic
  [0x12a0, 8], [0x12c8, 7], [0x12b0, 7], [0x1310, 3], [0x1218, 1], [0x1314, 3],
  // Devanagari
  [0x0905, 7], [0x090f, 2], [0x0913, 22], [0x092a, 7], [0x0932, 1], [0x0935, 5],
  // Katakana
  [0x30a2, 1], [0x30a4, 1], [0x30a6, 1], [0x30a8, 1], [0x30aa, 2], [0x30ad, 1], [0x30af, 1], [0x30b1, 1], [0x30b3, 1], [0x30b5, 1],
  [0x30b7, 1], [0x30b9, 1], [0x30bb, 1], [0x30bd, 1], [0x30bf, 1], [0x30c1, 1], [0x30c4, 1], [0x30c6, 1], [0x30c8, 1], [0x30ca, 6],
  [0x30d2, 1], [0x30d5, 1], [0x30d8, 1], [0x30db, 1], [0x30de, 5], [0x30e4, 1], [0x30e6, 1], [0x30e8, 6], [0x30ef, 1], [0x30f2, 2],
  // Tifinagh
  [0x2d30, 36],
  // Sinhala
  [0x0d85, 2], [0x0d89, 14], [0x0d9a, 5], [0x0da0, 5], [0x0da7, 1], [0x0da5, 2], [0x0da9, 1], [0x0da8, 1], [0x0daa, 7],
];

/** Symbol by number: 0 is root's, n is the first choice of subnet n. */
export const SYMBOLS: readonly string[] = RUNS.flatMap(([first, count]) =>
  Array.from({ length: count }, (_, i) => String.fromCodePoint(first + i)));
