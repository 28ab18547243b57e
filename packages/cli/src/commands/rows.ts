/** All commands of the program but `node`, in the order of its help. */

import type { CommandRow } from '../command.ts';
import { UP_ROWS } from '../up/rows.ts';
import { WHY_ROWS } from '../why/rows.ts';
import { CHAIN_ROWS } from './chain/rows.ts';
import { DEV_ROWS } from './dev/rows.ts';
import { GOV_ROWS } from './gov/rows.ts';
import { LIQUIDITY_ROWS } from './liquidity/rows.ts';
import { LOOK_ROWS } from './look/rows.ts';
import { NEURON_ROWS } from './neuron/rows.ts';
import { POW_ROWS } from './pow/rows.ts';
import { STAKE_ROWS } from './stake/rows.ts';
import { SUBNETS_ROWS } from './subnets/rows.ts';
import { SUDO_ROWS } from './sudo/rows.ts';
import { WALLET_ROWS } from './wallet/rows.ts';
import { WEIGHTS_ROWS } from './weights/rows.ts';

export const ROWS: readonly CommandRow[] = [
  ...UP_ROWS,
  ...WALLET_ROWS,
  ...SUBNETS_ROWS,
  ...POW_ROWS,
  ...STAKE_ROWS,
  ...LIQUIDITY_ROWS,
  ...WEIGHTS_ROWS,
  ...SUDO_ROWS,
  ...GOV_ROWS,
  ...NEURON_ROWS,
  ...CHAIN_ROWS,
  ...DEV_ROWS,
  ...LOOK_ROWS,
  ...WHY_ROWS,
];
