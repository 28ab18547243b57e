/** The symbol of a subnet's alpha: that of its number, taken or not. */

import { utf8ToBytes, type NetUid } from '@taonet/primitives';
import { SYMBOLS } from '../../../pallets/subtensor/subnets/symbolTable.ts';

/** Runs of numbers whose symbol was another one than today: [first number, first code point, how many]. */
const OTHERWISE: readonly (readonly [number: number, codePoint: number, count: number])[] = [
  [129, 0x0db2, 5], [211, 0x1100, 14], [225, 0x1161, 21], [268, 0x1290, 7], [403, 0x0d87, 6], [422, 0x0d9f, 6], [430, 0x0da7, 1],
];

function symbolOf(netuid: NetUid): string {
  for (const [number, codePoint, count] of OTHERWISE) {
    if (netuid >= number && netuid < number + count) return String.fromCodePoint(codePoint + netuid - number);
  }
  return SYMBOLS[netuid] ?? SYMBOLS[0]!;
}

/**
 * returns: UTF-8 bytes; root's symbol for numbers beyond the table
 * source: pallets/subtensor/src/subnets/symbols.rs, get_symbol_for_subnet @ 1b0c63a
 */
export function getSymbolForSubnet(netuid: NetUid): Uint8Array {
  return utf8ToBytes(symbolOf(netuid));
}
