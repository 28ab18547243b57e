import { expect, test } from 'vitest';
import { hooks } from '../../src/pallets/baseFee/hooks.ts';
import { S } from '../../src/pallets/baseFee/pallet.ts';
import { toStored } from '../../src/pallets/system/storedWeight.ts';
import { S as System } from '../../src/pallets/system/pallet.ts';
import { BLOCK_LIMITS } from '../../src/limits.ts';
import { createBlockCtx, eventsOf } from './createBlockCtx.ts';

const U256_MAX = (1n << 256n) - 1n;
const FULL = BLOCK_LIMITS.maxBlock;
const NONE = { refTime: 0n, proofSize: 0n };

/** The fee after a block, and its events. */
function after(fee: bigint, normal: typeof FULL): { readonly fee: bigint; readonly events: readonly string[] } {
  const ctx = createBlockCtx();
  S.BaseFeePerGas.set(ctx, fee);
  S.Elasticity.set(ctx, 125_000);
  System.BlockWeight.set(ctx, { normal: toStored(normal), operational: toStored(NONE), mandatory: toStored(NONE) });
  const events = eventsOf(ctx, () => hooks.onFinalize!(ctx, 1_000));
  return { fee: S.BaseFeePerGas.get(ctx), events: events.map(({ name }) => name) };
}

test.each([
  ['a full block raises it by an eighth', 80_000_000_000n, FULL, 90_000_000_000n, []],
  ['an empty one lowers it by an eighth', 80_000_000_000n, NONE, 70_000_000_000n, []],
  ['not below half of the default', 10_000_000_001n, NONE, 10_000_000_000n, []],
  ['what cannot be multiplied stays, before a rise', U256_MAX, FULL, U256_MAX, ['BaseFee.BaseFeeOverflow']],
  ['what cannot be multiplied stays, before a fall', U256_MAX, NONE, U256_MAX, ['BaseFee.BaseFeeOverflow']],
])('the fee of gas: %s', (_, fee, weight, expected, events) => {
  expect(after(fee, weight)).toEqual({ fee: expected, events });
});
