/** The symbol of each subnet's alpha; no two subnets have the same. */

import type { Ctx, StateCtx } from '@taonet/frame';
import { bytesToHex, ensure, utf8ToBytes, type NetUid } from '@taonet/primitives';
import { E, Ev, S } from '../pallet.ts';
import { SYMBOLS } from './symbolTable.ts';

const SYMBOL_HEX: readonly string[] = SYMBOLS.map((symbol) => bytesToHex(utf8ToBytes(symbol)));
const DEFAULT_SYMBOL = SYMBOLS[0]!;

function usedSymbols(ctx: StateCtx): ReadonlySet<string> {
  return new Set(S.TokenSymbol.entries(ctx).map(([, symbol]) => bytesToHex(symbol)));
}

/**
 * The symbol with the subnet's number if it is free, else the first free one but root's, else root's.
 *
 * returns: UTF-8 bytes
 * source: pallets/subtensor/src/subnets/symbols.rs, get_next_available_symbol @ 14bc6f9
 */
export function getNextAvailableSymbol(ctx: StateCtx, netuid: NetUid): Uint8Array {
  const used = usedSymbols(ctx);
  const own = netuid < SYMBOLS.length ? netuid : 0;
  if (!used.has(SYMBOL_HEX[own]!)) return utf8ToBytes(SYMBOLS[own]!);
  const free = SYMBOL_HEX.findIndex((hex, i) => i > 0 && !used.has(hex));
  return utf8ToBytes(free < 0 ? DEFAULT_SYMBOL : SYMBOLS[free]!);
}

/**
 * Sets the symbol of a subnet; who may is the caller's question.
 *
 * refuses SymbolDoesNotExist, SymbolAlreadyInUse
 * source: pallets/subtensor/src/macros/dispatches.rs, update_symbol @ 14bc6f9
 */
export function doUpdateSymbol(ctx: Ctx, netuid: NetUid, symbol: Uint8Array): void {
  const hex = bytesToHex(symbol);
  ensure(SYMBOL_HEX.lastIndexOf(hex) > 0, E.SymbolDoesNotExist, { symbol: hex });
  ensure(!usedSymbols(ctx).has(hex), E.SymbolAlreadyInUse, { symbol: hex });
  S.TokenSymbol.set(ctx, netuid, symbol);
  ctx.deposit(Ev.SymbolUpdated({ netuid, symbol }));
}
