/** Errors of SubtensorModule that nothing can end with, by index. Commits are upstream's. */

import type { Unreachable } from '../provoke.ts';

export const unreachable: Unreachable = {
  NotEnoughStake: 'declared and nowhere raised: each kind of stake that may lack has an error of its own',
  BalanceWithdrawalError: 'raised when TAO cannot be withdrawn for recycling; what an account can spend and live on is compared before, and says InsufficientBalance',
  ZeroBalanceAfterWithdrawn: 'declared and nowhere raised since f9e677779 (2026-04): TAO moves by transfers and recycle_tao, which say InsufficientBalance',
  MaxWeightExceeded: 'raised when a weight is above the limit; the limit is constant at 65535, the highest weight there is',
  HotKeyAlreadyDelegate: 'declared and nowhere raised since 4efb2a970 (2025-01): become_delegate is gone, every hotkey is a delegate',
  StakingRateLimitExceeded: 'declared and nowhere raised since 22bbb5c32 (2025-01): staking has no rate limit any more',
  TransactorAccountShouldBeHotKey: 'declared and nowhere raised since 115c42049 (2026-01): registration by work is gone, and any signer may register a hotkey',
  FaucetDisabled: 'raised by the call faucet in builds without faucet, which do not have that call',
  AllNetworksInImmunity: 'declared and nowhere raised since 803c5e302 (2024-08): when no subnet can give way, register_network says SubnetLimitReached',
  NotRootSubnet: 'declared and nowhere raised since 22bbb5c32 (2025-01): set_root_weights is gone',
  CallDisabled: 'no code raises it since d57ebd4a2 (2 September 2025), when the calls it disabled were removed',
  NotEnoughAlphaOutToRecycle: 'no code raises it since a9e6f8300 (18 March 2025): recycle_alpha says InsufficientLiquidity',
  UnableToRecoverPublicKey: 'guarded before: what ECDSA recovery gives (or InvalidIdentity) is a point of the curve, and such a point decompresses',
  LeaseNetuidNotFound: 'guarded before: the network registered a moment ago is owned by the lease\'s coldkey, which is looked for',
  UidMapCouldNotBeCleared: 'raised when clearing Uids of a subnet leaves a cursor; the limit of 2^32 − 1 removals is above the 65,536 uids there can be',
  AddStakeBurnRateLimitExceeded: 'no code raises it since fe524b19f (4 May 2026), which took the rate limit away',
  DisabledTemporarily: 'no code raises it since 2cce56e1d (1 April 2026), which opened swap_hotkey again',
  UnlockAmountTooHigh: 'no code raises it since 9217f81ac (12 May 2026): locks decay and there is no call to unlock',
};
