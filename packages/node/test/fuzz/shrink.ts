/** Makes a request that shows a fault smaller, as long as the fault shows. */

import type { Request } from './requests.ts';

export type SmallRequest = Pick<Request, 'method' | 'params'>;

const MAX_TRIES = 200;

/** The smallest request found; undefined when the fault does not show again. */
export async function shrinkRequest({ method, params }: SmallRequest, isFaulty: (request: SmallRequest) => Promise<boolean>): Promise<SmallRequest | undefined> {
  let tries = 0;
  const holds = async (candidate: unknown): Promise<boolean> => {
    tries += 1;
    return tries <= MAX_TRIES && isFaulty({ method, params: candidate }).catch(() => false);
  };
  if (!(await holds(params))) return undefined;
  let best = params;
  for (let found = true; found && tries < MAX_TRIES;) {
    found = false;
    for (const candidate of smaller(best)) {
      if (!(await holds(candidate))) continue;
      best = candidate;
      found = true;
      break;
    }
  }
  return { method, params: best };
}

/** Values a little smaller than `value`, largest steps first. */
function* smaller(value: unknown): Iterable<unknown> {
  if (Array.isArray(value)) {
    for (let i = value.length - 1; i >= 0; i--) yield [...value.slice(0, i) as unknown[], ...value.slice(i + 1) as unknown[]];
    for (const [i, part] of (value as unknown[]).entries()) for (const less of smaller(part)) yield (value as unknown[]).with(i, less);
  } else if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    for (let i = 0; i < entries.length; i++) yield Object.fromEntries(entries.filter((_, at) => at !== i));
    for (const [i, [name, part]] of entries.entries()) for (const less of smaller(part)) yield Object.fromEntries(entries.with(i, [name, less]));
  } else if (typeof value === 'string' && value.length > 2) {
    const even = value.length & ~1;
    for (let cut = even / 2; cut >= 2; cut = Math.floor(cut / 4) * 2) yield value.slice(0, even - cut);
    for (let at = 2; at + 2 <= value.length && value.startsWith('0x'); at += Math.max(2, (value.length >> 6) & ~1)) {
      if (!/^0+$/.test(value.slice(at, at + 8))) yield `${value.slice(0, at)}${'0'.repeat(Math.min(8, value.length - at))}${value.slice(at + 8)}`;
    }
  }
}
