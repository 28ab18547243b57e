import type { RuntimeCall, StateCtx } from '@taonet/frame';
import { ensure, type AccountId } from '@taonet/primitives';
import { E, S } from '../pallet.ts';

/** What an account that announced the swap of its coldkey may still do. */
const ALLOWED: Readonly<Record<string, ReadonlySet<string>>> = {
  SubtensorModule: new Set(['announce_coldkey_swap', 'swap_coldkey_announced', 'dispute_coldkey_swap', 'clear_coldkey_swap_announcement']),
  MevShield: new Set(['submit_encrypted']),
};

/**
 * While a swap of the signer's coldkey is announced, only calls about it pass; while it is disputed, none.
 *
 * refuses ColdkeySwapDisputed, ColdkeySwapAnnounced · source: pallets/subtensor/src/guards/check_coldkey_swap.rs @ 14bc6f9
 */
export function checkColdkeySwap(ctx: StateCtx, who: AccountId, call: RuntimeCall): void {
  if (!S.ColdkeySwapAnnouncements.has(ctx, who)) return;
  ensure(!S.ColdkeySwapDisputes.has(ctx, who), E.ColdkeySwapDisputed, { coldkey: who });
  ensure(ALLOWED[call.type]?.has(call.value.type) === true, E.ColdkeySwapAnnounced, { coldkey: who, call: `${call.type}.${call.value.type}` });
}
