/** How blocks come: every so many milliseconds, one per transaction, or by request only. */

export type SealMode = { readonly kind: 'interval'; readonly ms: number } | { readonly kind: 'instant' } | { readonly kind: 'manual' };

const TEXT = /^(\d+)(ms|s)$/;
export const MAX_INTERVAL_MS = 24 * 60 * 60 * 1000;

/** `instant`, `manual`, or a time such as `12s` or `250ms`; undefined when it is none of these. */
export function parseSealMode(text: string): SealMode | undefined {
  if (text === 'instant' || text === 'manual') return { kind: text };
  const found = TEXT.exec(text);
  if (found === null) return undefined;
  const ms = Number(found[1]) * (found[2] === 's' ? 1000 : 1);
  return ms >= 1 && ms <= MAX_INTERVAL_MS ? { kind: 'interval', ms } : undefined;
}

export function sealModeText(mode: SealMode): string {
  if (mode.kind !== 'interval') return mode.kind;
  return mode.ms % 1000 === 0 ? `${mode.ms / 1000}s` : `${mode.ms}ms`;
}
