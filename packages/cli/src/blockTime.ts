/** How blocks come: by the clock, one per transaction, or only by request. */

import { InvalidArgumentError } from 'commander';

/** Milliseconds between blocks, or a mode. */
export type BlockTime = number | 'instant' | 'manual';

const MIN_MS = 1;
const MAX_MS = 3_600_000;

export function parseBlockTime(text: string): BlockTime {
  if (text === 'instant' || text === 'manual') return text;
  const found = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(text);
  const ms = found === null ? Number.NaN : Math.round(Number(found[1]) * (found[2] === 's' ? 1000 : 1));
  if (!(ms >= MIN_MS && ms <= MAX_MS)) throw new InvalidArgumentError('Give a time such as 250ms or 12s, or instant, or manual.');
  return ms;
}
