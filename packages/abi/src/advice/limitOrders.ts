/** Advice on refusals of LimitOrders. */

import type { errors } from '../limitOrders/errors.ts';
import type { PalletAdvice } from './advice.ts';

export const limitOrdersAdvice: PalletAdvice<typeof errors> = {
  InvalidSignature: { check: 'The signature is the signer\'s, sr25519, over the encoded order.', fix: 'Sign the SCALE bytes of the versioned order again.' },
  OrderAlreadyProcessed: { check: 'The order is not carried out or cancelled yet.', fix: 'Sign another order: a new salt or amount gives it a new id.' },
  OrderCancelled: { check: 'The order is not cancelled.', fix: 'Sign another order.' },
  OrderExpired: { check: 'The order\'s time is not over.', fix: 'Sign it again with a later expiry, milliseconds of the chain\'s clock.' },
  PriceConditionNotMet: { check: 'The price is on the side of the limit that the order asks for.', fix: 'Wait for the price, or sign another limit; both are rao per alpha.' },
  Unauthorized: { check: 'The sender signed the order.', fix: 'Send it from the account in `required`.' },
  SwapReturnedZero: { check: 'The swap gives something.', fix: 'Use a larger amount.' },
  RootNetUidNotAllowed: { check: 'The order is for another subnet than root.', fix: 'Orders trade alpha: name a subnet above 0.' },
  OrderNetUidMismatch: { check: 'All orders of a batch are for its subnet.', fix: 'Make one batch for each subnet.' },
  LimitOrdersDisabled: { check: 'Limit orders are switched on.', fix: 'Root switches them on: LimitOrders.set_pallet_status' },
  RelayerMissMatch: { check: 'The sender is among the relayers that the order names.', fix: 'Have one of them send it.' },
  PartialFillsNotEnabled: { check: 'The order allows partial fills.', fix: 'Carry it out whole, or sign it with partial fills on.' },
  IncorrectPartialFillAmount: { check: 'The part is above 0 and at most what is left; a partly filled order is filled by parts only.', fix: 'Give a part up to the amount in `required`.' },
  RelayerRequiredForPartialFill: { check: 'An order filled in parts names its relayers.', fix: 'Sign it with a list of relayers.' },
  ChainIdMismatch: { check: 'The order is for this chain.', fix: 'Sign it with the chain id in `required`.' },
  PalletHotkeyNotRegistered: { check: 'The pallet\'s hotkey belongs to its account.', fix: 'Root switches limit orders off and on again.' },
  ArithmeticOverflow: { check: 'The sums of the batch fit.', fix: 'Make smaller batches.' },
  DuplicateOrderInBatch: { check: 'Each order stands once in the batch.', fix: 'Leave the second one out.' },
  ZeroShareInBatch: { check: 'Each order gets something of what the batch brings.', fix: 'Leave out orders that are too small.' },
};
