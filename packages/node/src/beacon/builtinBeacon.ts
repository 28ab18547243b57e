/**
 * The node's own beacon: a key pair that the seed decides, and rounds that are block numbers, so that they keep step with the chain
 * however its blocks come. It signs while somebody listens: while a subnet hides weights, and whatever something sealed waits for.
 *
 * source: ours, docs/adr/0017
 */

import { createHash } from 'node:crypto';
import type { BeaconConfiguration, Pulse } from '@taonet/abi';
import { createBeaconKey, type BeaconKey } from '@taonet/crypto';
import { bytesEqual, hexToBytes, OperatingError, utf8ToBytes } from '@taonet/primitives';
import type { BeaconNeeds } from '@taonet/runtime';
import type { Beacon } from './beacon.ts';

const SCHEME = 'bls-unchained-g1-rfc9380';
const BEACON_ID = 'blocks';
/** A chain without a seed of its own has this one's key, which is no more of a secret than //Alice's. */
const USUAL_SEED = 0;
/** Written down, so that no start waits for it. */
const USUAL_KEY = 'b3f44207ecc8b2b78ee472ea479a2216d7db2dfa2da5f07d51c6cc7b8e232a263387157679f0037e5834878c4e3cf3d3100b245f62e71602e8fe6b0b96e0f69cbe3b505c9255452261c6a0760c900b51fbcad4aff87f69d72e00640d9464a7c6';

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

export interface BuiltinBeaconOptions {
  readonly seed: number | undefined;
  /** Whether somebody wants this beacon, rather than what is usual. */
  readonly isAsked: boolean;
}

export class BuiltinBeacon implements Beacon {
  readonly config: BeaconConfiguration;
  readonly #key: BeaconKey;
  readonly #isAsked: boolean;

  constructor({ seed, isAsked }: BuiltinBeaconOptions) {
    this.#key = createBeaconKey(utf8ToBytes(`beacon of seed ${seed ?? USUAL_SEED}`));
    this.#isAsked = isAsked;
    this.config = configOf((seed ?? USUAL_SEED) === USUAL_SEED ? hexToBytes(USUAL_KEY) : this.#key.publicKey);
  }

  /** Awaited rounds first: what is later than one that is left out could never be followed by it. */
  pulses({ config, last, awaited, isFollowed }: BeaconNeeds, number: number): readonly Pulse[] {
    if (!bytesEqual(config.public_key, this.config.public_key)) return [];
    const now = BigInt(number);
    const due = awaited.filter((round) => round <= now);
    if (isFollowed && now > last && due.at(-1) !== now) due.push(now);
    return due.map((round) => this.#pulse(round));
  }

  ensureFits({ config }: BeaconNeeds): void {
    if (bytesEqual(config.public_key, this.config.public_key)) return;
    if (config.period === 0) {
      throw new OperatingError('BeaconDiffers', 'This chain has the built-in beacon of another seed.', { hint: 'Give the --seed that the chain was started with first, or --beacon none.' });
    }
    // Whoever did not ask for it opens an older chain, or one that follows another beacon by now.
    if (this.#isAsked) throw new OperatingError('BeaconDiffers', 'This chain follows another beacon than the built-in one.', { hint: 'Start with an empty --data folder, or give --beacon none or file:PATH.' });
  }

  #pulse(round: bigint): Pulse {
    const signature = this.#key.sign(round);
    return { round, randomness: sha256(signature), signature };
  }
}

/** Period 0: rounds are block numbers, no times. `hash` as drand makes it. source: drand, common/chain/info.go, Hash */
function configOf(publicKey: Uint8Array): BeaconConfiguration {
  const times = new Uint8Array(12);
  return {
    public_key: publicKey, period: 0, genesis_time: 0, hash: sha256(times, publicKey, utf8ToBytes(BEACON_ID)), group_hash: new Uint8Array(),
    scheme_id: utf8ToBytes(SCHEME), metadata: { beacon_id: utf8ToBytes(BEACON_ID) },
  };
}
