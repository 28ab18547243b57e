/** All calls of pallet SubtensorModule. */

import { subtensorModule } from '@taonet/abi';
import { bindCalls } from '@taonet/frame';
import { childrenCalls } from './children/calls.ts';
import { delegateCalls } from './delegates/calls.ts';
import { lockCalls } from './locks/lockCalls.ts';
import { moveCalls } from './staking/calls/moveCalls.ts';
import { rootClaimCalls } from './staking/calls/rootClaimCalls.ts';
import { stakeCalls } from './staking/calls/stakeCalls.ts';
import { subnetCalls } from './subnets/calls.ts';
import { swapCalls } from './swaps/calls.ts';
import { weightCalls } from './weights/calls.ts';

export const calls = bindCalls(subtensorModule, {
  ...subnetCalls,
  ...weightCalls,
  ...delegateCalls,
  ...childrenCalls,
  ...swapCalls,
  ...stakeCalls,
  ...moveCalls,
  ...rootClaimCalls,
  ...lockCalls,
});
