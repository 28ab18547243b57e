/** Who holds the money while orders are settled together. source: pallets/limit-orders/src/lib.rs, pallet_account @ 14bc6f9 */

import type { StateCtx } from '@taonet/frame';
import { bytesToHex, utf8ToBytes, type AccountId } from '@taonet/primitives';
import type { Staker } from '../subtensor/staking/orderSwap.ts';
import { C } from './pallet.ts';

const ACCOUNT_HEX_CHARS = 64;

/** Account of pallet id `bt/limit`. */
export const PALLET_ACCOUNT: AccountId = bytesToHex(utf8ToBytes('modlbt/limit')).padEnd(ACCOUNT_HEX_CHARS, '0');

/** The pallet's account on its own hotkey. */
export function palletStaker(ctx: Pick<StateCtx, 'build'>): Staker {
  return { coldkey: PALLET_ACCOUNT, hotkey: C.PalletHotkey(ctx) };
}
