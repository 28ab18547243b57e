/** All commands of the program but `node`, in the order of its help. */

import type { CommandRow } from '../command.ts';
import { UP_ROWS } from '../up/rows.ts';
import { WHY_ROWS } from '../why/rows.ts';
import { CHAIN_ROWS } from './chain/rows.ts';
import { WALLET_ROWS } from './wallet/rows.ts';

export const ROWS: readonly CommandRow[] = [
  ...UP_ROWS,
  ...WALLET_ROWS,
  ...CHAIN_ROWS,
  ...WHY_ROWS,
];
