/** What a validator of the living network says of itself: what goes wrong, and nothing else. */

import type { ValidatorEvent } from '@taonet/sdk/neuron';

/** Rounds after which one that never scored anybody says so: what a miner does right in the first ones does not count before its next examination. */
const PATIENT_ROUNDS = 3;

const REASONS: Readonly<Record<string, string>> = {
  NothingScored: 'no miner has done anything worth a weight',
  TooFewScored: 'fewer miners are worth a weight than the subnet wants weights for',
  LimitTooLow: 'even equal weights would be above the limit of one miner',
};

/** Listens to the events of the validator `who`. */
export function createTeller(who: string, note: (text: string) => void): (event: ValidatorEvent) => void {
  let rounds = 0;
  let hasScored = false;
  return (event) => {
    if (event.what === 'round') {
      rounds += 1;
      hasScored ||= [...event.scores.values()].some((score) => score > 0);
    }
    if (event.what === 'failed') note(`${who}: ${event.doing} failed: ${event.error instanceof Error ? event.error.message : String(event.error)}`);
    if (event.what === 'refused' && (hasScored || rounds >= PATIENT_ROUNDS)) note(`${who}: no weights: ${REASONS[event.refusal] ?? event.refusal}`);
  };
}
