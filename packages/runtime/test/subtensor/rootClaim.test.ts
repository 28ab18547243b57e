import { I96F32 } from '@taonet/primitives';
import { describe, expect, test } from 'vitest';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { computeClaimIndices } from '../../src/pallets/subtensor/staking/rootClaim/autoClaim.ts';
import { doRootClaim, increaseRootClaimable } from '../../src/pallets/subtensor/staking/rootClaim/claimRoot.ts';
import { maybeAddColdkeyIndex, maybeRemoveColdkeyIndex } from '../../src/pallets/subtensor/staking/rootClaim/coldkeyIndex.ts';
import { populateRootColdkeyStakingMaps } from '../../src/pallets/subtensor/staking/rootClaim/populateIndex.ts';
import { getStakeForHotkeyAndColdkeyOnSubnet, increaseStakeForHotkeyAndColdkeyOnSubnet } from '../../src/pallets/subtensor/staking/stakeShares.ts';
import { account, createTestCtx, type TestCtx } from '../createTestCtx.ts';

const HOTKEY = account(1);
const OWNER = account(2);
const NETUID = 3;

function createStakers(...rao: bigint[]): { ctx: TestCtx; coldkeys: string[] } {
  const ctx = createTestCtx();
  S.Owner.set(ctx, HOTKEY, OWNER);
  const coldkeys = rao.map((_, i) => account(0x10 + i));
  rao.forEach((amount, i) => increaseStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: HOTKEY, coldkey: coldkeys[i]!, netuid: 0 }, amount));
  for (const coldkey of coldkeys) S.RootClaimType.set(ctx, coldkey, { type: 'Keep' });
  S.RootClaimableThreshold.set(ctx, NETUID, I96F32.zero);
  return { ctx, coldkeys };
}

const stakeOf = (ctx: TestCtx, coldkey: string): bigint => getStakeForHotkeyAndColdkeyOnSubnet(ctx, { hotkey: HOTKEY, coldkey, netuid: NETUID });

describe('root dividends', () => {
  // Figures of upstream's test_claim_root_with_drain_emissions, exact.
  test('one staker claims what the rate gives, once', () => {
    const { ctx, coldkeys: [coldkey] } = createStakers(2_000_000n);
    increaseRootClaimable(ctx, HOTKEY, NETUID, 820_004n);
    expect(S.RootClaimable.get(ctx, HOTKEY)).toEqual([[NETUID, 1_760_945_181n]]);
    expect(doRootClaim(ctx, coldkey!, undefined)).toEqual({ hotkeys: 1, claims: 1 });
    expect(stakeOf(ctx, coldkey!)).toBe(820_003n);
    expect(S.RootClaimed.get(ctx, NETUID, HOTKEY, coldkey!)).toBe(820_003n);
    doRootClaim(ctx, coldkey!, undefined);
    expect(stakeOf(ctx, coldkey!)).toBe(820_003n);
  });

  test('stakers share in proportion', () => {
    const { ctx, coldkeys } = createStakers(1_000_000n, 1_000_000n, 8_000_000n);
    increaseRootClaimable(ctx, HOTKEY, NETUID, 8_200_045n);
    for (const coldkey of coldkeys) doRootClaim(ctx, coldkey, [NETUID]);
    expect(coldkeys.map((coldkey) => stakeOf(ctx, coldkey))).toEqual([820_004n, 820_004n, 6_560_035n]);
  });

  test('more alpha than root stake goes to the owner at once', () => {
    const { ctx } = createStakers(100n);
    increaseRootClaimable(ctx, HOTKEY, NETUID, 101n);
    expect(S.RootClaimable.get(ctx, HOTKEY)).toEqual([]);
    expect(stakeOf(ctx, OWNER)).toBe(101n);
  });

  test('below the threshold nothing is claimed, not even written', () => {
    const { ctx, coldkeys: [coldkey] } = createStakers(2_000_000n);
    S.RootClaimableThreshold.set(ctx, NETUID, I96F32.fromInt(900_000n));
    increaseRootClaimable(ctx, HOTKEY, NETUID, 820_004n);
    doRootClaim(ctx, coldkey!, undefined);
    expect(S.RootClaimed.has(ctx, NETUID, HOTKEY, coldkey!)).toBe(false);
  });
});

describe('who is drawn', () => {
  const hash = (words: readonly bigint[]): string => words.map((word) => word.toString(16).padStart(16, '0')).join('');

  test('each number adds the next eight bytes; the first adds the first twice', () => {
    expect(computeClaimIndices(hash([5n, 1n, 2n, 3n]), 3n, 7n)).toEqual([3n, 4n, 6n]); // 5+5=10→3, 3+1→4, 4+2→6
  });

  test('after four words the hash starts again; equal numbers count once', () => {
    expect(computeClaimIndices(hash([0n, 0n, 0n, 1n]), 8n, 2n)).toEqual([0n, 1n]);
  });

  test('a sum beyond 64 bits stays at the most; without coldkeys the number is 0', () => {
    const most = (1n << 64n) - 1n;
    expect(computeClaimIndices(hash([most, most, most, most]), 1n, 1000n)).toEqual([most % 1000n]);
    expect(computeClaimIndices(hash([9n, 9n, 9n, 9n]), 5n, 0n)).toEqual([0n]);
    expect(computeClaimIndices(hash([9n, 9n, 9n, 9n]), 0n, 4n)).toEqual([]);
  });
});

describe('numbers of coldkeys', () => {
  test('the last one takes the place of the one that goes', () => {
    const ctx = createTestCtx();
    for (const n of [1, 2, 3]) maybeAddColdkeyIndex(ctx, account(n));
    maybeAddColdkeyIndex(ctx, account(2));
    maybeRemoveColdkeyIndex(ctx, account(1));
    maybeRemoveColdkeyIndex(ctx, account(9));
    expect(S.NumStakingColdkeys.get(ctx)).toBe(2n);
    expect([0n, 1n, 2n].map((i) => S.StakingColdkeysByIndex.get(ctx, i))).toEqual([account(3), account(2), undefined]);
    expect(S.StakingColdkeys.get(ctx, account(3))).toBe(0n);
  });

  test('the walk looks at 30 shares a block and comes round', () => {
    const ctx = createTestCtx();
    for (let n = 1; n <= 65; n++) S.AlphaV2.set(ctx, account(n), account(n + 100), n % 2, { mantissa: 1n, exponent: 0n });
    const counts: bigint[] = [];
    for (let block = 0; block < 4; block++) {
      populateRootColdkeyStakingMaps(ctx);
      counts.push(S.NumStakingColdkeys.get(ctx));
    }
    expect(counts[2]).toBe(32n);
    expect(counts[3]).toBe(32n);
    expect(S.AlphaV2MapLastKey.get(ctx)).toBeInstanceOf(Uint8Array);
    expect(S.AlphaMapLastKey.has(ctx)).toBe(false);
  });

  test('exactly 30 shares are a full batch, one less is none', () => {
    for (const [count, full] of [[30, true], [29, false]] as const) {
      const ctx = createTestCtx();
      for (let n = 1; n <= count; n++) S.AlphaV2.set(ctx, account(n), account(n), 1, { mantissa: 1n, exponent: 0n });
      populateRootColdkeyStakingMaps(ctx);
      expect(S.AlphaV2MapLastKey.has(ctx)).toBe(true);
      expect(S.AlphaV2MapLastKey.get(ctx) !== undefined).toBe(full);
    }
  });
});
