/** A subnet's settings by name. */

import type { HyperparamValue } from '@taonet/abi';
import type { Reads } from '../client/reads.ts';
import { sdkError } from '../errors.ts';
import { Tao } from '../units.ts';
import { textOf } from './text.ts';

export type Hyperparams = Readonly<Record<string, number | bigint | boolean | Tao>>;

function valueOf({ type, value }: HyperparamValue): number | bigint | boolean | Tao {
  return type === 'TaoBalance' ? new Tao(value) : value;
}

/** Names are the chain's; fixed-point values are their bits. refuses: NotOnThisChain when there is no such subnet */
export async function readHyperparams(reads: Reads, netuid: number): Promise<Hyperparams> {
  const { SubnetInfoRuntimeApi } = reads.api;
  const missing = (): Error => sdkError('NotOnThisChain', { netuid }, { message: `There is no subnet ${netuid}.` });
  if (reads.runtime.hasApi('SubnetInfoRuntimeApi', 'get_subnet_hyperparams_v3')) {
    const entries = await SubnetInfoRuntimeApi.get_subnet_hyperparams_v3({ netuid });
    if (entries === undefined) throw missing();
    return Object.fromEntries(entries.map(({ name, value }) => [textOf(name), valueOf(value)]));
  }
  const record = await SubnetInfoRuntimeApi.get_subnet_hyperparams_v2({ netuid });
  if (record === undefined) throw missing();
  return { ...record };
}
