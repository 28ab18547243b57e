/** Errors of SubtensorModule that no call of May 2025 ended with, by name. Commits are upstream's; those of today's list have the reasons that stand there. */

import type { Unreachable } from '../provoke.ts';

export const unreachable: Unreachable = {
  NotEnoughStake: 'declared and nowhere raised: stake that may lack has errors of its own',
  BalanceWithdrawalError: 'raised when TAO cannot be withdrawn; what an account can spend and live on is compared before, and says NotEnoughBalanceToStake',
  HotKeyAlreadyDelegate: 'nowhere raised: become_delegate was an empty call by then',
  StakingRateLimitExceeded: 'declared and nowhere raised since 22bbb5c32 (2025-01): staking had no rate limit any more',
  AllNetworksInImmunity: 'declared and nowhere raised since 803c5e302 (2024-08): there was no limit of subnets',
  NotRootSubnet: 'declared and nowhere raised since 22bbb5c32 (2025-01): set_root_weights is gone',
  CouldNotJoinSenate: 'raised when a membership refuses a member or a swap; that the hotkey does not sit, and that there is a seat, is looked at before',
  ColdkeyIsInArbitration: 'declared and nowhere raised by then: what a scheduled swap forbids is a matter of a transaction\'s validity',
  CannotUnstakeLock: 'declared and nowhere raised since it came with 22bbb5c32 (2025-01)',
  NotEnoughAlphaOutToRecycle: 'nowhere raised since a9e6f8300 (18 March 2025): recycle_alpha says InsufficientLiquidity',
  UnableToRecoverPublicKey: 'guarded before: what ECDSA recovery gives (or InvalidIdentity) is a point of the curve, and such a point decompresses',
};
