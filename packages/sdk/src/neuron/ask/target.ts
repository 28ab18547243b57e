/** Where a miner serves, as the chain says. */
export interface AxonAddress {
  /** IPv4 or IPv6 text. */
  readonly ip: string;
  readonly port: number;
  readonly hotkey: string;
  /** X25519 key for sealed requests, from its neuron certificate. */
  readonly sealingKey?: Uint8Array | undefined;
}

/** Whether an axon has announced an address at all. */
export function isServing({ ip, port }: Pick<AxonAddress, 'ip' | 'port'>): boolean {
  return port !== 0 && ip !== '0.0.0.0' && ip !== '::' && ip !== '0' && ip !== '';
}
