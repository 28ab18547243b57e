/** Refusals of SubtensorModule under today's rules. */

import type { Provocation } from '../provoke.ts';
import { rows as balances } from './balances.ts';
import { rows as children } from './children.ts';
import { rows as commitReveal } from './commitReveal.ts';
import { rows as delegates } from './delegates.ts';
import { rows as epochClock } from './epochClock.ts';
import { rows as keyChanges } from './keyChanges.ts';
import { rows as keySwaps } from './keySwaps.ts';
import { rows as leases } from './leases.ts';
import { rows as mechanisms } from './mechanisms.ts';
import { rows as registration } from './registration.ts';
import { rows as rootDividends } from './rootDividends.ts';
import { rows as serving } from './serving.ts';
import { rows as stakeLocks } from './stakeLocks.ts';
import { rows as stakeMoves } from './stakeMoves.ts';
import { rows as subnetOwners } from './subnetOwners.ts';
import { rows as weights } from './weights.ts';

export const rows: readonly Provocation[] = [
  ...registration, ...serving, ...weights, ...commitReveal, ...children, ...delegates, ...balances, ...stakeMoves, ...stakeLocks, ...keySwaps,
  ...keyChanges, ...leases, ...mechanisms, ...epochClock, ...rootDividends, ...subnetOwners,
];
