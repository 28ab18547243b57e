/** Advice on refusals of Balances. */

import type { errors } from '../balances/errors.ts';
import type { PalletAdvice } from './advice.ts';

export const balancesAdvice: PalletAdvice<typeof errors> = {
  VestingBalance: { check: 'What vests is not spent.', fix: 'Nothing vests on this chain: no call ends like this.' },
  LiquidityRestrictions: { check: 'The free balance that is left reaches what is frozen.', fix: 'Reserve less, or lift what freezes the balance.' },
  InsufficientBalance: { check: 'The free balance covers the amount.', fix: 'Fund the account (on a local chain: dev_setBalance), or use a smaller amount.' },
  ExistentialDeposit: { check: 'A new account gets the existential deposit of 500 rao.', fix: 'Send at least 500 rao to a new account.' },
  Expendability: { check: 'The account lives on after the payment.', fix: 'Leave 500 rao on the account.' },
  ExistingVestingSchedule: { check: 'The account has no vesting schedule.', fix: 'Nothing vests on this chain: no call ends like this.' },
  DeadAccount: { check: 'The receiving account exists.', fix: 'Send it 500 rao first.' },
  TooManyReserves: { check: 'The account has fewer than 50 named reserves.', fix: 'Nothing names reserves on this chain: no call ends like this.' },
  TooManyHolds: { check: 'The account\'s holds fit the list of reasons.', fix: 'Release a hold: take a noted preimage back.' },
  TooManyFreezes: { check: 'The account\'s freezes fit their list.', fix: 'Nothing freezes balances on this chain: no call ends like this.' },
  IssuanceDeactivated: { check: 'The total issuance stays at or above what of it is inactive.', fix: 'Lower the issuance by less; Balances.InactiveIssuance is the limit.' },
  DeltaZero: { check: 'The issuance changes by at least 1 rao.', fix: 'Give a delta above 0.' },
};
