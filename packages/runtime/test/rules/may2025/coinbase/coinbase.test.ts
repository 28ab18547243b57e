/** The coinbase of May 2025 where upstream's scenarios are thin. */

import { I96F32, U96F32 } from '@taonet/primitives';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeMovingPriceMay2025 } from '../../../../src/rules/may2025/coinbase/computeMovingPrice.ts';
import { drainPendingEmission } from '../../../../src/rules/may2025/coinbase/drainPending.ts';
import { blockStep } from '../../../../src/rules/may2025/coinbase/blockStep.ts';
import { getSubnetTerms } from '../../../../src/rules/may2025/coinbase/subnetTerms.ts';
import { S } from '../../../../src/rules/may2025/pallet.ts';
import { getStakeForHotkeyOnSubnet } from '../../../../src/rules/may2025/staking/sharePools.ts';
import { createStakeChain, COLDKEYS, G, HOTKEYS } from '../staking/createStakeChain.ts';
import type { TestCtx } from '../../../createTestCtx.ts';

const WHOLE_BLOCK = U96F32.fromInt(G);
const [ONE, TWO] = [1, 2] as const;

function createEmittingChain(): TestCtx {
  const ctx = createStakeChain();
  for (const netuid of [ONE, TWO]) {
    S.FirstEmissionBlockNumber.set(ctx, netuid, 10n);
    S.NetworkRegistrationAllowed.set(ctx, netuid, true);
    S.SubnetMovingPrice.set(ctx, netuid, I96F32.fromLiteral('0.25'));
    S.Tempo.set(ctx, netuid, 100);
  }
  return ctx;
}

const floor = U96F32.saturatingToU64;

describe('terms of a subnet', () => {
  test('TAO by moving price, alpha at the spot price', () => {
    const ctx = createEmittingChain();
    S.SubnetMovingPrice.set(ctx, TWO, I96F32.fromLiteral('0.75'));
    const [first, second] = getSubnetTerms(ctx, [ONE, TWO], WHOLE_BLOCK);
    expect([floor(first!.taoIn), floor(second!.taoIn)]).toEqual([250_000_000n, 750_000_000n]);
    expect(floor(first!.alphaIn)).toBe((250_000_000n * 12_345n) / 5_000n);
  });

  test('alpha is capped at what the subnet makes in a block, TAO is not', () => {
    const ctx = createEmittingChain();
    S.SubnetTAO.set(ctx, ONE, 1_000n * G);
    const [first] = getSubnetTerms(ctx, [ONE], WHOLE_BLOCK);
    expect([floor(first!.taoIn), floor(first!.alphaIn), floor(first!.alphaOut)]).toEqual([G, G, G]);
  });

  test('closed to everybody: no TAO, yet the alpha; open to work alone: both', () => {
    const ctx = createEmittingChain();
    S.NetworkRegistrationAllowed.remove(ctx, ONE);
    const closed = getSubnetTerms(ctx, [ONE], WHOLE_BLOCK)[0]!;
    expect([floor(closed.taoIn), floor(closed.alphaIn) > 0n]).toEqual([0n, true]);
    S.NetworkPowRegistrationAllowed.set(ctx, ONE, true);
    expect(floor(getSubnetTerms(ctx, [ONE], WHOLE_BLOCK)[0]!.taoIn)).toBe(G);
  });

  test('without any moving price nobody gets TAO; a pool without alpha is filled with all that can be made', () => {
    const ctx = createEmittingChain();
    S.SubnetMovingPrice.set(ctx, ONE, I96F32.zero);
    expect(getSubnetTerms(ctx, [ONE], WHOLE_BLOCK)[0]!.taoIn).toBe(0n);
    S.SubnetAlphaIn.set(ctx, ONE, 0n);
    expect(floor(getSubnetTerms(ctx, [ONE], WHOLE_BLOCK)[0]!.alphaIn)).toBe(G);
  });
});

describe('a block without an epoch', () => {
  test('counts TAO without giving it to an account, and sells root\'s part of the alpha', () => {
    const ctx = createEmittingChain();
    S.SubnetTAO.set(ctx, 0, 1_000_000n * G);
    const issuance = S.TotalIssuance.get(ctx);
    blockStep(ctx);
    expect(S.TotalIssuance.get(ctx) - issuance).toBe(G);
    const swapped = S.PendingAlphaSwapped.get(ctx, ONE);
    expect(swapped).toBeGreaterThan(0n);
    expect(S.PendingRootDivs.get(ctx, ONE)).toBeGreaterThan(0n);
    const made = S.PendingEmission.get(ctx, ONE) + swapped + S.PendingOwnerCut.get(ctx, ONE);
    expect(made <= G && made >= G - 3n).toBe(true);
    expect(S.BlocksSinceLastStep.get(ctx, ONE)).toBe(1n);
  });

  test('root\'s alpha that a pool is too small to buy counts as sold and brings nothing', () => {
    const ctx = createEmittingChain();
    S.SubnetTAO.set(ctx, 0, 1_000_000n * G);
    S.SubnetTAO.set(ctx, ONE, 10n);
    S.SubnetMovingPrice.set(ctx, ONE, I96F32.zero);
    blockStep(ctx);
    expect(S.PendingAlphaSwapped.get(ctx, ONE)).toBeGreaterThan(0n);
    expect(S.PendingRootDivs.get(ctx, ONE)).toBe(0n);
  });
});

describe('an epoch\'s payout', () => {
  /** One validator (uid 0, stake on root and subnet) and one miner (uid 1), owned by two coldkeys. */
  function createSubnet(ownerHotkey?: string): TestCtx {
    const ctx = createEmittingChain();
    S.SubnetworkN.set(ctx, ONE, 2);
    HOTKEYS.forEach((hotkey, uid) => {
      S.Keys.set(ctx, ONE, uid, hotkey);
      S.Uids.set(ctx, ONE, hotkey, uid);
    });
    S.LastUpdate.set(ctx, ONE, [990n, 990n]);
    S.ValidatorPermit.set(ctx, ONE, [true, false]);
    S.MaxAllowedValidators.set(ctx, ONE, 1);
    S.Weights.set(ctx, ONE, 0, [[1, 65535]]);
    S.Delegates.set(ctx, HOTKEYS[0], 0);
    S.TotalHotkeyAlpha.set(ctx, HOTKEYS[0], ONE, 100n * G);
    S.TotalHotkeyAlpha.set(ctx, HOTKEYS[0], 0, 100n * G);
    if (ownerHotkey !== undefined) {
      S.SubnetOwner.set(ctx, ONE, COLDKEYS[2]);
      S.SubnetOwnerHotkey.set(ctx, ONE, ownerHotkey);
    }
    return ctx;
  }
  const pending = { alpha: 800n, tao: 50n, swapped: 200n, ownerCut: 40n };
  const close = (value: bigint, whole: bigint): boolean => value <= whole && value >= whole - 1n;

  test('half of all alpha, that which was sold included, is miners\'; of validators\' half the part not sold', () => {
    const ctx = createSubnet();
    drainPendingEmission(ctx, ONE, pending);
    expect(close(getStakeForHotkeyOnSubnet(ctx, HOTKEYS[1], ONE), 500n)).toBe(true);
    expect(close(S.AlphaDividendsPerSubnet.get(ctx, ONE, HOTKEYS[0]), 300n)).toBe(true);
    expect(close(S.TaoDividendsPerSubnet.get(ctx, ONE, HOTKEYS[0]), 50n)).toBe(true);
    expect(getStakeForHotkeyOnSubnet(ctx, HOTKEYS[0], 0) - 100n * G).toBe(S.TaoDividendsPerSubnet.get(ctx, ONE, HOTKEYS[0]));
    // Root's pool does not know.
    expect(S.SubnetTAO.get(ctx, 0)).toBe(0n);
  });

  test('without incentive validators get all that was not sold', () => {
    const ctx = createSubnet();
    S.Weights.remove(ctx, ONE, 0);
    drainPendingEmission(ctx, ONE, pending);
    expect(close(S.AlphaDividendsPerSubnet.get(ctx, ONE, HOTKEYS[0]), 800n)).toBe(true);
    expect(getStakeForHotkeyOnSubnet(ctx, HOTKEYS[1], ONE)).toBe(0n);
  });

  test('the owner\'s cut goes to its hotkey, that hotkey\'s incentive to nobody', () => {
    const ctx = createSubnet(HOTKEYS[1]);
    drainPendingEmission(ctx, ONE, pending);
    expect(getStakeForHotkeyOnSubnet(ctx, HOTKEYS[1], ONE)).toBe(40n);
    expect(S.AlphaDividendsPerSubnet.get(ctx, ONE, HOTKEYS[0])).toBeGreaterThan(0n);
  });

  test('dividends of the epoch before are forgotten; who earned nothing now has an entry of 0', () => {
    const ctx = createSubnet();
    for (const hotkey of [HOTKEYS[1], COLDKEYS[2]]) {
      S.AlphaDividendsPerSubnet.set(ctx, ONE, hotkey, 5n);
      S.TaoDividendsPerSubnet.set(ctx, ONE, hotkey, 5n);
    }
    drainPendingEmission(ctx, ONE, pending);
    for (const item of [S.AlphaDividendsPerSubnet, S.TaoDividendsPerSubnet]) {
      expect([item.tryGet(ctx, ONE, HOTKEYS[1]), item.tryGet(ctx, ONE, COLDKEYS[2])]).toEqual([0n, undefined]);
    }
  });
});

test('a moving price lies between the spot price, 1 at most, and itself', () => {
  const share = fc.bigInt(0n, U96F32.one).map(U96F32.fromBits);
  const price = fc.bigInt(0n, 4n * U96F32.one).map(U96F32.fromBits);
  fc.assert(fc.property(share, price, price, fc.bigInt(0n, 10_000_000n), fc.bigInt(1n, 1_000_000n), (alpha, before, spot, ageBlocks, halvingBlocks) => {
    const after = computeMovingPriceMay2025({ ageBlocks, halvingBlocks, movingAlpha: U96F32.to(I96F32, alpha), before, spot });
    const capped = spot < U96F32.one ? spot : U96F32.one;
    const [low, high] = before < capped ? [before, capped] : [capped, before];
    // Both products are cut: two bits below at most.
    expect(after >= low - 2n && after <= high).toBe(true);
  }));
});
