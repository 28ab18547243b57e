/** dev_dryRun: what a call would do, on a state that is thrown away. */

import { runtimeCall, runtimeEvent } from '@taonet/abi';
import { encode, resolveType, type TypeDef } from '@taonet/codec';
import type { DecodedEvent, DryOrigin, DryRun, MoneyChange } from '@taonet/chain';
import { Defect, tryHexToBytes } from '@taonet/primitives';
import { numberAt } from '../blocks.ts';
import { refusalJson } from '../explain.ts';
import { method } from '../method.ts';
import { account, hash, optional, type Param } from '../params.ts';
import { invalidParams, unsafeCall } from '../rpcError.ts';
import { fieldsToJson, ss58, valueOfJson } from '../typedJson.ts';
import { inspectorOf } from './why.ts';

/** SCALE bytes, or a call's name with its arguments: read when the method runs, so that its messages name the place. */
const callParam: Param<Uint8Array | { readonly name: string; readonly args: unknown }> = {
  says: 'a call: SCALE in hex, or { name: "Pallet.call", args: { … } }',
  optional: false,
  parse: (given) => {
    if (typeof given === 'string') return tryHexToBytes(given) ?? refuseCall();
    if (typeof given !== 'object' || given === null) return refuseCall();
    const { name, args } = given as { readonly name?: unknown; readonly args?: unknown };
    return typeof name === 'string' && /^\w+\.\w+$/.test(name) ? { name, args: args ?? {} } : refuseCall();
  },
};

function refuseCall(): never {
  throw invalidParams('not a call');
}

function encodeCall(given: ReturnType<typeof callParam.parse>): Uint8Array {
  if (given instanceof Uint8Array) return given;
  const { name, args } = given;
  const [pallet, call] = name.split('.') as [string, string];
  const calls = rowOf(resolveType(runtimeCall.type), pallet, 'pallet with calls');
  const hasArgs = rowOf(resolveType(calls.fields[0]!.type), call, `call of ${pallet}`).fields.length > 0;
  const value = valueOfJson({ [pallet]: hasArgs ? { [call]: args } : call }, runtimeCall.type, 'call');
  try {
    return encode(runtimeCall, value as never).slice();
  } catch (error) {
    if (error instanceof Defect) throw invalidParams(`args of ${name}: ${error.message}`);
    throw error;
  }
}

function rowOf(type: TypeDef, name: string, what: string): Extract<TypeDef, { kind: 'variant' }>['variants'][number] {
  const found = type.kind === 'variant' ? type.variants.find((row) => row.name === name) : undefined;
  if (found === undefined) throw invalidParams(`there is no ${what} named ${name}`);
  return found;
}

const originParam: Param<DryOrigin> = {
  says: '"root" or an account (SS58 or hex)',
  optional: false,
  parse: (given) => (given === 'root' ? { kind: 'root' } : { kind: 'signed', who: account.parse(given) }),
};

function eventJson({ pallet, name, value }: DecodedEvent): unknown {
  const event = rowOf(resolveType(rowOf(resolveType(runtimeEvent.type), pallet, 'pallet').fields[0]!.type), name, 'event');
  return { name: `${pallet}.${name}`, fields: fieldsToJson(value, event.fields) };
}

function changeJson({ account: who, kind, hotkey, netuid, before, after }: MoneyChange): unknown {
  const stake = hotkey === undefined ? {} : { hotkey: ss58(hotkey), netuid };
  return { account: ss58(who), kind, ...stake, before: String(before), after: String(after) };
}

function dryRunJson({ ok, refused, events, fee, changes }: DryRun): unknown {
  return {
    ok,
    ...(refused === undefined ? {} : { refusal: refusalJson(refused) }),
    events: events.map(eventJson),
    fee: fee === undefined ? null : String(fee),
    changes: changes.map(changeJson),
  };
}

export const dryRunRow = method({
  name: 'dev_dryRun',
  params: { call: callParam, origin: originParam, at: optional(hash) },
  unsafe: true,
  returns: '{ ok, refusal?: as why_refusal, events: [{ name, fields }], fee: decimal text | null, changes: [{ account, kind: "free" | "reserved" | "stake", hotkey?, netuid?, before, after }] }',
  docs: 'What a call would do in the block after `at` (the head): it is made on a layer that is thrown away. `fee` is what a mortal transaction with it costs, and is not in `changes`; amounts in rao, stake of subnets in alpha. `ok` tells of the call itself, `refusal` also of calls inside of it.',
  run: (call, { call: given, origin, at }) => {
    if (call.node.developer === undefined) throw unsafeCall();
    const { chain } = call.node;
    const number = numberAt(chain, at);
    const done = inspectorOf(call).dryRun(chain.stateAt(number), at ?? chain.head.hash, encodeCall(given), origin);
    if (done === undefined) throw invalidParams('call: the bytes are not a call of this runtime');
    return dryRunJson(done);
  },
});
