/** Advice on refusals of Crowdloan. */

import type { errors } from '../crowdloan/errors.ts';
import type { PalletAdvice } from './advice.ts';

export const crowdloanAdvice: PalletAdvice<typeof errors> = {
  DepositTooLow: { check: 'The first deposit reaches the minimum.', fix: 'Give at least the amount in `required`: constant Crowdloan.MinimumDeposit' },
  CapTooLow: { check: 'The cap exceeds the deposit, and what is raised already.', fix: 'Give at least the amount in `required`.' },
  MinimumContributionTooLow: { check: 'The minimum contribution reaches the lowest allowed.', fix: 'Give at least the amount in `required`.' },
  CannotEndInPast: { check: 'The end lies ahead.', fix: 'Give a later block.' },
  BlockDurationTooShort: { check: 'The crowdloan runs long enough.', fix: 'Give a later end; `required` is the least number of blocks.' },
  BlockDurationTooLong: { check: 'The crowdloan ends in time.', fix: 'Give an earlier end; `required` is the largest number of blocks.' },
  InsufficientBalance: { check: 'The account has the TAO it gives.', fix: 'Fund the account, or give less.' },
  Overflow: { check: 'The sums fit into their types.', fix: 'Give less.' },
  InvalidCrowdloanId: { check: 'There is such a crowdloan.', fix: 'Check the number: it is in event Created.' },
  CapRaised: { check: 'The cap is not reached.', fix: 'Nothing more is needed; the creator may raise the cap: update_cap' },
  ContributionPeriodEnded: { check: 'The time for contributions is not over.', fix: 'The creator may move the end: update_end' },
  ContributionTooLow: { check: 'The contribution reaches the loan\'s minimum.', fix: 'Give at least the amount in `required`.' },
  InvalidOrigin: { check: 'The sender is the loan\'s creator.', fix: 'Sign with the account in `required`.' },
  AlreadyFinalized: { check: 'The crowdloan is still open.', fix: 'It is finalized: nothing of it can change any more.' },
  ContributionPeriodNotEnded: { check: 'The time for contributions is over.', fix: 'No call of this chain ends like this.' },
  NoContribution: { check: 'The account has contributed.', fix: 'Sign with the account that did: Crowdloan.Contributions' },
  CapNotRaised: { check: 'The cap is reached.', fix: 'Wait for more contributions, or lower the cap to what is raised: update_cap' },
  Underflow: { check: 'Contributors are counted right.', fix: 'Report it: no call of this chain should end like this.' },
  CallUnavailable: { check: 'The loan\'s call is at hand.', fix: 'Note its bytes: Preimage.note_preimage' },
  NotReadyToDissolve: { check: 'Only the creator\'s money is left.', fix: 'Refund the contributors first: refund, until AllRefunded' },
  DepositCannotBeWithdrawn: { check: 'The creator has given more than the deposit.', fix: 'The deposit comes back when the loan is dissolved.' },
  MaxContributorsReached: { check: 'There is room for another contributor.', fix: 'Contribute to another crowdloan.' },
  InvalidFinalizationConfig: { check: 'Exactly one of call and target address is given.', fix: 'Give one of the two.' },
  MaxContributionReached: { check: 'The account may contribute more.', fix: 'It has given the most it may; the creator sets the limit.' },
  MaximumContributionTooLow: { check: 'The largest contribution is at least the smallest, and the creator\'s own.', fix: 'Give at least the amount in `required`.' },
  MinimumContributionTooHigh: { check: 'The smallest contribution is at most the largest.', fix: 'Give at most the amount in `required`.' },
};
