/** Advice on refusals of AdminUtils: values of hyperparameters. */

import type { errors } from '../adminUtils/errors.ts';
import type { PalletAdvice } from './advice.ts';

export const adminUtilsAdvice: PalletAdvice<typeof errors> = {
  SubnetDoesNotExist: { check: 'The subnet exists.', fix: 'See which subnets exist: taonet subnets list' },
  MaxValidatorsLargerThanMaxUIds: { check: 'max_validators is at most max_allowed_uids.', fix: 'Give a lower number, or raise max_allowed_uids first.' },
  MaxAllowedUIdsLessThanCurrentUIds: { check: 'max_allowed_uids covers the neurons there are.', fix: 'Give a higher number, or trim the subnet: sudo_trim_to_max_allowed_uids' },
  BondsMovingAverageMaxReached: { check: 'An owner sets bonds_moving_avg to at most 975000.', fix: 'Give a lower value; only root may go higher.' },
  NegativeSigmoidSteepness: { check: 'An owner sets a steepness of 0 or above.', fix: 'Give 0 or more; only root may turn the curve round.' },
  ValueNotInBounds: { check: 'The value is inside its bounds.', fix: 'Give the value in `required` or one on its inner side; for min_burn and max_burn move the other bound first.' },
  MinAllowedUidsGreaterThanCurrentUids: { check: 'min_allowed_uids is below the number of neurons.', fix: 'Give a lower number, or wait until more neurons have registered.' },
  MinAllowedUidsGreaterThanMaxAllowedUids: { check: 'min_allowed_uids is below max_allowed_uids.', fix: 'Give a lower number, or raise max_allowed_uids first.' },
  MaxAllowedUidsLessThanMinAllowedUids: { check: 'max_allowed_uids is at least min_allowed_uids.', fix: 'Give a higher number, or have root lower min_allowed_uids first.' },
  MaxAllowedUidsGreaterThanDefaultMaxAllowedUids: { check: 'max_allowed_uids is at most 256.', fix: 'Give 256 or less.' },
  InvalidValue: { check: 'The value is inside its bounds.', fix: 'Give the value in `required` or one on its inner side; docs/reference/hyperparameters.md lists all bounds.' },
  NotPermittedOnRootSubnet: { check: 'The subnet is not root, which has no such parameter.', fix: 'Give the number of another subnet than 0.' },
  POWRegistrationDisabled: { check: 'Registration by work can be switched on.', fix: 'It was removed for good: register by burning TAO.' },
  Deprecated: { check: 'The call is still in use.', fix: 'Total issuance follows the accounts; Balances.force_adjust_total_issuance changes it.' },
};
