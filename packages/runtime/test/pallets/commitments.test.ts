import { type CommitmentData } from '@taonet/abi';
import { inLayer, signed, type BlockCtx } from '@taonet/frame';
import { utf8ToBytes } from '@taonet/primitives';
import { describe, expect, it } from 'vitest';
import { getFreeBalance } from '../../src/pallets/balances/inspect.ts';
import { mintInto } from '../../src/pallets/balances/issue.ts';
import { reserve } from '../../src/pallets/balances/reserve.ts';
import { calls } from '../../src/pallets/commitments/calls.ts';
import { S } from '../../src/pallets/commitments/pallet.ts';
import { revealTimelockedCommitments } from '../../src/pallets/commitments/revealTimelocked.ts';
import { S as Drand } from '../../src/pallets/drand/pallet.ts';
import { S as Subtensor } from '../../src/pallets/subtensor/pallet.ts';
import { S as System } from '../../src/pallets/system/pallet.ts';
import { account, createTestCtx, type TestCtx } from '../createTestCtx.ts';

const HOTKEY = account(0xa1);
const NETUID = 5;
const READ = 25_000_000n;
const WRITE = 100_000_000n;

/** What is sealed opens to itself without its first byte; of one byte nothing can be made. */
const openTimelock = (sealed: Uint8Array): Uint8Array | undefined => (sealed.length < 2 ? undefined : sealed.slice(1));

function fresh(): TestCtx {
  const ctx = createTestCtx({ crypto: { openTimelock } });
  Subtensor.Uids.set(ctx, NETUID, HOTKEY, 3);
  return ctx;
}
const raw = (length: number): CommitmentData => ({ type: 'BigRaw', value: new Uint8Array(length) });
const sealed = (text: string, reveal_round: bigint): CommitmentData => ({ type: 'TimelockEncrypted', value: { encrypted: utf8ToBytes(text), reveal_round } });
const pulse = (ctx: TestCtx, round: bigint): void => Drand.Pulses.set(ctx, round, { round, randomness: new Uint8Array(32), signature: new Uint8Array(48) });

function commit(ctx: TestCtx, ...fields: CommitmentData[]): string {
  const done = inLayer(ctx, () => calls.set_commitment!(ctx, signed(HOTKEY), { netuid: NETUID, info: { fields } }));
  return 'refusal' in done ? done.refusal.name : 'ok';
}

describe('the space for commitments', () => {
  it('behavior: is 3,100 bytes for each epoch of the subnet, no commitment counting less than 100', () => {
    const ctx = fresh();
    for (let i = 0; i < 5; i++) expect(commit(ctx, raw(512))).toBe('ok');
    for (let i = 0; i < 5; i++) expect(commit(ctx, raw(1), { type: 'None' })).toBe('ok');
    expect(S.UsedSpaceOf.get(ctx, NETUID, HOTKEY)).toEqual({ last_epoch: 0n, used_space: 3_060n });
    expect(commit(ctx, raw(1))).toBe('Commitments.SpaceLimitExceeded');
    Subtensor.SubnetEpochIndex.set(ctx, NETUID, 1n);
    expect(commit(ctx, raw(512), raw(512), raw(512))).toBe('ok');
    expect(S.UsedSpaceOf.get(ctx, NETUID, HOTKEY)).toEqual({ last_epoch: 1n, used_space: 1_536n });
  });

  it('behavior: is only for hotkeys of the subnet', () => {
    const ctx = fresh();
    Subtensor.Uids.remove(ctx, NETUID, HOTKEY);
    expect(commit(ctx, raw(1))).toBe('Commitments.AccountNotAllowedCommit');
  });
});

it('behavior: a deposit of older times goes back with the next commitment', () => {
  const ctx = fresh();
  mintInto(ctx, HOTKEY, 1_000_000n);
  reserve(ctx, HOTKEY, 300_000n);
  S.CommitmentOf.set(ctx, NETUID, HOTKEY, { deposit: 300_000n, block: 1, info: { fields: [] } });
  expect(commit(ctx, raw(1))).toBe('ok');
  expect([getFreeBalance(ctx, HOTKEY), S.CommitmentOf.get(ctx, NETUID, HOTKEY)?.deposit]).toEqual([1_000_000n, 0n]);
});

it('behavior: a field that resets bonds takes the neuron out of the bonds of every mechanism, where the subnet lets it', () => {
  const ctx = fresh();
  Subtensor.NetworksAdded.set(ctx, NETUID, true);
  Subtensor.MechanismCountCurrent.set(ctx, NETUID, 2);
  for (const index of [NETUID, 4096 + NETUID]) Subtensor.Bonds.set(ctx, index, 0, [[3, 100], [4, 200]]);
  expect(commit(ctx, { type: 'ResetBondsFlag' })).toBe('ok');
  expect(Subtensor.Bonds.get(ctx, NETUID, 0)).toHaveLength(2);
  Subtensor.BondsResetOn.set(ctx, NETUID, true);
  expect(commit(ctx, { type: 'ResetBondsFlag' })).toBe('ok');
  for (const index of [NETUID, 4096 + NETUID]) expect(Subtensor.Bonds.get(ctx, index, 0)).toEqual([[4, 200]]);
  expect(S.LastBondsReset.get(ctx, NETUID, HOTKEY)).toBe(1_000);
});

describe('a sealed field', () => {
  const reveal = (ctx: TestCtx, block: number) => {
    System.Number.set(ctx, block);
    return revealTimelockedCommitments(ctx as unknown as BlockCtx).refTime;
  };
  const fieldsOf = (ctx: TestCtx) => S.CommitmentOf.get(ctx, NETUID, HOTKEY)?.info.fields.map(({ type }) => type);
  const opened = (ctx: TestCtx) => S.RevealedCommitments.get(ctx, NETUID, HOTKEY)?.map(([bytes, block]) => `${bytes.length} ${block}`);

  it('behavior: waits for its round without a write, then moves to what is revealed', () => {
    const ctx = fresh();
    expect(commit(ctx, sealed('xabc', 10n), raw(4), sealed('xdefg', 20n))).toBe('ok');
    expect(reveal(ctx, 1_001)).toBe(4n * READ);
    pulse(ctx, 10n);
    expect(reveal(ctx, 1_002)).toBe(5n * READ + 2n * WRITE);
    expect([fieldsOf(ctx), opened(ctx), S.TimelockedIndex.get(ctx).length]).toEqual([['BigRaw', 'TimelockEncrypted'], ['3 1002'], 1]);
    pulse(ctx, 20n);
    expect(reveal(ctx, 1_003)).toBe(5n * READ + 3n * WRITE);
    expect([fieldsOf(ctx), opened(ctx), S.TimelockedIndex.get(ctx).length]).toEqual([['BigRaw'], ['3 1002', '4 1003'], 0]);
    expect(reveal(ctx, 1_004)).toBe(READ);
  });

  it('behavior: that cannot be opened is dropped, and the commitment with it when nothing is left', () => {
    const ctx = fresh();
    commit(ctx, sealed('x', 10n));
    pulse(ctx, 10n);
    expect(reveal(ctx, 1_001)).toBe(4n * READ + 2n * WRITE);
    expect([fieldsOf(ctx), opened(ctx), S.TimelockedIndex.get(ctx).length]).toEqual([undefined, undefined, 0]);
  });

  it('behavior: of those opened the ten newest are kept', () => {
    const ctx = fresh();
    for (let i = 1; i <= 12; i++) {
      commit(ctx, sealed('x'.repeat(i + 1), BigInt(i)));
      pulse(ctx, BigInt(i));
      reveal(ctx, 1_000 + i);
      S.UsedSpaceOf.remove(ctx, NETUID, HOTKEY);
    }
    expect(opened(ctx)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((i) => `${i} ${1_000 + i}`));
  });

  it('behavior: an entry of the index without commitment, or without anything sealed, goes', () => {
    const ctx = fresh();
    commit(ctx, sealed('xabc', 10n));
    commit(ctx, raw(2));
    expect(S.TimelockedIndex.get(ctx)).toEqual([]);
    S.TimelockedIndex.set(ctx, [[NETUID, HOTKEY], [6, HOTKEY]]);
    expect(reveal(ctx, 1_001)).toBe(5n * READ + 2n * WRITE);
    expect(S.TimelockedIndex.get(ctx)).toEqual([]);
  });
});
