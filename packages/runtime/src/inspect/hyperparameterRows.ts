/** What people and programs need to know of each hyperparameter to show and set it: the rows as plain data. */

import { hyperparameters } from '../pallets/adminUtils/hyperparameters.ts';
import { otherSetters } from '../pallets/adminUtils/otherSetters.ts';

export interface HyperparameterRow {
  /** As clients spell it. */
  readonly name: string;
  /** `Pallet.call`. */
  readonly call: string;
  readonly scope: 'subnet' | 'global';
  readonly who: 'root' | 'owner' | 'owner only';
  readonly unit: string;
  /** `Pallet.Item`; undefined where it is more than one, or none. */
  readonly item: string | undefined;
  /** Refused in the last blocks before an epoch. */
  readonly window: boolean;
  /** What has to hold of a new value, in words. */
  readonly checks: readonly string[];
  readonly docs: string;
  /** What else happens when it is set. */
  readonly effect: string | undefined;
}

/** All that can still be set, those of other pallets last. */
export function hyperparameterRows(): readonly HyperparameterRow[] {
  return [
    ...hyperparameters.flatMap(({ name, call, scope, who, unit, item, window, checks, docs, effect }): HyperparameterRow[] =>
      (who === 'nobody' ? [] : [{ name, call: `AdminUtils.${call}`, scope, who, unit, item, window, checks: checks.map(({ says }) => says), docs, effect }])),
    ...otherSetters.map(({ name, call, scope, who, unit, item, bounds, docs }): HyperparameterRow => ({ name, call, scope, who, unit, item, window: false, checks: bounds === '' ? [] : [bounds], docs, effect: undefined })),
  ];
}
