import fc from 'fast-check';
import { inLayer, type Ctx } from '@taonet/frame';
import { expect, test } from 'vitest';
import { applyChildren } from '../../src/pallets/subtensor/children/setChildren.ts';
import { parentChildSwapHotkey } from '../../src/pallets/subtensor/children/swapHotkey.ts';
import type { Edge } from '../../src/pallets/subtensor/children/relations.ts';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { StorageTally } from '../../src/pallets/subtensor/storageTally.ts';
import { account, createTestCtx } from '../createTestCtx.ts';

const NETUID = 1;
const hotkeys = fc.integer({ min: 1, max: 9 }).map(account);
const children = fc.uniqueArray(fc.tuple(fc.bigInt(1n, 1n << 61n), hotkeys), { maxLength: 5, selector: ([, hotkey]) => hotkey });
const step = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), parent: hotkeys, children }),
  fc.record({ kind: fc.constant('swap' as const), from: hotkeys, to: fc.integer({ min: 10, max: 12 }).map(account) }),
);

/** parent>child:proportion of every stored edge, from one side. */
function edges(entries: [readonly [string, number], Edge[]][], isFromParent: boolean): string[] {
  return entries.flatMap(([[hotkey], list]) => list.map(([proportion, other]) => (isFromParent ? `${hotkey}>${other}:${proportion}` : `${other}>${hotkey}:${proportion}`))).sort();
}

function ensureMirrored(ctx: Ctx): void {
  const down = S.ChildKeys.entries(ctx) as [readonly [string, number], Edge[]][];
  const up = S.ParentKeys.entries(ctx) as [readonly [string, number], Edge[]][];
  expect(edges(down, true)).toEqual(edges(up, false));
  const parentsOf = new Map(up.map(([[hotkey], list]) => [hotkey, list.map(([, parent]) => parent)]));
  for (const [[hotkey], list] of down) {
    for (const [, child] of list) {
      expect(child).not.toBe(hotkey);
      expect(parentsOf.get(hotkey) ?? []).not.toContain(child);
    }
  }
}

test('both sides of every edge agree after any orders and hotkey swaps; nobody is its own child, nor parent of its parent', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
    const ctx = createTestCtx();
    for (const one of steps) {
      if (one.kind === 'set') applyChildren(ctx, { hotkey: one.parent, netuid: NETUID, children: one.children });
      else inLayer(ctx, () => parentChildSwapHotkey(ctx, { oldHotkey: one.from, newHotkey: one.to, netuid: NETUID }, new StorageTally()));
      ensureMirrored(ctx);
    }
  }), { numRuns: 150 });
});
