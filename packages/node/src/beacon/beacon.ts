/** Where rounds of randomness come from, and how a node brings them into its blocks. */

import type { BeaconConfiguration, Pulse } from '@taonet/abi';
import type { BittensorRuntime, BlockParent, PulseSigner } from '@taonet/chain';
import { keyFromUri } from '@taonet/crypto';
import type { BeaconNeeds } from '@taonet/runtime';
import { BuiltinBeacon } from './builtinBeacon.ts';
import { PulseFile } from './pulseFile.ts';

/** The node's own, none, or a file of pulses that somebody else signed. */
export type BeaconChoice = 'builtin' | 'none' | { readonly file: string };

export interface Beacon {
  /** What a new chain of the node's own begins with; undefined: drand's quicknet. */
  readonly config: BeaconConfiguration | undefined;
  /** Rounds for block `number`, ascending, each later than the last one stored. */
  pulses(needs: BeaconNeeds, number: number, timestampMs: number): readonly Pulse[];
  /** refuses: an OperatingError when nothing of this source could ever count on a chain that asks for this */
  ensureFits(needs: BeaconNeeds): void;
}

export type PulseCheck = BittensorRuntime['pulses']['verify'];

export interface BeaconOptions {
  /** Undefined: what is usual on the network. */
  readonly choice: BeaconChoice | undefined;
  readonly usual: 'builtin' | 'none';
  readonly seed: number | undefined;
  readonly verify: PulseCheck;
  /** Is told, once each, of pulses that are left out. */
  readonly notice: (text: string) => void;
}

/** refuses: BadPulses */
export function openBeacon({ choice, usual, seed, verify, notice }: BeaconOptions): Beacon | undefined {
  const chosen = choice ?? usual;
  if (chosen === 'none') return undefined;
  if (chosen === 'builtin') return new BuiltinBeacon({ seed, isAsked: choice !== undefined });
  return new PulseFile({ path: chosen.file, verify, notice });
}

/** Blocks take no more at a time. source: pallets/drand/src/lib.rs, MAX_PULSES_TO_FETCH @ 14bc6f9 */
const PULSES_MAX = 50;
/** Who carries pulses in does not matter: the beacon has signed them. */
const CARRIER = '//Beacon';

/** The transactions that bring the rounds of `beacon` into the block on a parent. */
export function pulseBringer({ pulses }: BittensorRuntime, beacon: Beacon): (parent: BlockParent, timestampMs: number) => readonly Uint8Array[] {
  let signer: PulseSigner | undefined;
  return ({ state, number }, timestampMs) => {
    const needs = pulses.needs(state);
    const due = beacon.pulses(needs, number + 1, timestampMs).slice(0, PULSES_MAX);
    return due.map((pulse) => {
      pulses.remember(needs.config.public_key, pulse);
      return pulses.transaction(pulse, number + 1, signer ??= keyFromUri(CARRIER));
    });
  };
}
