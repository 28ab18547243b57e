/** Sets a hyperparameter by its name: finds the call, and goes by sudo when root has to. */

import type { Reads } from '../client/reads.ts';
import { badInput } from '../errors.ts';
import type { CallValue } from '../scale/runtime.ts';
import { HYPERPARAM_CALLS, type HyperparamName } from '../typed/hyperparams.ts';

/** The order as it is when its types are no longer known. */
export interface LooseHyperparamOrder {
  readonly name: HyperparamName;
  readonly netuid?: number | undefined;
  readonly value: unknown;
  readonly by?: 'owner' | 'root';
}

/** Owners have a call of their own for the tempo; one name is both a subnet's and the chain's. */
function callOf(name: HyperparamName, netuid: number | undefined, byRoot: boolean): string {
  if (name === 'tempo' && !byRoot) return 'SubtensorModule.set_tempo';
  if (name === 'min_childkey_take' && netuid === undefined) return 'SubtensorModule.sudo_set_min_childkey_take';
  return Object.hasOwn(HYPERPARAM_CALLS, name) ? HYPERPARAM_CALLS[name as keyof typeof HYPERPARAM_CALLS] : `AdminUtils.sudo_set_${name}`;
}

/** refuses: NotOnThisChain for a name that the chain does not have, BadInput when a subnet is missing or given for nothing */
export async function setHyperparamCall(reads: Reads, { name, netuid, value, by }: LooseHyperparamOrder, coldkey: string): Promise<CallValue> {
  const byRoot = by === undefined ? await reads.query.Sudo.Key() === coldkey : by === 'root';
  const [pallet, call] = callOf(name, netuid, byRoot).split('.') as [string, string];
  const args = reads.runtime.argumentsOf(pallet, call);
  const ofSubnet = args.includes('netuid');
  if (ofSubnet !== (netuid !== undefined)) throw badInput('netuid', ofSubnet ? 'a subnet' : `nothing, since ${name} is the whole chain's`, netuid);
  const [first, ...others] = args.filter((arg) => arg !== 'netuid');
  const set: CallValue = { type: pallet, value: { type: call, value: { ...(ofSubnet ? { netuid } : {}), ...(others.length === 0 ? { [first!]: value } : value as object) } } };
  return byRoot ? { type: 'Sudo', value: { type: 'sudo', value: { call: set } } } : set;
}
