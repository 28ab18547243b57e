/** Advice on refusals of SubtensorModule about delegation: takes, and stake that is handed to child hotkeys. */

import type { errors } from '../../subtensorModule/errors.ts';
import type { PalletAdvice } from '../advice.ts';
import { nowhere, wait } from './fixes.ts';

export const delegation = {
  HotKeyAlreadyDelegate: { check: 'The hotkey is no delegate yet.', fix: nowhere },
  DelegateTxRateLimitExceeded: { check: 'Enough blocks have passed since the hotkey\'s take last changed; lowering it is always possible.', fix: wait },
  DelegateTakeTooLow: { check: 'The take is at least the minimum; increase_take raises it and decrease_take lowers it.', fix: 'Give the take in `required` or one further on that side; to go the other way use the other call.' },
  DelegateTakeTooHigh: { check: 'The take is at most the maximum.', fix: 'Give at most the take in `required`.' },
  NotEnoughStakeToSetChildkeys: { check: 'All stake of the parent together, in TAO, reaches the chain\'s threshold.', fix: 'Stake more on the hotkey: taonet stake' },
  InvalidChild: { check: 'The hotkey is not its own child or parent.', fix: 'Give another child.' },
  DuplicateChild: { check: 'Each child is named once.', fix: 'Add up the proportions of the child that stands twice.' },
  ProportionOverflow: { check: 'The children\'s proportions add up to at most the whole, 2^64 - 1.', fix: 'Give smaller proportions.' },
  TooManyChildren: { check: 'The hotkey has at most five children.', fix: 'Name five or fewer.' },
  TxRateLimitExceeded: { check: 'Enough blocks have passed since the last change of this kind on the subnet.', fix: wait },
  InvalidChildkeyTake: { check: 'The take is within its bounds on this subnet.', fix: 'Give the take in `required` or one on its inner side.' },
  TxChildkeyTakeRateLimitExceeded: { check: 'Enough blocks have passed since the childkey take last changed; lowering it is always possible.', fix: wait },
  ChildParentInconsistency: { check: 'No hotkey is both child and parent of this one on the subnet.', fix: 'Leave out the child in question, or have it give up this hotkey as its own child first.' },
} as const satisfies Partial<PalletAdvice<typeof errors>>;
