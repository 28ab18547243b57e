/** The chain as the scenarios' runtime was built: no fast blocks, no faucet; under the rules of the file's spec. */

import { pallets, ruleSwitches } from '@taonet/abi';
import { encode, type Build } from '@taonet/codec';
import { itemPrefix, type RuntimeSpec } from '@taonet/frame';
import { bytesToHex, type Crypto } from '@taonet/primitives';
import { createSpec, epochMay2025, RULES_OF_MAY_2025 } from '@taonet/runtime';
import type { EpochKernel } from '@taonet/yuma';
import { validityBy, type ScenarioRuntime } from './runtime.ts';

const NORMAL: Build = { fast: false, powFaucet: false };
export const SPEC_OF_MAY_2025 = 273;

export function oracleRuntime(crypto: Crypto, epochKernel?: EpochKernel): ScenarioRuntime {
  return { spec: createSpec(NORMAL, crypto, { epochKernel }) as unknown as RuntimeSpec, pallets };
}

/** The runtime of May 2025: an extended build whose state chooses those rules. */
export function oracleRuntime2025(crypto: Crypto, epochKernel?: EpochKernel): ScenarioRuntime {
  const spec = createSpec({ ...NORMAL, extended: true }, crypto, { epochKernel }) as unknown as RuntimeSpec;
  return {
    spec,
    pallets,
    ownState: [[itemPrefix(crypto, 'Rules', 'Active'), bytesToHex(encode(ruleSwitches, RULES_OF_MAY_2025))]],
    validity: validityBy(spec, 'SubtensorTransactionExtension'),
    epoch: epochMay2025,
  };
}
