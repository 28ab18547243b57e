import { I96F32, U96F32 } from '@taonet/primitives';
import { describe, expect, test } from 'vitest';
import { issue } from '../../src/pallets/balances/issue.ts';
import { emitToSubnets } from '../../src/pallets/subtensor/coinbase/emitToSubnets.ts';
import { blocksUntilNextAutoEpoch } from '../../src/pallets/subtensor/coinbase/epochSchedule.ts';
import { getSubnetBlockEmissions, getSubnetsToEmitTo } from '../../src/pallets/subtensor/coinbase/subnetEmissions.ts';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { S as Swap } from '../../src/pallets/swap/pallet.ts';
import { createTestCtx, type TestCtx } from '../createTestCtx.ts';

const G = 1_000_000_000n;

function addEmittingSubnet(ctx: TestCtx, netuid: number): void {
  S.NetworksAdded.set(ctx, netuid, true);
  S.SubnetMechanism.set(ctx, netuid, 1);
  S.SubtokenEnabled.set(ctx, netuid, true);
  S.FirstEmissionBlockNumber.set(ctx, netuid, 1n);
  S.SubnetMovingPrice.set(ctx, netuid, I96F32.one);
}

describe('emission of a block', () => {
  test('whole block on one subnet: liquidity at the price, the rest buys alpha, root and owner get their parts', () => {
    const ctx = createTestCtx();
    addEmittingSubnet(ctx, 1);
    S.SubnetTAO.set(ctx, 0, 50_000n * G);
    S.SubnetTAO.set(ctx, 1, 1_000n * G);
    S.SubnetAlphaIn.set(ctx, 1, 2_000n * G);
    S.SubnetAlphaOut.set(ctx, 1, 1_000n * G);
    S.TaoWeight.set(ctx, 3_320_413_933_267_719_290n);
    Swap.PalSwapInitialized.set(ctx, 1, true);
    S.TotalIssuance.set(ctx, 500_000_000n);
    const credit = issue(ctx, 500_000_000n);
    emitToSubnets(ctx, { netuids: [1], emissions: [{ netuid: 1, taoEmission: U96F32.fromInt(credit) }], credit, rootSellFlag: true });
    expect({
      tao: S.SubnetTAO.get(ctx, 1), taoIn: S.SubnetTaoInEmission.get(ctx, 1), excess: S.SubnetExcessTao.get(ctx, 1),
      alphaIn: S.SubnetAlphaIn.get(ctx, 1), alphaInEmission: S.SubnetAlphaInEmission.get(ctx, 1), alphaOut: S.SubnetAlphaOut.get(ctx, 1),
      bought: S.SubnetProtocolAlpha.get(ctx, 1), quote: Swap.SwapBalancer.get(ctx, 1).quote, issued: S.TotalIssuance.get(ctx),
      owner: S.PendingOwnerCut.get(ctx, 1), server: S.PendingServerEmission.get(ctx, 1),
      validator: S.PendingValidatorEmission.get(ctx, 1), root: S.PendingRootAlphaDivs.get(ctx, 1),
    }).toEqual({
      tao: 1_000_499_999_999n, taoIn: 374_999_999n, excess: 125_000_000n,
      alphaIn: 2_000_500_031_246n, alphaInEmission: 749_999_999n, alphaOut: 1_001_249_968_753n,
      bought: 249_968_753n, quote: 499_999_999_999_875_046n, issued: 499_999_999n,
      owner: 179_995_422n, server: 410_002_288n, validator: 102_545_409n, root: 307_456_879n,
    });
  });

  test('a subnet with emission disabled leaves its part to the others', () => {
    const ctx = createTestCtx();
    for (const netuid of [1, 2, 3]) addEmittingSubnet(ctx, netuid);
    S.SubnetEmissionEnabled.set(ctx, 2, false);
    const floors = (): bigint[] => getSubnetBlockEmissions(ctx, [1, 2, 3], U96F32.fromInt(3_000_000n)).map(({ taoEmission }) => U96F32.saturatingToU64(taoEmission));
    expect(floors()).toEqual([1_500_000n, 0n, 1_500_000n]);
    S.SubnetEmissionEnabled.set(ctx, 2, true);
    expect(floors().every((rao) => rao === 1_000_000n || rao === 999_999n)).toBe(true);
  });

  test('withheld miner emission lowers a subnet\'s part', () => {
    const ctx = createTestCtx();
    for (const netuid of [1, 2]) addEmittingSubnet(ctx, netuid);
    S.MinerBurned.set(ctx, 2, U96F32.fromRational(1n, 2n));
    const [one, two] = getSubnetBlockEmissions(ctx, [1, 2], U96F32.fromInt(3_000_000n));
    expect(U96F32.roundToInt(one!.taoEmission)).toBe(2_000_000n);
    expect(U96F32.roundToInt(two!.taoEmission)).toBe(1_000_000n);
  });

  test('only started subnets with subtoken and open registration are emitted to', () => {
    const ctx = createTestCtx();
    for (const netuid of [1, 2, 3, 4]) addEmittingSubnet(ctx, netuid);
    S.NetworkRegistrationAllowed.set(ctx, 2, false);
    S.SubtokenEnabled.set(ctx, 3, false);
    S.FirstEmissionBlockNumber.remove(ctx, 4);
    expect(getSubnetsToEmitTo(ctx, [0, 1, 2, 3, 4])).toEqual([1]);
  });
});

// Rows of upstream's test_regular_case.
test.each([[10, 5n, 5n], [20, 15n, 5n], [30, 25n, 5n], [10, 12n, 0n], [0, 3n, (1n << 64n) - 1n]])('blocksUntilNextAutoEpoch: tempo %d, block %d', (tempo, block, expected) => {
  expect(blocksUntilNextAutoEpoch(createTestCtx(), 1, tempo, block)).toBe(expected);
});
