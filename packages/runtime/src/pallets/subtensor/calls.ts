/** All calls of pallet SubtensorModule. */

import { subtensorModule } from '@taonet/abi';
import { bindCalls } from '@taonet/frame';
import { childrenCalls } from './children/calls.ts';
import { delegateCalls } from './delegates/calls.ts';
import { subnetCalls } from './subnets/calls.ts';
import { swapCalls } from './swaps/calls.ts';
import { weightCalls } from './weights/calls.ts';

export const calls = bindCalls(subtensorModule, {
  ...subnetCalls,
  ...weightCalls,
  ...delegateCalls,
  ...childrenCalls,
  ...swapCalls,
});
