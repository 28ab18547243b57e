/** Advice on refusals of SubtensorModule about stake: buying, moving, locking and claiming alpha. */

import type { errors } from '../../subtensorModule/errors.ts';
import type { PalletAdvice } from '../advice.ts';
import { fund, inBounds, nowhere } from './fixes.ts';

export const staking = {
  NotEnoughStake: { check: 'The caller has enough stake.', fix: nowhere },
  NotEnoughStakeToWithdraw: { check: 'The coldkey has this much alpha on the hotkey.', fix: 'Take out at most what is in `actual`: taonet stake shows it.' },
  NotEnoughBalanceToStake: { check: 'The coldkey has the TAO that it wants to stake or to register with.', fix: `Give a smaller amount. ${fund}` },
  BalanceWithdrawalError: { check: 'The TAO to be recycled can be withdrawn.', fix: nowhere },
  ZeroBalanceAfterWithdrawn: { check: 'Something is left after a withdrawal.', fix: nowhere },
  StakingRateLimitExceeded: { check: 'Enough blocks have passed since the last stake.', fix: nowhere },
  StakeUnavailable: { check: 'What the coldkey has on the subnet and has not locked covers the amount.', fix: 'Take out at most what is in `actual`; a decaying lock gives more free with time. A perpetual lock decays once set_perpetual_lock switches it off.' },
  AmountTooLow: { check: 'The amount, in TAO, reaches the minimum; a position can be taken out whole whatever it is worth.', fix: 'Give more, so that `required` is reached; or take the whole position out: taonet stake' },
  InsufficientLiquidity: { check: 'The pool can carry the trade: at most the thousandfold of its reserve, neither reserve nearly empty, and the stake buys a share of the hotkey\'s.', fix: 'Trade less at a time, or wait until emission has filled the pool.' },
  SlippageTooHigh: { check: 'The whole amount can be traded before the price passes the limit.', fix: 'Trade at most `required`, give a limit further from the price, or allow a partial fill (allow_partial).' },
  TransferDisallowed: { check: 'The subnet lets stake be handed to other coldkeys.', fix: 'Its owner switches that on: sudo_set_toggle_transfer' },
  NotEnoughAlphaOutToRecycle: { check: 'As much alpha is out as is to be recycled.', fix: nowhere },
  CannotBurnOrRecycleOnRootSubnet: { check: 'The subnet is not root, which has no alpha of its own.', fix: 'Name a subnet above 0.' },
  SubtokenDisabled: { check: 'The subnet has been started, so that its alpha can be traded.', fix: 'Its owner starts it: taonet subnets start NETUID' },
  SameNetuid: { check: 'Stake that stays with its keys goes to another subnet.', fix: 'Name another subnet, hotkey or coldkey as destination.' },
  InsufficientBalance: { check: 'The account has the TAO; where it must live on, 500 rao above it.', fix: 'Use a smaller amount, or fund the account; on a local chain: taonet fund' },
  SameAutoStakeHotkeyAlreadySet: { check: 'The hotkey is another one than the present choice.', fix: 'It is chosen already: nothing to do.' },
  InvalidNumRootClaim: { check: 'At most 50 accounts are claimed for in a block.', fix: inBounds },
  InvalidRootClaimThreshold: { check: 'The threshold is at most 10000000 (0.01 alpha).', fix: inBounds },
  InvalidSubnetNumber: { check: 'A claim names one to five subnets; KeepSubnets names at least one.', fix: 'Name between one and five subnets; split longer lists.' },
  AddStakeBurnRateLimitExceeded: { check: 'Enough blocks have passed since stake was last bought and burned.', fix: nowhere },
  LockHotkeyMismatch: { check: 'All the coldkey locks on a subnet is locked to one hotkey; whoever takes over locked stake has locked to the same.', fix: 'Lock to the hotkey in `required`, or move the lock there is: move_lock' },
  InsufficientStakeForLock: { check: 'The coldkey\'s stake on the subnet covers all that it locks there.', fix: 'Lock less, or stake more: taonet stake' },
  NoExistingLock: { check: 'The coldkey has a lock on the subnet.', fix: 'Lock stake first: lock_stake' },
  ActiveLockExists: { check: 'The new coldkey has nothing locked.', fix: 'Swap to a coldkey that was never used: taonet wallet makes one.' },
  UnlockAmountTooHigh: { check: 'As much is locked as is to be freed.', fix: nowhere },
  AccountRejectsLockedAlpha: { check: 'The receiver takes locked alpha.', fix: 'Hand on only what is not locked, or have the receiver accept it: set_reject_locked_alpha with false.' },
} as const satisfies Partial<PalletAdvice<typeof errors>>;
