/** A beacon that signs a round every few seconds; what is sealed until a round opens with that round's signature. */

export interface Beacon {
  /** A compressed point of G2, 96 bytes. */
  readonly publicKey: Uint8Array;
  /** When round 1 is signed, seconds since 1970. */
  readonly genesis: number;
  /** Seconds from one round to the next. */
  readonly period: number;
}

/** When `round` is signed, seconds since 1970. */
export const timeOfRound = ({ genesis, period }: Omit<Beacon, 'publicKey'>, round: bigint): number => genesis + (Number(round) - 1) * period;

/** The first round that is signed at `seconds` since 1970 or later. */
export const roundAt = ({ genesis, period }: Omit<Beacon, 'publicKey'>, seconds: number): bigint => BigInt(Math.max(1, Math.ceil((seconds - genesis) / period) + 1));
