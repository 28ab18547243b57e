/** Advice on refusals of SubtensorModule about weights and votes: who may set them, and how they are committed and revealed. */

import type { errors } from '../../subtensorModule/errors.ts';
import type { PalletAdvice } from '../advice.ts';
import { inBounds, nowhere, wait } from './fixes.ts';

export const weights = {
  NotEnoughStakeToSetWeights: { check: 'The stake weight of the hotkey reaches the chain\'s threshold for weights.', fix: 'Stake more on the hotkey: taonet stake; the owner\'s hotkey needs none.' },
  NeuronNoValidatorPermit: { check: 'The neuron has a validator permit, which weights on others need.', fix: 'Stake more, to be among the first max_validators at the next epoch: taonet stake; a weight on oneself alone is always allowed.' },
  WeightVecNotEqualSize: { check: 'There are as many weights as uids.', fix: 'Give one weight for each uid.' },
  DuplicateUids: { check: 'No uid stands twice in the list.', fix: 'Give each uid once.' },
  UidVecContainInvalidOne: { check: 'Each uid belongs to a neuron of the subnet.', fix: 'Leave out the uid in question; taonet subnets shows which neurons there are.' },
  WeightVecLengthIsLow: { check: 'There are at least min_allowed_weights weights, or one for each neuron if that is less.', fix: 'Set weights for at least as many neurons as in `required`; 0 counts too.' },
  MaxWeightExceeded: { check: 'No weight is above the limit.', fix: nowhere },
  SettingWeightsTooFast: { check: 'At least weights_rate_limit blocks have passed since the neuron\'s last update, and the mechanism exists.', fix: wait },
  IncorrectWeightVersionKey: { check: 'The version key is at least the subnet\'s.', fix: 'Update the validator\'s code, or give the key in `required` or a higher one.' },
  UidsLengthExceedUidsInSubNet: { check: 'The list names no more neurons than the subnet has.', fix: 'Give each uid once, and only those there are: taonet subnets' },
  CanNotSetRootNetworkWeights: { check: 'The weights are for another subnet than root.', fix: 'Give the number of another subnet: root has no weights.' },
  NoWeightsCommitFound: { check: 'A commit of exactly these weights waits to be revealed.', fix: 'Commit first: commit_weights; reveal with the same uids, values, salt and version key, from the same hotkey.' },
  InvalidRevealCommitHashNotMatch: { check: 'A commit that still stands is of exactly these weights, and is revealed once.', fix: 'Reveal the same uids, values, salt and version key as were committed, each once.' },
  CommitRevealEnabled: { check: 'The subnet takes weights openly.', fix: 'Commit them and reveal later: taonet weights' },
  CommitRevealDisabled: { check: 'The subnet takes weights by commit and reveal.', fix: 'Set them openly: set_weights; or the owner switches commit-reveal on: taonet sudo' },
  TooManyUnrevealedCommits: { check: 'At most 9 commits of the hotkey wait to be revealed before another one is made.', fix: 'Reveal the commits there are, or wait until their epochs are over: taonet weights' },
  ExpiredWeightCommit: { check: 'The epoch in which the commit is revealed is not over.', fix: 'Commit anew, and reveal commit_reveal_period epochs later: taonet weights' },
  RevealTooEarly: { check: 'It is the one epoch in which this commit can be revealed: `required`.', fix: 'Wait for that epoch; if it is over, commit anew: taonet weights. On a local chain: taonet advance' },
  InputLengthsUnequal: { check: 'Lists that belong together are of equal length.', fix: 'Give one entry of each list for each subnet or commit.' },
  CommittingWeightsTooFast: { check: 'weights_rate_limit blocks have passed since the neuron\'s last weights or commit.', fix: wait },
  IncorrectCommitRevealVersion: { check: 'The commit has the version that the chain reads.', fix: 'Make the commit in the version in `required`: update the client that made it.' },
  InvalidRevealRound: { check: 'The drand round that opens the commit is not past.', fix: 'Commit for a later round: the newest one stored is in `required`.' },
  RevealPeriodTooLarge: { check: 'commit_reveal_period is at most 100 epochs.', fix: inBounds },
  RevealPeriodTooSmall: { check: 'commit_reveal_period is at least 1 epoch.', fix: inBounds },
  VotingPowerTrackingNotEnabled: { check: 'The subnet tracks voting power.', fix: 'It does not: nothing to switch off. enable_voting_power_tracking switches it on.' },
  InvalidVotingPowerEmaAlpha: { check: 'The smoothing is at most 10^18, which stands for 1.', fix: inBounds },
  MechanismDoesNotExist: { check: 'The subnet exists and has this mechanism.', fix: 'Name a subnet of taonet subnets list and a mechanism below its number of mechanisms; 0 is there always.' },
} as const satisfies Partial<PalletAdvice<typeof errors>>;
