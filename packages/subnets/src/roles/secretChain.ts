/** Commits a round's secret on chain and reveals the last one, so that tasks can be drawn again by anyone. */

export interface Committed {
  /** The first block after the one that holds the commitment. */
  readonly blockNumber: number;
  /** Hex without 0x. */
  readonly blockHash: string;
}

export interface SecretChain {
  /**
   * Puts SHA-256 of the coming secret and, where there is one, the last secret on chain as the hotkey's commitment on the subnet, then waits
   * for the block after it.
   */
  commit(netuid: number, commitment: Uint8Array, reveal: Uint8Array | undefined): Promise<Committed>;
}
