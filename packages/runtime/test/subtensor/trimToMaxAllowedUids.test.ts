import { describe, expect, test } from 'vitest';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { trimToMaxAllowedUids } from '../../src/pallets/subtensor/subnets/trimToMaxAllowedUids.ts';
import { appendNeuron } from '../../src/pallets/subtensor/subnets/uids.ts';
import { account, createTestCtx, type TestCtx } from '../createTestCtx.ts';

const NETUID = 1;
const EMISSIONS = [50n, 10n, 40n, 10n, 30n, 0n];

/** Six neurons, hotkeys 1 … 6; number 5 (uid 4) registered so late that it is immune. */
function createSubnet(): TestCtx {
  const ctx = createTestCtx({ block: 10_000 });
  S.NetworksAdded.set(ctx, NETUID, true);
  S.MinAllowedUids.set(ctx, NETUID, 1);
  EMISSIONS.forEach((_, uid) => appendNeuron(ctx, NETUID, account(uid + 1), uid === 4 ? 9_990n : 100n));
  S.Emission.set(ctx, NETUID, EMISSIONS);
  S.Weights.set(ctx, NETUID, 2, [[0, 7], [1, 8], [5, 9]]);
  S.Weights.set(ctx, NETUID, 5, [[0, 1]]);
  S.Bonds.set(ctx, NETUID, 4, [[4, 3], [3, 2]]);
  return ctx;
}

describe('trimToMaxAllowedUids', () => {
  test('behavior: the lowest emissions go, of equal ones the higher uid; the rest move up with their rows', () => {
    const ctx = createSubnet();
    trimToMaxAllowedUids(ctx, NETUID, 3);
    expect(S.Keys.entries(ctx, NETUID).map(([[, uid], hotkey]) => [uid, hotkey])).toEqual([[0, account(1)], [1, account(3)], [2, account(5)]]);
    expect([1, 3, 5].map((n) => S.Uids.get(ctx, NETUID, account(n)))).toEqual([0, 1, 2]);
    expect(S.Emission.get(ctx, NETUID)).toEqual([50n, 40n, 30n]);
    expect(S.SubnetworkN.get(ctx, NETUID)).toBe(3);
    expect(S.Weights.get(ctx, NETUID, 1)).toEqual([[0, 7]]);
    expect(S.Bonds.get(ctx, NETUID, 2)).toEqual([[2, 3]]);
    expect(S.IsNetworkMember.has(ctx, account(6), NETUID)).toBe(false);
    // Upstream leaves an empty row for every neuron that stays.
    expect(S.Weights.keys(ctx, NETUID)).toEqual([[NETUID, 0], [NETUID, 1], [NETUID, 2]]);
  });

  test('behavior: an immune neuron stays although others earn more', () => {
    const ctx = createSubnet();
    trimToMaxAllowedUids(ctx, NETUID, 2);
    expect(S.Keys.entries(ctx, NETUID).map(([, hotkey]) => hotkey)).toEqual([account(1), account(5)]);
  });

  test('refuses: 80 % immune, a limit below the minimum, a subnet that does not exist', () => {
    const ctx = createSubnet();
    expect(() => trimToMaxAllowedUids(ctx, NETUID, 1)).toThrow(expect.objectContaining({ name: 'SubtensorModule.TrimmingWouldExceedMaxImmunePercentage' }));
    expect(() => trimToMaxAllowedUids(ctx, NETUID, 0)).toThrow(expect.objectContaining({ name: 'SubtensorModule.InvalidValue' }));
    expect(() => trimToMaxAllowedUids(ctx, 9, 3)).toThrow(expect.objectContaining({ name: 'SubtensorModule.SubnetNotExists' }));
  });
});
