/** The chain as the scenarios' runtime was built: no fast blocks, no faucet. */

import { pallets } from '@taonet/abi';
import type { RuntimeSpec } from '@taonet/frame';
import type { Crypto } from '@taonet/primitives';
import { createSpec } from '@taonet/runtime';
import type { EpochKernel } from '@taonet/yuma';
import type { ScenarioRuntime } from './runtime.ts';

export function oracleRuntime(crypto: Crypto, epochKernel?: EpochKernel): ScenarioRuntime {
  return { spec: createSpec({ fast: false, powFaucet: false }, crypto, { epochKernel }) as unknown as RuntimeSpec, pallets };
}
