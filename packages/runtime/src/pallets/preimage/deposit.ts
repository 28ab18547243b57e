/** What keeping bytes costs. source: runtime/src/lib.rs, pallet_preimage::Config @ 14bc6f9 */

import type { RuntimeHoldReason } from '@taonet/abi';
import type { Ctx } from '@taonet/frame';
import type { AccountId } from '@taonet/primitives';
import { hold, release } from '../balances/holds.ts';

const BASE_RAO = 104_000_000n;
const BYTE_RAO = 1_000_000n;
const REASON: RuntimeHoldReason = { type: 'Preimage', value: 'Preimage' };

/** Holds the deposit for `length` bytes; returns it. refuses Token.FundsUnavailable, Token.CannotCreateHold */
export function takeDeposit(ctx: Ctx, who: AccountId, length: number): bigint {
  const rao = BASE_RAO + BYTE_RAO * BigInt(length);
  hold(ctx, who, REASON, rao);
  return rao;
}

export function releaseDeposit(ctx: Ctx, who: AccountId, rao: bigint): void {
  release(ctx, who, REASON, rao, 'BestEffort');
}
