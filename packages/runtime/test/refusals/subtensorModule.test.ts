import { subtensorModule } from '@taonet/abi';
import { describeRefusals } from './provoke.ts';
import { rows as balances } from './subtensorModule/balances.ts';
import { rows as children } from './subtensorModule/children.ts';
import { rows as commitReveal } from './subtensorModule/commitReveal.ts';
import { rows as delegates } from './subtensorModule/delegates.ts';
import { rows as epochClock } from './subtensorModule/epochClock.ts';
import { rows as keyChanges } from './subtensorModule/keyChanges.ts';
import { rows as keySwaps } from './subtensorModule/keySwaps.ts';
import { rows as leases } from './subtensorModule/leases.ts';
import { rows as mechanisms } from './subtensorModule/mechanisms.ts';
import { rows as registration } from './subtensorModule/registration.ts';
import { rows as rootDividends } from './subtensorModule/rootDividends.ts';
import { rows as serving } from './subtensorModule/serving.ts';
import { rows as stakeLocks } from './subtensorModule/stakeLocks.ts';
import { rows as stakeMoves } from './subtensorModule/stakeMoves.ts';
import { rows as subnetOwners } from './subtensorModule/subnetOwners.ts';
import { unreachable } from './subtensorModule/unreachable.ts';
import { rows as weights } from './subtensorModule/weights.ts';

/** Those of May 2025 are raised under other rules than these. */
const ofToday = Object.fromEntries(Object.entries(subtensorModule.errors).filter(([name]) => !subtensorModule.extended.errors.includes(name)));

describeRefusals(
  'SubtensorModule',
  ofToday,
  [
    ...registration, ...serving, ...weights, ...commitReveal, ...children, ...delegates, ...balances, ...stakeMoves, ...stakeLocks, ...keySwaps,
    ...keyChanges, ...leases, ...mechanisms, ...epochClock, ...rootDividends, ...subnetOwners,
  ],
  unreachable,
);
