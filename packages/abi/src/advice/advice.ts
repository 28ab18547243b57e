/** What a person can do about a refusal. */

export interface Advice {
  /** What was checked and did not hold, as a sentence: `The hotkey's stake reaches the subnet's threshold.` */
  readonly check: string;
  /** What to do about it; a `taonet` or plain command where one helps. */
  readonly fix: string;
}

/** Advice on every error of a pallet. */
export type PalletAdvice<Errors> = { readonly [Name in keyof Errors]: Advice };
