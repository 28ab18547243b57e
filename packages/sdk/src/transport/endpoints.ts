/** Names of networks, and what can be connected to. */

import { badInput } from '../errors.ts';
import { openHttp } from './http.ts';
import { openInProcess, type NodeLike } from './inProcess.ts';
import type { RequestOptions, Transport } from './transport.ts';
import { openWebSocket } from './webSocket.ts';

/** Public nodes, as the official clients name them. source: bittensor/core/settings.py */
export const NETWORKS = {
  local: 'ws://127.0.0.1:9944',
  finney: 'wss://entrypoint-finney.opentensor.ai:443',
  test: 'wss://test.finney.opentensor.ai:443',
  archive: 'wss://archive.chain.opentensor.ai:443',
} as const;
export type NetworkName = keyof typeof NETWORKS;

/** A node that was started here and listens on ports. */
export interface ListeningNode {
  readonly endpoints: readonly string[];
}

/** A network's name, a ws(s):// or http(s):// address, or a node object. */
export type Target = NetworkName | (string & {}) | NodeLike | ListeningNode;

/** refuses: BadInput, CannotConnect, Timeout, Aborted */
export async function openTransport(target: Target, options: RequestOptions): Promise<Transport> {
  if (typeof target === 'object') {
    if ('request' in target) return openInProcess(target, options);
    return openTransport(target.endpoints[0] ?? '', options);
  }
  const url = Object.hasOwn(NETWORKS, target) ? NETWORKS[target as NetworkName] : target;
  if (/^wss?:\/\//.test(url)) return openWebSocket(url, options);
  if (/^https?:\/\//.test(url)) return openHttp(url, options);
  throw badInput('connect', `${Object.keys(NETWORKS).join(', ')}, an address with ws:// or http://, or a node`, target);
}
