/** Provokes refusals: one row makes a call fail, and tells what must come of it. */

import type { BlockCtx, DispatchResult, Origin, RuntimeCall } from '@taonet/frame';
import { adviceOn } from '@taonet/abi/docs';
import { bytesToHex } from '@taonet/primitives';
import { describe, expect, it } from 'vitest';
import { createBlockCtx } from '../pallets/createBlockCtx.ts';

export interface Provocation {
  /** `Pallet.Error`, e.g. `SubtensorModule.NotEnoughStake`. */
  readonly error: string;
  /** What is wrong, when one error has several causes. */
  readonly because?: string;
  /** The chain: under today's rules unless told otherwise. */
  readonly chain?: () => BlockCtx;
  /** Puts the chain (block 1,000, otherwise empty) into the state in which the call fails. */
  readonly arrange?: (ctx: BlockCtx) => void;
  readonly origin: Origin;
  readonly call: RuntimeCall;
  /** What the refusal must tell besides: `actual` and `required` where the check compares, its subjects otherwise. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Errors that no call can end with, each with its reason. */
export type Unreachable = Readonly<Record<string, string>>;

function stateOf(ctx: BlockCtx): string[] {
  return [...ctx.state.changes()].map(([key, value]) => `${key}=${value === null ? '' : bytesToHex(value)}`);
}

/** A provoked refusal leaves the state as it was, carries its facts and has advice. */
function expectRefused(row: Provocation): void {
  const ctx = (row.chain ?? createBlockCtx)();
  row.arrange?.(ctx);
  const before = stateOf(ctx);
  const result: DispatchResult = ctx.dispatch(row.call, row.origin);
  expect(result.ok ? 'ok' : result.refusal.name).toBe(row.error);
  if (result.ok) return;
  expect(result.refusal.facts ?? {}).toMatchObject(row.facts);
  expect(Object.keys(result.refusal.facts ?? {})).not.toEqual([]);
  expect(stateOf(ctx)).toEqual(before);
  expect(adviceOn(row.error)).toBeDefined();
}

/** What the row's call ends with on a chain under other rules than the row's, with the facts that it tells. */
export function outcomeOn(chain: () => BlockCtx, row: Provocation): { readonly name: string; readonly facts: readonly string[] } {
  const ctx = chain();
  row.arrange?.(ctx);
  const result = ctx.dispatch(row.call, row.origin);
  return result.ok ? { name: 'ok', facts: [] } : { name: result.refusal.name, facts: Object.keys(result.refusal.facts ?? {}) };
}

/** One test for each row. */
export function provokeEach(rows: readonly Provocation[]): void {
  it.each(rows.map((row) => ({ ...row, title: row.because === undefined ? row.error : `${row.error}: ${row.because}` })))('$title', expectRefused);
}

/** Every error of the pallet is provoked by a row or listed as unreachable, never both. */
export function describeRefusals(pallet: string, errors: Readonly<Record<string, number>>, rows: readonly Provocation[], unreachable: Unreachable): void {
  describe(`refusals of ${pallet}`, () => {
    provokeEach(rows);

    it('leaves no error out', () => {
      const provoked = new Set(rows.filter(({ error }) => error.startsWith(`${pallet}.`)).map(({ error }) => error.split('.')[1]));
      const both = Object.keys(unreachable).filter((error) => provoked.has(error));
      const neither = Object.keys(errors).filter((error) => !provoked.has(error) && !(error in unreachable));
      expect({ both, neither, unknown: Object.keys(unreachable).filter((error) => !(error in errors)) }).toEqual({ both: [], neither: [], unknown: [] });
    });
  });
}
