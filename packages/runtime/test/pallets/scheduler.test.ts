import { ROOT, signed, type BlockCtx, type RuntimeCall, type Weight } from '@taonet/frame';
import { describe, expect, it } from 'vitest';
import { S as Preimage } from '../../src/pallets/preimage/pallet.ts';
import { S } from '../../src/pallets/scheduler/pallet.ts';
import { S as System } from '../../src/pallets/system/pallet.ts';
import { account } from '../createTestCtx.ts';
import { call, createBlockCtx, eventsOf, id, outcomeOf, spec } from './createBlockCtx.ts';

const SCHEDULER = spec.pallets.find(({ name }) => name === 'Scheduler')!.hooks;
const ALICE = account(0xa1);
const NAME = Uint8Array.of(...new Array<number>(32).fill(7));
const REMARK = call('System', 'remark_with_event', { remark: Uint8Array.of(1) });
/** Root has no account to send from. */
const REFUSED = call('Balances', 'transfer_allow_death', { dest: id(ALICE), value: 1n });
const LONG = call('System', 'remark', { remark: new Uint8Array(500) });
/** Announces 70 % of a block. */
const heavy = (refTime = 2_800_000_000_000n): RuntimeCall => call('Utility', 'with_weight', { call: REMARK, weight: { ref_time: refTime, proof_size: 0n } });

type Period = readonly [number, number] | undefined;
const schedule = (when: number, inner: RuntimeCall, maybe_periodic?: Period, priority = 0): RuntimeCall => call('Scheduler', 'schedule', { when, maybe_periodic, priority, call: inner });
const named = (when: number, inner: RuntimeCall): RuntimeCall => call('Scheduler', 'schedule_named', { id: NAME, when, maybe_periodic: undefined, priority: 0, call: inner });
const as = (ctx: BlockCtx, inner: RuntimeCall): string => outcomeOf(ctx, ROOT, inner);

function block(ctx: BlockCtx, number: number): string[] {
  System.Number.set(ctx, number);
  return eventsOf(ctx, () => void SCHEDULER.onInitialize!(ctx, number)).map(({ name, fields }) => {
    const result = (fields as { result?: { type: string } }).result;
    return result === undefined ? name : `${name} ${result.type}`;
  });
}

describe('a scheduled call', () => {
  it('behavior: is made in its block by root, repeated as often as was said', () => {
    const ctx = createBlockCtx();
    expect(as(ctx, schedule(1_002, REMARK, [3, 3]))).toBe('ok');
    const seen = [1_001, 1_002, 1_003, 1_005, 1_008, 1_011].map((number) => block(ctx, number).join(', '));
    // Root has no account, so remark_with_event refuses; the task is repeated all the same.
    expect(seen).toEqual(['', 'Scheduler.Dispatched Err, Scheduler.Scheduled', '', 'Scheduler.Dispatched Err, Scheduler.Scheduled', 'Scheduler.Dispatched Err', '']);
    expect(S.Agenda.rawKeys(ctx)).toEqual([]);
  });

  it.each([
    { why: 'in the past', make: schedule(1_000, REMARK), refused: 'Scheduler.TargetBlockNumberInPast' },
    { why: 'cancel what is not there', make: call('Scheduler', 'cancel', { when: 1_005, index: 0 }), refused: 'Scheduler.NotFound' },
    { why: 'cancel a name that is not there', make: call('Scheduler', 'cancel_named', { id: NAME }), refused: 'Scheduler.NotFound' },
    { why: 'retry what is not there', make: call('Scheduler', 'set_retry', { task: [1_005, 0], retries: 1, period: 1 }), refused: 'Scheduler.NotFound' },
    { why: 'no retry of what is not there', make: call('Scheduler', 'cancel_retry_named', { id: NAME }), refused: 'Scheduler.NotFound' },
  ])('refuses: $why', ({ make, refused }) => {
    const ctx = createBlockCtx(ALICE);
    expect(as(ctx, make)).toBe(refused);
    expect(outcomeOf(ctx, signed(ALICE), make)).toBe('BadOrigin');
  });

  it('behavior: a name stands for one call only, until that is made', () => {
    const ctx = createBlockCtx();
    expect(as(ctx, named(1_001, REMARK))).toBe('ok');
    expect(as(ctx, named(1_002, REMARK))).toBe('Scheduler.FailedToSchedule');
    block(ctx, 1_001);
    expect(as(ctx, named(1_003, REMARK))).toBe('ok');
    expect(as(ctx, call('Scheduler', 'cancel_named', { id: NAME }))).toBe('ok');
    expect([...S.Agenda.rawKeys(ctx), ...S.Lookup.rawKeys(ctx)]).toEqual([]);
  });

  it('behavior: no more than 50 in a block; a cancelled one leaves room', () => {
    const ctx = createBlockCtx();
    for (let i = 0; i < 50; i++) expect(as(ctx, schedule(1_001, REMARK))).toBe('ok');
    expect(as(ctx, schedule(1_001, REMARK))).toBe('Exhausted');
    as(ctx, call('Scheduler', 'cancel', { when: 1_001, index: 20 }));
    const [event] = eventsOf(ctx, () => as(ctx, schedule(1_001, REMARK)));
    expect(event).toEqual({ name: 'Scheduler.Scheduled', fields: { when: 1_001, index: 20 } });
  });

  it('behavior: trailing holes of an agenda go with the last call before them', () => {
    const ctx = createBlockCtx();
    for (let i = 0; i < 3; i++) as(ctx, schedule(1_001, REMARK));
    as(ctx, call('Scheduler', 'cancel', { when: 1_001, index: 1 }));
    expect(S.Agenda.get(ctx, 1_001)).toHaveLength(3);
    as(ctx, call('Scheduler', 'cancel', { when: 1_001, index: 2 }));
    expect(S.Agenda.get(ctx, 1_001)).toHaveLength(1);
  });
});

describe('a call that is refused', () => {
  it('behavior: is tried again as often as was said', () => {
    const ctx = createBlockCtx();
    as(ctx, schedule(1_001, REFUSED));
    as(ctx, call('Scheduler', 'set_retry', { task: [1_001, 0], retries: 2, period: 4 }));
    expect([1_001, 1_005, 1_009, 1_013].map((number) => block(ctx, number))).toEqual([
      ['Scheduler.Dispatched Err', 'Scheduler.Scheduled'], ['Scheduler.Dispatched Err', 'Scheduler.Scheduled'], ['Scheduler.Dispatched Err'], [],
    ]);
    expect(S.Retries.rawKeys(ctx)).toEqual([]);
  });

  it('behavior: a second try that finds no room is reported without the name of the first', () => {
    const ctx = createBlockCtx();
    as(ctx, named(1_001, REFUSED));
    as(ctx, call('Scheduler', 'set_retry_named', { id: NAME, retries: 2, period: 4 }));
    for (let i = 0; i < 50; i++) as(ctx, schedule(1_005, REMARK));
    const events = eventsOf(ctx, () => block(ctx, 1_001));
    expect(events).toMatchObject([{ name: 'Scheduler.Dispatched', fields: { id: NAME } }, { name: 'Scheduler.RetryFailed', fields: { task: [1_001, 0], id: undefined } }]);
  });
});

describe('the weight of what is due', () => {
  it('behavior: what does not fit waits for the next block, the more urgent goes first', () => {
    const ctx = createBlockCtx();
    as(ctx, schedule(1_001, heavy(), undefined, 9));
    as(ctx, schedule(1_001, heavy(), undefined, 1));
    const first = eventsOf(ctx, () => block(ctx, 1_001));
    expect(first).toMatchObject([{ name: 'Scheduler.Dispatched', fields: { task: [1_001, 1] } }, { name: 'Scheduler.AgendaIncomplete', fields: { when: 1_001 } }]);
    expect(S.IncompleteSince.get(ctx)).toBe(1_001);
    expect(eventsOf(ctx, () => block(ctx, 1_002))).toMatchObject([{ name: 'Scheduler.Dispatched', fields: { task: [1_001, 0] } }]);
    expect([S.IncompleteSince.get(ctx), S.Agenda.rawKeys(ctx).length]).toEqual([undefined, 0]);
  });

  it('behavior: a call that fits into no block is given up and stays in the agenda', () => {
    const ctx = createBlockCtx();
    as(ctx, schedule(1_001, heavy(3_300_000_000_000n)));
    expect(block(ctx, 1_001)).toEqual(['Scheduler.PermanentlyOverweight']);
    expect(S.Agenda.get(ctx, 1_001)).toHaveLength(1);
    expect(block(ctx, 1_002)).toEqual([]);
  });
});

describe('a long call', () => {
  const status = (ctx: BlockCtx): string | undefined => {
    const [raw] = Preimage.RequestStatusFor.entries(ctx);
    return raw === undefined ? undefined : `${raw[1].type} ${raw[1].type === 'Requested' ? raw[1].value.count : ''}`;
  };

  it('behavior: is kept by its hash and, requested once by its keeping and once by its task, is let go of by the task alone', () => {
    const ctx = createBlockCtx();
    as(ctx, schedule(1_001, LONG));
    expect(status(ctx)).toBe('Requested 2');
    expect(block(ctx, 1_001)).toEqual(['Scheduler.Dispatched Ok']);
    expect(status(ctx)).toBe('Requested 1');
  });

  it('behavior: whose bytes went away cannot be made', () => {
    const ctx = createBlockCtx();
    as(ctx, schedule(1_001, LONG));
    Preimage.PreimageFor.clearPrefix(ctx);
    let weight: Weight | void;
    expect(eventsOf(ctx, () => { weight = SCHEDULER.onInitialize!(ctx, 1_001); })).toMatchObject([{ name: 'Scheduler.CallUnavailable', fields: { task: [1_001, 0] } }]);
    // The whole length is counted: 23,402 ps for each byte.
    expect(weight!.refTime).toBeGreaterThan(23_402n * 500n);
    expect(status(ctx)).toBe('Requested 1');
  });
});
