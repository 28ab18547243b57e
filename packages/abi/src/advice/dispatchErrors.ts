/** Advice on refusals that belong to no pallet. source of the names: sp-runtime 42.0.0, DispatchError */

import type { ArithmeticError, DispatchError, TokenError } from '@taonet/primitives';
import type { PalletAdvice } from './advice.ts';

type PlainKind = Exclude<DispatchError['kind'], 'Module' | 'Token' | 'Arithmetic' | 'Transactional'>;

export const dispatchErrorAdvice: PalletAdvice<Record<PlainKind, number>> = {
  Other: { check: 'The call has no error without a name.', fix: 'Report it: no call of this chain should end like this.' },
  CannotLookup: { check: 'The address is an account (variant Id).', fix: 'Give an account\'s SS58 address; index, raw and 20-byte addresses have none here.' },
  BadOrigin: { check: 'The origin is one that the call admits.', fix: '`required` says who may: sign with that key, or have root make the call (Sudo.sudo with the chain\'s sudo key).' },
  ConsumerRemaining: { check: 'Nothing relies on the account that would vanish.', fix: 'Leave 500 rao on it, or take back its deposits (proxies, multisigs, preimages) first.' },
  NoProviders: { check: 'The account exists.', fix: 'Send it at least 500 rao first.' },
  TooManyConsumers: { check: 'Fewer things rely on the account than may.', fix: 'Take back deposits of the account first.' },
  Exhausted: { check: 'There is room for it.', fix: 'Choose another block for the task, or make the call shorter.' },
  Corruption: { check: 'The stored bytes decode as a call.', fix: 'Note the call again as this runtime encodes it.' },
  Unavailable: { check: 'The preimage is at hand.', fix: 'Note the call\'s bytes first: Preimage.note_preimage' },
  RootNotAllowed: { check: 'The caller is not root.', fix: 'Sign the call with an account.' },
};

export const tokenAdvice: PalletAdvice<Record<TokenError, number>> = {
  FundsUnavailable: { check: 'The account has what is to be taken.', fix: 'Fund the account (on a local chain: dev_setBalance), or use a smaller amount.' },
  OnlyProvider: { check: 'The account, on which something relies, keeps the existential deposit of 500 rao.', fix: 'Leave 500 rao on it, or take back its deposits (proxies, multisigs, preimages) first.' },
  BelowMinimum: { check: 'The receiving account ends with at least the existential deposit of 500 rao.', fix: 'Send at least 500 rao to a new account.' },
  CannotCreate: { check: 'The account can take the amount.', fix: 'Send it 500 rao first.' },
  UnknownAsset: { check: 'The asset exists.', fix: 'TAO is the only one here: no call ends like this.' },
  Frozen: { check: 'The part of the balance that can move covers the amount: neither frozen nor needed to keep the account.', fix: 'Use a smaller amount; `actual` is what can move.' },
  Unsupported: { check: 'The operation exists for this asset.', fix: 'No call of this chain ends like this.' },
  CannotCreateHold: { check: 'The account exists and has room for another hold.', fix: 'Fund the account with 500 rao first.' },
  NotExpendable: { check: 'The account lives on: it keeps the existential deposit of 500 rao.', fix: 'Send less, or use transfer_allow_death.' },
  Blocked: { check: 'The account takes payments.', fix: 'No account of this chain is blocked: no call ends like this.' },
};

export const arithmeticAdvice: PalletAdvice<Record<ArithmeticError, number>> = {
  Underflow: { check: 'There is as much as is taken.', fix: 'Use a smaller amount.' },
  Overflow: { check: 'The sum fits into 64 bits.', fix: 'Use a smaller amount.' },
  DivisionByZero: { check: 'Nothing is divided by zero.', fix: 'Report it: no call of this chain should end like this.' },
};

export const transactionalAdvice: PalletAdvice<Record<'LimitReached' | 'NoLayer', number>> = {
  LimitReached: { check: 'Calls are nested at most 255 layers deep.', fix: 'Nest fewer batches, proxies and multisigs.' },
  NoLayer: { check: 'A storage layer is open.', fix: 'Report it: no call of this chain should end like this.' },
};
