/** Advice on transactions that are not valid: what the pool answers with errors 1010 and 1011. */

import type { InvalidTransaction, UnknownTransaction } from '@taonet/primitives';
import type { Advice, PalletAdvice } from './advice.ts';

type Plain<T> = Exclude<T, object>;

export const invalidTransactionAdvice: PalletAdvice<Record<Plain<InvalidTransaction>, number>> = {
  Call: { check: 'The call may come as a transaction, and decodes at most 8 levels deep.', fix: 'Encode it with this chain\'s metadata; sign it; nest it less.' },
  Payment: {
    check: 'The account exists and can pay the fee and tip, keeping 500 rao; or the call gives up stake of one subnet, and that stake is worth the fee.',
    fix: 'Fund the account that pays (on a local chain: dev_setBalance); payment_queryInfo tells the fee. unstake_all pays in alpha only with stake on a single subnet.',
  },
  Future: { check: 'The nonce is the account\'s next one.', fix: 'Use the nonce in `required`: system_accountNextIndex' },
  Stale: { check: 'The nonce is not used up, and the transaction is not too old.', fix: 'Sign again with the present nonce: system_accountNextIndex. A shielded transaction must live at most 8 blocks.' },
  BadProof: {
    check: 'The signature is the signer\'s, over this call, these extensions and this chain.',
    fix: 'Sign again: check the key, the genesis hash, spec and transaction version and the era\'s block that your client uses. On a local chain dev_impersonate lets any signature pass.',
  },
  AncientBirthBlock: { check: 'The block at which the transaction\'s era begins is still known.', fix: 'Sign again with an era that begins at a block of the last 2400.' },
  ExhaustsResources: { check: 'The block has room for the transaction, by weight and by length.', fix: 'Send it again in the next block; split batches that are larger than any block.' },
  BadMandatory: { check: 'A call that every block must carry succeeds.', fix: 'Such calls are made by the block\'s author only.' },
  MandatoryValidation: { check: 'The call is not one that only the block\'s author puts in.', fix: 'Do not send it: every block carries it already.' },
  BadSigner: { check: 'The signer may send this call.', fix: 'Send Sudo calls with the chain\'s sudo key (Sudo.Key); the account of zeros signs nothing.' },
  IndeterminateImplicit: { check: 'What the extensions add to the signed bytes can be computed.', fix: 'Sign with the metadata hash switched off (mode 0).' },
  UnknownOrigin: { check: 'An extension names who sends the transaction.', fix: 'Sign it: this chain has no extensions that authorize general transactions.' },
};

export const unknownTransactionAdvice: PalletAdvice<Record<Plain<UnknownTransaction>, number>> = {
  CannotLookup: { check: 'The sender\'s address is an account, and what is signed besides can be computed.', fix: 'Use an address of variant Id; switch the metadata hash off (mode 0).' },
  NoUnsignedValidator: { check: 'The call may come without a signature.', fix: 'Sign it.' },
};

const limit = 'Wait: `why_validity` names the refusal behind it in `facts.refusal`, which tells how long.';

/** By number, what a custom code stands for: `InvalidTransaction::Custom(number)`. source of the names: common/src/transaction_error.rs @ 14bc6f9 */
export const customTransactionAdvice: Readonly<Record<number, Advice & { readonly name: string }>> = {
  0: { name: 'ColdkeyInSwapSchedule', check: 'The coldkey has announced no swap.', fix: 'Carry the swap out, or clear its announcement; until then few calls are open to it.' },
  1: { name: 'StakeAmountTooLow', check: 'The amount, or the hotkey\'s stake, reaches the minimum.', fix: 'Use a larger amount; to set weights stake more on the hotkey.' },
  2: { name: 'BalanceTooLow', check: 'The coldkey has the TAO that it wants to stake.', fix: 'Fund the coldkey, or stake less.' },
  3: { name: 'SubnetNotExists', check: 'The subnet exists.', fix: 'See which subnets exist: taonet subnets list' },
  4: { name: 'HotkeyAccountDoesntExist', check: 'The hotkey belongs to a coldkey.', fix: 'Register the hotkey on a subnet first.' },
  5: { name: 'NotEnoughStakeToWithdraw', check: 'The stake covers what is taken out.', fix: 'Take out less.' },
  6: { name: 'RateLimitExceeded', check: 'Enough blocks have passed since the last call of this kind.', fix: limit },
  7: { name: 'InsufficientLiquidity', check: 'The pool can pay this amount.', fix: 'Trade less at a time.' },
  8: { name: 'SlippageTooHigh', check: 'The price stays inside the limit.', fix: 'Give a limit further from the price, or allow a partial fill.' },
  9: { name: 'TransferDisallowed', check: 'The subnet lets stake be handed on.', fix: 'Its owner can switch it on: sudo_set_toggle_transfer' },
  10: { name: 'HotKeyNotRegisteredInNetwork', check: 'The hotkey is registered on a subnet.', fix: 'Register it first.' },
  11: { name: 'InvalidIpAddress', check: 'The IP address is one that can be reached.', fix: 'Give the public address, and its kind as 4 or 6.' },
  12: { name: 'ServingRateLimitExceeded', check: 'Enough blocks have passed since the last announcement.', fix: limit },
  13: { name: 'InvalidPort', check: 'The port is above 0.', fix: 'Give another port.' },
  14: { name: 'ZeroMaxAmount', check: 'Something can be moved.', fix: 'Give a limit further from the price, or another amount.' },
  15: { name: 'InvalidRevealRound', check: 'The reveal round lies ahead.', fix: 'Give a later round of the beacon.' },
  16: { name: 'CommitNotFound', check: 'The weights to be revealed were committed.', fix: 'Reveal exactly what was committed: same uids, values, salt and version.' },
  17: { name: 'CommitBlockNotInRevealRange', check: 'It is the epoch in which this commit may be revealed.', fix: 'Reveal commit_reveal_period epochs after the commit.' },
  18: { name: 'InputLengthsUnequal', check: 'All lists of the call have the same length.', fix: 'Give one value for each entry.' },
  19: { name: 'UidNotFound', check: 'The hotkey is registered on this subnet.', fix: 'Register it on the subnet first.' },
  20: { name: 'EvmKeyAssociateRateLimitExceeded', check: 'Enough blocks have passed since the EVM key was last associated.', fix: limit },
  21: { name: 'ColdkeySwapDisputed', check: 'No dispute stands against the coldkey\'s swap.', fix: 'Root settles it.' },
  22: { name: 'InvalidRealAccount', check: 'The account that a proxy acts for can be found.', fix: 'Give it as an account (variant Id).' },
  23: { name: 'FailedShieldedTxParsing', check: 'The shielded transaction has its four parts.', fix: 'Encrypt it as docs/reference of the MEV shield says: key hash, ciphertext of the key, nonce, data.' },
  24: { name: 'InvalidShieldedTxPubKeyHash', check: 'The transaction is encrypted for a key that is in force.', fix: 'Encrypt it again for MevShield.NextKey.' },
  25: { name: 'NonAssociatedColdKey', check: 'The hotkey belongs to the signing coldkey.', fix: 'Sign with the coldkey that owns the hotkey.' },
  26: { name: 'DelegateTakeTooLow', check: 'The take is at least the minimum and changes the right way.', fix: 'Give a higher take.' },
  27: { name: 'DelegateTakeTooHigh', check: 'The take is at most the maximum.', fix: 'Give a lower take.' },
  255: { name: 'BadRequest', check: 'The call would not be refused for what it asks.', fix: '`why_validity` names the refusal behind it in `facts.refusal`: look that one up.' },
};
