/** `--beacon builtin|none|file:PATH`. */

import { InvalidArgumentError } from 'commander';
import type { BeaconChoice } from '@taonet/node';

export const BEACON_FLAG = '--beacon <which>';
export const BEACON_MEANING = 'rounds of randomness that open time-locked weights: builtin, none, or file:PATH of pulses (default: builtin on dev, none elsewhere)';
const FILE = 'file:';

export function parseBeacon(text: string): BeaconChoice {
  if (text === 'builtin' || text === 'none') return text;
  if (text.startsWith(FILE) && text.length > FILE.length) return { file: text.slice(FILE.length) };
  throw new InvalidArgumentError('Give builtin, none, or file:PATH.');
}
