/** All groups of methods. The dispatcher, `rpc_methods` and docs/reference/rpc.md are made from this list. */

import type { AnyRow, MethodGroup } from './method.ts';
import { archiveV1Methods } from './methods/archiveV1.ts';
import { authorMethods } from './methods/author.ts';
import { bittensorMethods } from './methods/bittensor.ts';
import { chainMethods } from './methods/chain.ts';
import { chainHeadV1Methods } from './methods/chainHeadV1.ts';
import { chainSpecV1Methods } from './methods/chainSpecV1.ts';
import { childStateMethods } from './methods/childState.ts';
import { devMethods } from './methods/dev.ts';
import { engineMethods } from './methods/engine.ts';
import { offchainMethods } from './methods/offchain.ts';
import { paymentMethods } from './methods/payment.ts';
import { stateMethods } from './methods/state.ts';
import { systemMethods } from './methods/system.ts';
import { transactionV1Methods } from './methods/transactionV1.ts';
import { whyMethods } from './methods/why.ts';

export const GROUPS: readonly MethodGroup[] = [
  chainMethods, stateMethods, authorMethods, systemMethods, paymentMethods, bittensorMethods, childStateMethods, offchainMethods,
  chainHeadV1Methods, transactionV1Methods, chainSpecV1Methods, archiveV1Methods, engineMethods, whyMethods, devMethods,
];

export const ROWS: readonly AnyRow[] = GROUPS.flatMap(({ rows }) => rows);
