/** Entering subnets, opening them, saying where one listens. */

import type { Reads } from '../client/reads.ts';
import type { Who } from '../client/names.ts';
import { badInput } from '../errors.ts';
import type { CallValue } from '../scale/runtime.ts';
import { Tao } from '../units.ts';
import { ipFromText } from './axon.ts';

export interface RegisterOrder {
  readonly netuid: number;
  /** The wallet's hotkey when absent. */
  readonly hotkey?: Who;
  /** The most that may be burned; the present price when absent, so that a jump in between is refused. */
  readonly maxCost?: Tao;
}

export interface ServeAxonOrder {
  readonly netuid: number;
  /** IPv4 or IPv6. */
  readonly ip: string;
  readonly port: number;
  readonly protocol?: number;
  readonly version?: number;
}

const TCP_AS_OFFICIAL = 4;

const call = (name: string, value: Readonly<Record<string, unknown>>): CallValue => ({ type: 'SubtensorModule', value: { type: name, value } });

/** With a limit where the runtime has that call. */
export async function registerCall(reads: Reads, { netuid, maxCost }: RegisterOrder, hotkey: string): Promise<CallValue> {
  if (maxCost !== undefined && !(maxCost instanceof Tao)) throw badInput('maxCost', 'TAO', maxCost);
  if (netuid === 0) return call('root_register', { hotkey });
  if (!reads.runtime.hasCall('SubtensorModule', 'register_limit')) return call('burned_register', { netuid, hotkey });
  const limit = maxCost?.rao ?? await reads.query.SubtensorModule.Burn(netuid);
  return call('register_limit', { netuid, hotkey, limit_price: limit });
}

export function serveAxonCall({ netuid, ip, port, protocol = TCP_AS_OFFICIAL, version = 0 }: ServeAxonOrder): CallValue {
  const { ip: number, ipType } = ipFromText(ip);
  return call('serve_axon', { netuid, version, ip: number, port, ip_type: ipType, protocol, placeholder1: 0, placeholder2: 0 });
}
