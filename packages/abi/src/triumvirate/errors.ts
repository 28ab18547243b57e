/** Triumvirate: errors. */

export const errors = {
  NotMember: 0,
  DuplicateProposal: 1,
  ProposalNotExists: 2,
  IndexMismatchProposalHash: 3,
  DuplicateVote: 4,
  TooEarlyToCloseProposal: 5,
  TooManyActiveProposals: 6,
  ProposalWeightLessThanDispatchCallWeight: 7,
  ProposalLengthBoundLessThanProposalLength: 8,
  DurationLowerThanConfiguredMotionDuration: 9,
} as const;
