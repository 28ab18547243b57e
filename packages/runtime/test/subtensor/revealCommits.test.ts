import { accountId, bytes, encode, tuple, u16, u64, vec } from '@taonet/codec';
import { concatBytes, hexToBytes, utf8ToBytes } from '@taonet/primitives';
import { describe, expect, test } from 'vitest';
import { S as Drand } from '../../src/pallets/drand/pallet.ts';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { appendNeuron } from '../../src/pallets/subtensor/subnets/uids.ts';
import { revealCrv3CommitsForSubnet } from '../../src/pallets/subtensor/weights/revealCommits.ts';
import { account, createTestCtx, type TestCtx } from '../createTestCtx.ts';

const NETUID = 1;
const ROUND = 77n;
const WHO = account(1);
const WEIGHTS = tuple(vec(u16), vec(u16), u64);
const legacy = encode(WEIGHTS, [[0], [5], 0n]);
const payload = (hotkey: string): Uint8Array => concatBytes(encode(bytes, encode(accountId, hotkey)), legacy);

/** A subnet in epoch 5 where `WHO` committed in epoch 4; sealing is none at all, so that `openTimelock` gives back what it gets. */
function createSubnet(sealed: Uint8Array, options: { isKnown: boolean; epoch?: bigint }): TestCtx {
  const opener = { openTimelock: (commit: Uint8Array, signature: Uint8Array) => (signature.length === 48 ? commit : undefined) };
  const ctx = createTestCtx({ crypto: opener });
  S.NetworksAdded.set(ctx, NETUID, true);
  S.SubnetEpochIndex.set(ctx, NETUID, 5n);
  S.LastEpochBlock.set(ctx, NETUID, 1_000n);
  appendNeuron(ctx, NETUID, WHO, 1n);
  S.ValidatorPermit.set(ctx, NETUID, [true]);
  S.MinAllowedWeights.set(ctx, NETUID, 1);
  S.TimelockedWeightCommits.set(ctx, NETUID, options.epoch ?? 4n, [[WHO, 900n, sealed, ROUND]]);
  if (options.isKnown) {
    const signature = concatBytes(utf8ToBytes('0x'), new Uint8Array(48));
    Drand.Pulses.set(ctx, ROUND, { round: ROUND, randomness: new Uint8Array(32), signature });
  }
  return ctx;
}

const weights = (ctx: TestCtx): [number, number][] => S.Weights.get(ctx, NETUID, 0);
const waiting = (ctx: TestCtx): number => S.TimelockedWeightCommits.keys(ctx, NETUID).length;

describe('revealCrv3CommitsForSubnet', () => {
  test('behavior: sets the weights in the reveal epoch once the round is known, and says so', () => {
    const ctx = createSubnet(payload(WHO), { isKnown: true });
    revealCrv3CommitsForSubnet(ctx, NETUID);
    expect(weights(ctx)).toEqual([[0, 65535]]);
    expect(waiting(ctx)).toBe(0);
    expect(ctx.events).toHaveLength(2);
  });

  test('behavior: waits while the round is not known', () => {
    const ctx = createSubnet(payload(WHO), { isKnown: false });
    revealCrv3CommitsForSubnet(ctx, NETUID);
    expect([waiting(ctx), weights(ctx)]).toEqual([1, []]);
  });

  test('behavior: takes the older form without a hotkey', () => {
    const ctx = createSubnet(legacy, { isKnown: true });
    revealCrv3CommitsForSubnet(ctx, NETUID);
    expect(weights(ctx)).toEqual([[0, 65535]]);
  });

  test.each([
    ['another hotkey\'s weights', payload(account(2))],
    ['bytes of no form', hexToBytes('ffff')],
  ])('behavior: drops %s', (_, sealed) => {
    const ctx = createSubnet(sealed, { isKnown: true });
    revealCrv3CommitsForSubnet(ctx, NETUID);
    expect([waiting(ctx), weights(ctx)]).toEqual([0, []]);
  });

  test.each([[3n, 0], [5n, 1]])('behavior: commits of epoch %i: %i left', (epoch, left) => {
    const ctx = createSubnet(payload(WHO), { isKnown: true, epoch });
    revealCrv3CommitsForSubnet(ctx, NETUID);
    expect([waiting(ctx), weights(ctx)]).toEqual([left, []]);
  });
});
