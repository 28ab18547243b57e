/** Errors of SubtensorModule, by index 0 to 73, that nothing can end with. */

import type { Unreachable } from '../provoke.ts';

export const unreachableFirst: Unreachable = {
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
};
