/** Refusals that belong to no pallet: tokens, arithmetic, reference counts. source: sp-runtime 42.0.0, DispatchError */

import { plainRefusal, type ArithmeticError, type Refusal, type TokenError } from '@taonet/primitives';

const token = (name: TokenError): Refusal => plainRefusal({ kind: 'Token', token: name });
const arithmetic = (name: ArithmeticError): Refusal => plainRefusal({ kind: 'Arithmetic', arithmetic: name });

/** `TokenError` by name. */
export const Token: Readonly<Record<TokenError, Refusal>> = {
  FundsUnavailable: token('FundsUnavailable'),
  OnlyProvider: token('OnlyProvider'),
  BelowMinimum: token('BelowMinimum'),
  CannotCreate: token('CannotCreate'),
  UnknownAsset: token('UnknownAsset'),
  Frozen: token('Frozen'),
  Unsupported: token('Unsupported'),
  CannotCreateHold: token('CannotCreateHold'),
  NotExpendable: token('NotExpendable'),
  Blocked: token('Blocked'),
};

/** `ArithmeticError` by name. */
export const Arithmetic: Readonly<Record<ArithmeticError, Refusal>> = {
  Underflow: arithmetic('Underflow'),
  Overflow: arithmetic('Overflow'),
  DivisionByZero: arithmetic('DivisionByZero'),
};

export const CANNOT_LOOKUP = plainRefusal({ kind: 'CannotLookup' });
export const CONSUMER_REMAINING = plainRefusal({ kind: 'ConsumerRemaining' });
export const NO_PROVIDERS = plainRefusal({ kind: 'NoProviders' });
export const TOO_MANY_CONSUMERS = plainRefusal({ kind: 'TooManyConsumers' });
export const OTHER = plainRefusal({ kind: 'Other' });
export const UNAVAILABLE = plainRefusal({ kind: 'Unavailable' });
export const EXHAUSTED = plainRefusal({ kind: 'Exhausted' });
export const CORRUPTION = plainRefusal({ kind: 'Corruption' });
export const ROOT_NOT_ALLOWED = plainRefusal({ kind: 'RootNotAllowed' });
