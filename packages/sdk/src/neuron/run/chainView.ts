/** What the loops ask of the chain: a client that offers this can drive them. `chainOf` makes one of the SDK's client. */

/** A neuron as the loops see it. */
export interface NeuronView {
  readonly uid: number;
  readonly hotkey: string;
  readonly coldkey: string;
  /** Text of IPv4 or IPv6; 0.0.0.0 and port 0 when nothing is announced. */
  readonly ip: string;
  readonly port: number;
  readonly validatorPermit: boolean;
  /** Block of its last weights. */
  readonly lastUpdate: number;
  /** Key for sealed requests, if its certificate holds one. */
  readonly sealingKey?: Uint8Array | undefined;
}

/** Rules of a subnet that weights must keep. */
export interface SubnetRules {
  /** Blocks between epochs; 0: none. */
  readonly tempo: number;
  /** Block of the last epoch, and of the next as far as the clock knows. */
  readonly lastEpochBlock: number;
  readonly nextEpochBlock: number;
  /** Blocks between two weights of one neuron. */
  readonly weightsRateLimit: number;
  readonly minAllowedWeights: number;
  /** Greatest share of one UID, of 65535. */
  readonly maxWeightsLimit: number;
  readonly weightsVersion: bigint;
  /** Weights are committed first and opened later. */
  readonly commitReveal: boolean;
}

/** A subnet at one block. */
export interface SubnetView {
  readonly netuid: number;
  readonly block: number;
  readonly rules: SubnetRules;
  /** Its neuron may set weights without a permit. */
  readonly ownerHotkey: string | undefined;
  readonly neurons: readonly NeuronView[];
}

/** An announced axon. */
export interface AxonAnnouncement {
  readonly netuid: number;
  readonly ip: string;
  readonly port: number;
  /** Neuron certificate; absent leaves the one on chain. */
  readonly certificate?: Uint8Array;
}

/** UIDs to u16 weights. */
export type WeightVector = ReadonlyMap<number, number>;

export interface ChainClient {
  subnet(netuid: number): Promise<SubnetView>;
  /** Announces an axon; resolves once it is in a block. */
  serveAxon(announcement: AxonAnnouncement): Promise<void>;
  /** Sets or commits weights, as the subnet wants it; resolves once that is in a block. */
  setWeights(weights: { readonly netuid: number; readonly weights: WeightVector; readonly versionKey: bigint }): Promise<void>;
  /** Numbers of new blocks, until the signal aborts. Who is slow may miss some. */
  blocks(signal: AbortSignal): AsyncIterable<number>;
}
