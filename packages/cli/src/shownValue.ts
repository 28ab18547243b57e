/** Values of the chain for people: JSON, with bytes as the text that they are where they are one. */

import { toJson } from './output.ts';

export function shownValue(value: unknown): string {
  if (value === undefined || value === null) return 'none';
  if (value instanceof Uint8Array) return bytesText(value);
  if (typeof value === 'object') return JSON.stringify(readable(value), null, 2);
  return String(value);
}

function readable(value: unknown): unknown {
  if (value instanceof Uint8Array) return bytesText(value);
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value === 'object' && value !== null && !('toJSON' in value)) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, readable(one)]));
  return toJson(value);
}

function bytesText(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text !== '' && !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text)) return text;
  } catch {
    // not a text
  }
  return toJson(bytes) as string;
}
