import { ROOT, signed } from '@taonet/frame';
import { expect, it } from 'vitest';
import { S } from '../../src/pallets/safeMode/pallet.ts';
import { S as System } from '../../src/pallets/system/pallet.ts';
import { account } from '../createTestCtx.ts';
import { call, createBlockCtx, eventsOf, id, outcomeOf, spec } from './createBlockCtx.ts';

const ALICE = account(0xa1);
const { hooks } = spec.pallets.find(({ name }) => name === 'SafeMode')!;
const transfer = call('Balances', 'transfer_keep_alive', { dest: id(ALICE), value: 1n });

it('behavior: lets through what the list names, from anybody but root, and ends by itself after 7,200 blocks and 3,600 for each extension', () => {
  const ctx = createBlockCtx(ALICE);
  const by = (name: string): string => outcomeOf(ctx, ROOT, call('SafeMode', name));
  const pass = (type: string, name: string, value: object = {}): string => outcomeOf(ctx, signed(ALICE), call(type, name, value));
  expect([by('force_exit'), by('force_extend'), by('force_enter'), by('force_enter'), by('force_extend')]).toEqual(['SafeMode.Exited', 'SafeMode.Exited', 'ok', 'SafeMode.Entered', 'ok']);
  expect(S.EnteredUntil.get(ctx)).toBe(1_000 + 7_200 + 3_600);
  expect([pass('Balances', 'transfer_keep_alive', transfer.value.value as object), pass('Utility', 'batch', { calls: [] }), pass('SubtensorModule', 'set_weights_wrong')])
    .toEqual(['System.CallFiltered', 'System.CallFiltered', 'System.CallFiltered']);
  expect([pass('System', 'remark', { remark: new Uint8Array() }), pass('SafeMode', 'extend'), pass('SafeMode', 'enter')]).toEqual(['ok', 'SafeMode.NotConfigured', 'SafeMode.Entered']);
  expect(outcomeOf(ctx, ROOT, call('Balances', 'force_set_balance', { who: id(ALICE), new_free: 7_000n }))).toBe('ok');

  for (const { block, ends } of [{ block: 11_800, ends: [] }, { block: 11_801, ends: [{ name: 'SafeMode.Exited', fields: { reason: 'Timeout' } }] }, { block: 11_802, ends: [] }]) {
    System.Number.set(ctx, block);
    expect(eventsOf(ctx, () => void hooks.onInitialize!(ctx, block)), String(block)).toEqual(ends);
  }
  expect(pass('Balances', 'transfer_keep_alive', transfer.value.value as object)).toBe('ok');
});
