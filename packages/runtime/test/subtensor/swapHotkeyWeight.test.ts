import { signed } from '@taonet/frame';
import { expect, test } from 'vitest';
import { mintInto } from '../../src/pallets/balances/issue.ts';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { createAccountIfNonExistent } from '../../src/pallets/subtensor/staking/accounts.ts';
import { doSwapHotkey } from '../../src/pallets/subtensor/swaps/swapHotkey.ts';
import { account, createTestCtx, type TestCtx } from '../createTestCtx.ts';

const READ = 25_000_000n;
const WRITE = 100_000_000n;
const [COLDKEY, OLD, NEW] = [1, 2, 3].map(account) as [string, string, string];

/** A coldkey with 10 TAO and a hotkey that is nowhere registered; two subnets. */
function createChain(): TestCtx {
  const ctx = createTestCtx({ block: 20_000 });
  for (const netuid of [1, 2]) S.NetworksAdded.set(ctx, netuid, true);
  S.TotalIssuance.set(ctx, 10_000_000_000n);
  mintInto(ctx, COLDKEY, 10_000_000_000n);
  createAccountIfNonExistent(ctx, COLDKEY, OLD);
  return ctx;
}

// Figures counted by hand along do_swap_hotkey: before (7 reads, 3 writes); the swap; per subnet membership (1, 2), family (3, 3);
// locks 5 reads per subnet.
test.each([
  ['one subnet: swap (8, 5), locks 5, moved figures (6, 6) unless the stake stays', 1, false, 7 + 8 + 5 + 4 + 6, 3 + 5 + 5 + 6],
  ['one subnet, the stake stays', 1, true, 7 + 8 + 5 + 4, 3 + 5 + 5],
  ['all subnets: asking (5 + 3, 2), owner and lists (2, 2), last blocks (3, 6), end (0, 1)', undefined, true, 7 + 8 + 10 + 2 + 8 + 3, 3 + 2 + 2 + 10 + 6 + 1],
] as const)('what is paid for a swap on %s', (_, netuid, keepStake, reads, writes) => {
  const post = doSwapHotkey(createChain(), signed(COLDKEY), { oldHotkey: OLD, newHotkey: NEW, netuid, keepStake });
  expect(post.actualWeight).toEqual({ refTime: BigInt(reads) * READ + BigInt(writes) * WRITE, proofSize: 0n });
});
