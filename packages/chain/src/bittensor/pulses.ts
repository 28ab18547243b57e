/** A beacon's rounds on their way in: what a state asks for, and the transactions that bring it. */

import { pulsesPayload, type MultiSignature, type Pulse, type PulsesPayload } from '@taonet/abi';
import { encode, type CallValue } from '@taonet/codec';
import type { StateCtx } from '@taonet/frame';
import type { Crypto } from '@taonet/primitives';
import { beaconNeeds, type BeaconNeeds } from '@taonet/runtime';
import type { ParentState } from '../ports.ts';
import type { RememberedPulses } from './rememberedPulses.ts';

/** An sr25519 key. Any will do: what counts is the beacon's signature. */
export interface PulseSigner {
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

export interface PulsesParts {
  readonly viewOf: (state: ParentState) => StateCtx;
  readonly bare: (call: CallValue) => Uint8Array;
  readonly remembered: RememberedPulses;
}

export class Pulses {
  readonly #parts: PulsesParts;

  constructor(parts: PulsesParts) {
    this.#parts = parts;
  }

  needs(state: ParentState): BeaconNeeds {
    return beaconNeeds(this.#parts.viewOf(state));
  }

  /** As in `Crypto.verifyPulse`; the answer is kept for when the block asks. */
  verify(...pulse: Parameters<Crypto['verifyPulse']>): boolean | undefined {
    return this.#parts.remembered.crypto.verifyPulse(...pulse);
  }

  /** Takes over that this pulse is good, from whoever signed it. */
  remember(publicKey: Uint8Array, { round, signature }: Pick<Pulse, 'round' | 'signature'>): void {
    this.#parts.remembered.remember(publicKey, round, signature);
  }

  /** The transaction for one pulse, to stand in block `number` or later. source: pallets/drand/src/lib.rs, fetch_drand_pulse_and_send_unsigned @ 14bc6f9 */
  transaction(pulse: Pulse, number: number, signer: PulseSigner): Uint8Array {
    const payload: PulsesPayload = { block_number: number, pulses: [pulse], public: { type: 'Sr25519', value: signer.publicKey } };
    const signature: MultiSignature = { type: 'Sr25519', value: signer.sign(encode(pulsesPayload, payload)) };
    return this.#parts.bare({ type: 'Drand', value: { type: 'write_pulse', value: { pulses_payload: payload, signature } } });
  }
}
