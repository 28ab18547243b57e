/** The runtime the scenarios were made on: the pallets it had, block hooks of those that have any, upstream's own guards. */

import { balances, subtensorModule, swap, utility, alphaAssets, system } from '@taonet/abi';
import type { Crypto } from '@taonet/primitives';
import { calls as balancesCalls } from '../../../../runtime/src/pallets/balances/calls.ts';
import { calls as subtensorCalls } from '../../../../runtime/src/pallets/subtensor/calls.ts';
import { onInitialize } from '../../../../runtime/src/pallets/subtensor/hooks.ts';
import { calls as swapCalls } from '../../../../runtime/src/pallets/swap/calls.ts';
import { calls as utilityCalls } from '../../../../runtime/src/pallets/utility/calls.ts';
import type { ScenarioRuntime } from './runtime.ts';

export function oracleRuntime(crypto: Crypto): ScenarioRuntime {
  return {
    build: { fast: false, powFaucet: false },
    crypto,
    pallets: [
      { decl: system },
      { decl: balances, calls: balancesCalls },
      { decl: subtensorModule, calls: subtensorCalls, onInitialize },
      { decl: utility, calls: utilityCalls },
      { decl: swap, calls: swapCalls },
      { decl: alphaAssets },
    ],
  };
}
