import type { IncomingHttpHeaders } from 'node:http';
import { pythonFloat } from '../synapse/pythonText.ts';
import type { Terminal } from './sdk10.ts';

const AXON = 'bt_header_axon_';
const DENDRITE = 'bt_header_dendrite_';
const NUMBERS = ['status_code', 'process_time', 'port', 'version'];
const TEXTS = ['status_message', 'ip', 'nonce', 'uuid', 'hotkey', 'signature'];

/** Both ends' headers of the dialect; fields without a value are left out. */
export function terminalHeaders({ axon, dendrite }: { readonly axon: Terminal; readonly dendrite: Terminal }): Record<string, string> {
  return { ...prefixed(AXON, axon), ...prefixed(DENDRITE, dendrite) };
}

/** One end of a message's headers; malformed numbers count as absent. */
export function readTerminal(headers: IncomingHttpHeaders, end: 'axon' | 'dendrite'): Terminal {
  const prefix = end === 'axon' ? AXON : DENDRITE;
  const found: Record<string, string | number> = {};
  for (const name of TEXTS) {
    const value = headers[prefix + name];
    if (typeof value === 'string') found[name] = value;
  }
  for (const name of NUMBERS) {
    const value = Number(headers[prefix + name] ?? NaN);
    if (Number.isFinite(value)) found[name] = value;
  }
  return found;
}

/** JSON of one end, as bodies carry it: every field, null when absent; the nonce is a number there, so it goes in as raw digits later. */
export function terminalJson(terminal: Terminal): Record<string, string | number | null> {
  return Object.fromEntries([...NUMBERS, ...TEXTS].map((name) => [name, (terminal as Record<string, string | number | undefined>)[name] ?? null]));
}

/** `str` of Python's float timeout in seconds. */
export function timeoutText(timeoutMs: number): string {
  return pythonFloat(timeoutMs / 1000);
}

/** Milliseconds of a timeout header, within `maxMs`. */
export function readTimeout(value: string | undefined, { fallbackMs, maxMs }: { readonly fallbackMs: number; readonly maxMs: number }): number {
  const seconds = Number(value ?? NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1000, maxMs) : fallbackMs;
}

/** Base64 of an empty value's JSON, which stands for a required field in headers. */
export function emptyHeader(empty: unknown): string {
  return Buffer.from(JSON.stringify(empty)).toString('base64');
}

/** A text as a header may carry it: visible ASCII. */
export function headerText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 1024);
}

function prefixed(prefix: string, terminal: Terminal): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(terminal) as [string, string | number | undefined][]) {
    if (value === undefined) continue;
    out[prefix + name] = name === 'process_time' ? pythonFloat(value as number) : headerText(String(value));
  }
  return out;
}
