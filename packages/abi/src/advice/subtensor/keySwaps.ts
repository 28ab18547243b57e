/** Advice on refusals of SubtensorModule about swaps of hotkeys and coldkeys. */

import type { errors } from '../../subtensorModule/errors.ts';
import type { PalletAdvice } from '../advice.ts';
import { fund, nowhere, wait } from './fixes.ts';

export const keySwaps = {
  NewHotKeyIsSameWithOld: { check: 'The new hotkey is another one than the old.', fix: 'Give another new hotkey: taonet wallet makes one.' },
  NewHotKeyNotCleanForRootSwap: { check: 'The new hotkey never had stake or claims on root.', fix: 'Swap to a hotkey that was never used: taonet wallet makes one.' },
  HotKeySetTxRateLimitExceeded: { check: 'Enough blocks have passed since the coldkey last swapped keys.', fix: wait },
  NotEnoughBalanceToPaySwapHotKey: { check: 'The coldkey can pay the price of the swap.', fix: fund },
  HotKeySwapOnSubnetIntervalNotPassed: { check: 'HotkeySwapOnSubnetInterval blocks have passed since the coldkey last swapped a hotkey on the subnet.', fix: wait },
  ColdKeyAlreadyAssociated: { check: 'The new coldkey has staked nowhere and owns no hotkeys.', fix: 'Swap to a coldkey that was never used: taonet wallet makes one.' },
  NotEnoughBalanceToPaySwapColdKey: { check: 'The coldkey can pay the price of the swap and live on.', fix: fund },
  ColdkeySwapAnnouncementNotFound: { check: 'The coldkey has announced a swap.', fix: 'Announce it first: announce_coldkey_swap, signed by the coldkey that is to be replaced.' },
  ColdkeySwapTooEarly: { check: 'The delay after the announcement is over.', fix: wait },
  ColdkeySwapReannouncedTooEarly: { check: 'The delay until another announcement is over.', fix: `Carry out the swap that is announced, or w${wait.slice(1)}` },
  AnnouncedColdkeyHashDoesNotMatch: { check: 'The new coldkey is the announced one: its blake2-256 is the hash in `required`.', fix: 'Give the coldkey that was announced. If somebody else announced it: dispute_coldkey_swap' },
  ColdkeySwapAlreadyDisputed: { check: 'The swap is not disputed yet.', fix: 'Nothing to do: only root can go on, by reset_coldkey_swap or swap_coldkey.' },
  NewColdKeyIsHotkey: { check: 'The new coldkey is nobody\'s hotkey.', fix: 'Give another coldkey: taonet wallet makes one.' },
  Deprecated: { check: 'The call is still in use.', fix: 'Announce the swap instead: announce_coldkey_swap, then swap_coldkey_announced' },
  ColdkeySwapAnnounced: { check: 'The coldkey has announced no swap, or the call is about that swap.', fix: 'Carry it out (swap_coldkey_announced) or withdraw it (clear_coldkey_swap_announcement) first.' },
  ColdkeySwapDisputed: { check: 'No dispute stands against the coldkey\'s swap.', fix: 'Only root can help: reset_coldkey_swap' },
  ColdkeySwapClearTooEarly: { check: 'ColdkeySwapReannouncementDelay blocks have passed since the swap could be carried out.', fix: wait },
  DisabledTemporarily: { check: 'The call is switched on.', fix: nowhere },
} as const satisfies Partial<PalletAdvice<typeof errors>>;
