/** The words of upstream's token traits. source: frame-support 41.0.0, traits/tokens/misc.rs */

/** Whether the account may die: yes, not by losing its only provider, or never. */
export type Preservation = 'Expendable' | 'Protect' | 'Preserve';
/** Whether freezes count. */
export type Fortitude = 'Polite' | 'Force';
/** All of the amount, or what there is. */
export type Precision = 'Exact' | 'BestEffort';

/** An account with less, and nothing reserved, loses what it has. Rao. */
export const EXISTENTIAL_DEPOSIT = 500n;
