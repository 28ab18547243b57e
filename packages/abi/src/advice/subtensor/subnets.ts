/** Advice on refusals of SubtensorModule about subnets: creating, leasing and settings of theirs, their epochs. */

import type { errors } from '../../subtensorModule/errors.ts';
import type { PalletAdvice } from '../advice.ts';
import { inBounds, nowhere, wait } from './fixes.ts';

export const subnets = {
  RootNetworkDoesNotExist: { check: 'The root subnet exists.', fix: 'Start from a genesis that has it, as each preset does.' },
  NotSubnetOwner: { check: 'The signer owns the subnet.', fix: 'Sign with the coldkey in `required`.' },
  NetworkTxRateLimitExceeded: { check: 'Enough blocks have passed since anybody created a subnet.', fix: wait },
  AllNetworksInImmunity: { check: 'Some subnet is old enough to give way.', fix: nowhere },
  NotRootSubnet: { check: 'The subnet is root.', fix: nowhere },
  SubnetNotExists: { check: 'The subnet exists; root is not one that can be dissolved.', fix: 'See which subnets exist: taonet subnets list' },
  SubnetLimitReached: { check: 'There is room for a subnet, or one out of its immunity period that gives way.', fix: 'Wait until the oldest subnet is no longer immune, or have root raise the limit: sudo_set_subnet_limit' },
  CannotAffordLockCost: { check: 'The coldkey can pay what a subnet costs now.', fix: 'Fund it with `required` rao and 500 more (on a local chain: taonet fund), or wait: the price falls until it meets its minimum.' },
  FirstEmissionBlockNumberAlreadySet: { check: 'The subnet has not been started yet.', fix: 'It is running since the block in `actual`: nothing to do.' },
  NeedWaitingMoreBlocksToStarCall: { check: 'StartCallDelay blocks have passed since the subnet was registered.', fix: wait },
  SymbolDoesNotExist: { check: 'The symbol is one of the chain\'s list, root\'s aside.', fix: 'Choose one of the letters that subnets get: taonet subnets list shows some; the Greek ones come first.' },
  SymbolAlreadyInUse: { check: 'No subnet has this symbol.', fix: 'Choose a free one: taonet subnets list shows those in use.' },
  CallDisabled: { check: 'The call is switched on.', fix: nowhere },
  LiquidAlphaDisabled: { check: 'The subnet uses liquid alpha.', fix: 'Switch it on first: sudo_set_liquid_alpha_enabled' },
  AlphaHighTooLow: { check: 'alpha_high is at least 1638 of 65535.', fix: 'Give a higher alpha_high.' },
  AlphaLowOutOfRange: { check: 'alpha_low is from 1638 to alpha_high.', fix: 'Give the value in `required` or one on its inner side.' },
  ActivityCutoffTooLow: { check: 'activity_cutoff is at least MinActivityCutoff.', fix: inBounds },
  InvalidValue: { check: 'The value is inside its bounds.', fix: `${inBounds} docs/reference/hyperparameters.md lists all bounds.` },
  AdminActionProhibitedDuringWeightsWindow: { check: 'No epoch of the subnet is pending, or nearer than the freeze window.', fix: 'Try again after the epoch; on a local chain: taonet advance. Root can make the window shorter: sudo_set_admin_freeze_window' },
  TempoOutOfBounds: { check: 'An owner sets a tempo of 360 to 50400 blocks.', fix: `${inBounds} Root sets any: sudo_set_tempo` },
  ActivityCutoffFactorMilliOutOfBounds: { check: 'The factor is 1000 to 50000 thousandths of a tempo.', fix: inBounds },
  EpochTriggerAlreadyPending: { check: 'No epoch has been asked for yet.', fix: 'Wait for the block in `firesAt`.' },
  AutoEpochAlreadyImminent: { check: 'The next epoch is further away than one that is asked for would be.', fix: 'Wait for it: `actual` blocks are left; on a local chain: taonet advance' },
  DynamicTempoBlockedByCommitReveal: { check: 'Weights are set openly: with commit-reveal epochs keep their time.', fix: 'Switch commit-reveal off first: sudo_set_commit_reveal_weights_enabled' },
  InvalidLeaseBeneficiary: { check: 'The crowdloan\'s creator makes the call.', fix: 'Have the account in `required` finalize its crowdloan, with this as its call.' },
  LeaseCannotEndInThePast: { check: 'The lease ends after this block.', fix: 'Give a later end, or none.' },
  LeaseNetuidNotFound: { check: 'The leased subnet has been registered.', fix: nowhere },
  LeaseDoesNotExist: { check: 'There is such a lease.', fix: 'See which leases there are: SubtensorModule.SubnetLeases' },
  LeaseHasNoEndBlock: { check: 'The lease has an end.', fix: 'A lease without end goes on for ever: it cannot be terminated.' },
  LeaseHasNotEnded: { check: 'The lease\'s last block is past.', fix: wait },
  Overflow: { check: 'There is a number left for another lease.', fix: 'Nothing can be done: all 2^32 − 1 numbers are taken.' },
  BeneficiaryDoesNotOwnHotkey: { check: 'The hotkey that will stand for the subnet\'s owner belongs to the beneficiary.', fix: 'Name a hotkey of the account in `required`; try_associate_hotkey makes an unused one its own.' },
  ExpectedBeneficiaryOrigin: { check: 'The lease\'s beneficiary signs.', fix: 'Sign with the account in `required`.' },
} as const satisfies Partial<PalletAdvice<typeof errors>>;
