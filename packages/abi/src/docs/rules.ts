/** Sentences on pallet Rules. */

import type { PalletDocs } from '@taonet/codec';

export const rulesDocs: PalletDocs = {
  storage: {
    Active: 'Rules that the chain lives under.',
    Next: 'Rules that take over at the start of the next block.',
  },
  calls: { set_rules: 'Root: other rules from the next block on, the state carried over; schedule it for a later block.' },
  events: {
    RulesChosen: 'Other rules take over at the start of the next block.',
    RulesChanged: 'Other rules took over, and the state was carried over.',
  },
  errors: {
    PoolDoesNotFitRules: 'The rule set does not know this kind of pool.',
    NothingChanges: 'These rules are in force already.',
  },
};
