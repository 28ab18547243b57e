/**
 * The three error families: Refusal (the caller may not), Defect (we are wrong), OperatingError (the world failed).
 * There is no fourth. The deterministic zone knows the first two only.
 */

/** Facts that go with an error: shown to people, never parsed. */
export type Facts = Readonly<Record<string, string | number | bigint | boolean | null | undefined>>;

/** Why a dispatch was refused, as upstream's `sp_runtime::DispatchError` has it. */
export type DispatchError =
  | { readonly kind: 'Other' }
  | { readonly kind: 'CannotLookup' }
  | { readonly kind: 'BadOrigin' }
  | { readonly kind: 'Module'; readonly index: number; readonly error: number }
  | { readonly kind: 'ConsumerRemaining' }
  | { readonly kind: 'NoProviders' }
  | { readonly kind: 'TooManyConsumers' }
  | { readonly kind: 'Token'; readonly token: TokenError }
  | { readonly kind: 'Arithmetic'; readonly arithmetic: ArithmeticError }
  | { readonly kind: 'Transactional'; readonly transactional: 'LimitReached' | 'NoLayer' }
  | { readonly kind: 'Exhausted' }
  | { readonly kind: 'Corruption' }
  | { readonly kind: 'Unavailable' }
  | { readonly kind: 'RootNotAllowed' };

export type TokenError =
  | 'FundsUnavailable'
  | 'OnlyProvider'
  | 'BelowMinimum'
  | 'CannotCreate'
  | 'UnknownAsset'
  | 'Frozen'
  | 'Unsupported'
  | 'CannotCreateHold'
  | 'NotExpendable'
  | 'Blocked';

export type ArithmeticError = 'Underflow' | 'Overflow' | 'DivisionByZero';

/**
 * A refusal: what the chain answers when the caller may not do something. Thrown by `refuse` and `ensure`,
 * caught in one place (`inLayer` of package frame), which rolls the storage layer back.
 */
export class Refusal {
  /** What goes on the wire. */
  readonly error: DispatchError;
  /** `Pallet.Error` or the kind of a plain dispatch error. */
  readonly name: string;
  /** The failed check with actual and required values, when the call site gives them. */
  readonly facts: Facts | undefined;

  constructor(error: DispatchError, name: string, facts?: Facts) {
    this.error = error;
    this.name = name;
    this.facts = facts;
    Object.freeze(this);
  }
}

/** A refusal with no facts of its own, declared once and thrown by value. */
export function plainRefusal(error: DispatchError): Refusal {
  return new Refusal(error, error.kind === 'Token' ? `Token.${error.token}` : error.kind === 'Arithmetic' ? `Arithmetic.${error.arithmetic}` : error.kind);
}

/** Ends the call with `refusal`; `facts` tell what was checked, what was there and what is needed. */
export function refuse(refusal: Refusal, facts?: Facts): never {
  throw facts === undefined ? refusal : new Refusal(refusal.error, refusal.name, facts);
}

/** Refuses unless `condition` holds. */
export function ensure(condition: boolean, refusal: Refusal, facts?: Facts): asserts condition {
  if (!condition) refuse(refusal, facts);
}

/** Why a transaction is not valid, as upstream's `TransactionValidityError` has it. */
export type InvalidTransaction =
  | 'Call' | 'Payment' | 'Future' | 'Stale' | 'BadProof' | 'AncientBirthBlock' | 'ExhaustsResources'
  | { readonly custom: number }
  | 'BadMandatory' | 'MandatoryValidation' | 'BadSigner' | 'IndeterminateImplicit' | 'UnknownOrigin';

export type UnknownTransaction = 'CannotLookup' | 'NoUnsignedValidator' | { readonly custom: number };

/** Thrown by transaction extensions; the executive turns it into `TransactionValidityError`. */
export class Invalidity {
  readonly error: { readonly invalid: InvalidTransaction } | { readonly unknown: UnknownTransaction };
  readonly facts: Facts | undefined;

  constructor(error: Invalidity['error'], facts?: Facts) {
    this.error = error;
    this.facts = facts;
    Object.freeze(this);
  }
}

/** Our own mistake: an invariant broken, an impossible arm. Never caught inside the deterministic zone. */
export class Defect {
  readonly code: string;
  readonly facts: Facts;
  readonly stack: string | undefined;

  constructor(code: string, facts: Facts) {
    this.code = code;
    this.facts = facts;
    // eslint-disable-next-line no-restricted-globals -- only an Error knows where it was made
    this.stack = new Error(`Defect ${code}`).stack;
  }

  get message(): string {
    return `${this.code} ${Object.entries(this.facts).map(([name, value]) => `${name}=${String(value)}`).join(' ')}`;
  }
}

export function defect(code: string, facts: Facts = {}): Defect {
  return new Defect(code, facts);
}

/** The world failed: disk, peer, time-out, RPC. */
// eslint-disable-next-line no-restricted-globals -- thrown outside of the zone, where callers expect an Error
export class OperatingError extends Error {
  readonly code: string;
  readonly facts: Facts;
  readonly hint: string | undefined;

  constructor(code: string, message: string, options: { facts?: Facts; hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'OperatingError';
    this.code = code;
    this.facts = options.facts ?? {};
    this.hint = options.hint;
  }
}
