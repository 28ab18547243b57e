/** Sorts the declared items of every pallet into done, partial and absent. */

import { pallets } from '@taonet/abi';
import { inBuild, type Build } from '@taonet/codec';
import { CALL_REASONS, PARTIAL_CALLS, ERROR_REASONS, EVENT_REASONS, STORAGE_REASONS } from './reasons.ts';
import { readUnreachable } from './unreachable.ts';
import { scanUses, type PalletUses } from './uses.ts';

export type Part = 'calls' | 'storage' | 'events' | 'errors' | 'constants';

/** An item that is not done. */
export interface OpenItem {
  readonly part: Part;
  readonly name: string;
  /** Partial: declared, on the wire and in metadata, but nothing happens with it. Absent: refused. */
  readonly status: 'partial' | 'absent';
  readonly why: string;
}

export interface PalletParity {
  readonly name: string;
  readonly index: number;
  readonly totals: Readonly<Record<Part, number>>;
  readonly open: readonly OpenItem[];
}

const NO_USES: PalletUses = { written: new Set(), atGenesis: new Set(), cleared: new Set(), read: new Set(), events: new Set(), errors: new Set(), constants: new Set() };
/** Said of an item that nobody wrote a reason for; the check does not let it pass. */
export const NO_REASON = '**no reason given**';

/** Errors that pools name by text: their swaps refuse with `E[outcome.refusal]`. */
const THROWN_BY_TEXT: Readonly<Record<string, readonly string[]>> = { Swap: ['PriceLimitExceeded', 'ReservesTooLow', 'ReservesOutOfBalance', 'SwapInputTooLarge'] };

const folderOf = (pallet: string): string => (pallet === 'SubtensorModule' ? 'subtensor' : pallet.startsWith('EVM') ? `evm${pallet.slice(3)}` : pallet[0]!.toLowerCase() + pallet.slice(1));

const UPSTREAM: Build = { fast: true, powFaucet: true };

/** `isDone`: whether a call has behaviour. */
export function palletParity(isDone: (pallet: string, call: string) => boolean): PalletParity[] {
  const uses = scanUses();
  const unreachable = readUnreachable();
  return inBuild(pallets, UPSTREAM).map(({ name, index, calls, storage, events, errors, constants }) => {
    const used = uses.get(folderOf(name)) ?? NO_USES;
    const partial = (part: Part, names: readonly string[], why: (item: string) => string | undefined): OpenItem[] =>
      names.map((item) => ({ part, name: item, status: 'partial', why: why(item) ?? NO_REASON }));
    const thrown = new Set([...used.errors, ...(THROWN_BY_TEXT[name] ?? [])]);
    return {
      name,
      index,
      totals: { calls: count(calls), storage: count(storage), events: count(events), errors: count(errors), constants: count(constants) },
      open: [
        ...Object.keys(calls).filter((call) => !isDone(name, call)).map((call): OpenItem => ({ part: 'calls', name: call, status: 'absent', why: CALL_REASONS[name] ?? NO_REASON })),
        ...partial('calls', Object.keys(PARTIAL_CALLS[name] ?? {}), (call) => PARTIAL_CALLS[name]?.[call]),
        ...partial('storage', Object.keys(storage).filter((item) => !isKept(name, item, used)), (item) => STORAGE_REASONS[name]?.[item]),
        ...partial('events', Object.keys(events).filter((event) => !used.events.has(event)), (event) => EVENT_REASONS[name]?.[event]),
        ...partial('errors', Object.keys(errors).filter((error) => !thrown.has(error)), (error) => unreachable.get(`${name}.${error}`) ?? ERROR_REASONS[name]?.[error] ?? (name === 'Contracts' ? CALL_REASONS[name] : undefined)),
      ],
    };
  });
}

const count = (items: object): number => Object.keys(items).length;

/** The executive keeps the events of a block itself, without going through the item. */
const isKept = (pallet: string, item: string, used: PalletUses): boolean =>
  used.written.has(item) || (pallet === 'System' && (item === 'Events' || item === 'EventTopics'));
