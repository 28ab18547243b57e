/** A beacon that signs a round every few seconds, or with every block; what is sealed until a round opens with that round's signature. */

import { badInput } from '../errors.ts';

export interface Beacon {
  /** A compressed point of G2, 96 bytes. */
  readonly publicKey: Uint8Array;
  /** When round 1 is signed, seconds since 1970. */
  readonly genesis: number;
  /** Seconds from one round to the next; 0: rounds are block numbers, as those of a developer network's own beacon. */
  readonly period: number;
}

type Times = Omit<Beacon, 'publicKey'>;

function ensureTimes({ period }: Times): void {
  if (period === 0) throw badInput('beacon', 'one whose rounds are times: these are block numbers', period);
}

/** When `round` is signed, seconds since 1970. refuses: BadInput for a beacon whose rounds are block numbers */
export function timeOfRound(beacon: Times, round: bigint): number {
  ensureTimes(beacon);
  return beacon.genesis + (Number(round) - 1) * beacon.period;
}

/** The first round that is signed at `seconds` since 1970 or later. refuses: as `timeOfRound` */
export function roundAt(beacon: Times, seconds: number): bigint {
  ensureTimes(beacon);
  return BigInt(Math.max(1, Math.ceil((seconds - beacon.genesis) / beacon.period) + 1));
}
