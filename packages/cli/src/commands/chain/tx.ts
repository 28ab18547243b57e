/** `tx`: any call of the chain, by the chain's own name. */

import type { Client, Transaction } from '@taonet/sdk';
import { withChain } from '../../chain.ts';
import type { Invocation, Outcome, Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { pick } from '../../suggest.ts';
import { toValue, typeName } from '../../values.ts';
import type { CommandWallet } from '../../wallets.ts';
import { runWrite } from '../../write.ts';

interface Argument {
  readonly name: string;
  readonly type: number;
}

export const run: Run = (invocation) => withChain(invocation, async (chain) => {
  const { client } = chain;
  const { args, options } = invocation;
  const name = args['name'] as string | undefined;
  if (name === undefined || !name.includes('.')) return listCalls(client, name);
  const made = await typedCall(client, invocation, name);
  const write = options['sudo'] === true ? made.sudo() : made;
  return runWrite(invocation, chain, { what: `Calls ${made.name}${options['sudo'] === true ? ' as root' : ''}`, write: signedBy(client, chain.wallet, write, options['signer']) });
});

/** The call `name` of the chain with the arguments that were typed. refuses: UsageError */
export async function typedCall(client: Client, invocation: Invocation, name: string): Promise<Transaction> {
  const [owner, word = ''] = name.split('.') as [string, string?];
  const pallet = pick(owner, client.runtime.palletNames, 'pallet');
  const call = pick(word, client.runtime.namesOf(pallet, 'calls'), `call of ${pallet}`);
  return client.call({ type: pallet, value: { type: call, value: await argumentValues(client, invocation, { pallet, call }) } });
}

/** The same transaction signed by the key that was named, instead of the usual one for its call. */
function signedBy(client: Client, wallet: CommandWallet, write: Transaction, role: unknown): Transaction {
  if (role === 'hotkey') return client.as({ ...wallet, coldkey: wallet.hotkey, coldkeypub: wallet.hotkeypub }).call(write.call);
  if (role === 'coldkey') return client.as({ ...wallet, hotkey: wallet.coldkey, hotkeypub: wallet.coldkeypub }).call(write.call);
  return write;
}

export function argumentsOf({ runtime }: Client, pallet: string, call: string): readonly Argument[] {
  const { def } = runtime.types.type(runtime.pallet(pallet).calls!);
  const row = def.type === 'variant' ? def.value.find((one) => one.name === call) : undefined;
  return row!.fields.map(({ name, type }, i) => ({ name: name ?? String(i), type }));
}

async function argumentValues(client: Client, invocation: Invocation, { pallet, call }: { pallet: string; call: string }): Promise<Record<string, unknown>> {
  const wantedArgs = argumentsOf(client, pallet, call);
  const { types } = client.runtime;
  const named = new Map<string, string>();
  const plain: string[] = [];
  for (const text of (invocation.args['values'] ?? []) as readonly string[]) {
    const found = /^(\w+)=([\s\S]*)$/.exec(text);
    if (found !== null) named.set(pick(found[1]!, wantedArgs.map(({ name }) => name), `argument of ${pallet}.${call}`), found[2]!);
    else plain.push(text);
  }
  const values: Record<string, unknown> = {};
  for (const { name, type } of wantedArgs) {
    const text = named.get(name) ?? plain.shift();
    const kind = typeName(types, type);
    if (text === undefined && !kind.endsWith('or none')) throw new UsageError(`${name} (${kind}) is missing.`, `taonet tx ${pallet}.${call} ${wantedArgs.map((one) => `${one.name}=<${typeName(types, one.type)}>`).join(' ')}`);
    values[name] = await toValue({ types, invocation }, type, text, name);
  }
  if (plain.length > 0) throw new UsageError(`${pallet}.${call} wants ${wantedArgs.length} arguments: ${plain.join(' ')} is too much.`);
  return values;
}

function listCalls(client: Client, owner: string | undefined): Outcome {
  const { runtime } = client;
  const chosen = owner === undefined ? runtime.palletNames : [pick(owner, runtime.palletNames, 'pallet')];
  const calls = chosen.filter((pallet) => runtime.pallet(pallet).calls !== undefined).flatMap((pallet) => runtime.namesOf(pallet, 'calls').map((call) => ({
    name: `${pallet}.${call}`, args: argumentsOf(client, pallet, call).map(({ name, type }) => ({ name, type: typeName(runtime.types, type) })),
  })));
  const words = owner === undefined
    ? `${calls.length} calls of ${new Set(calls.map(({ name }) => name.split('.')[0])).size} pallets: taonet tx SubtensorModule lists one's.\n${[...new Set(calls.map(({ name }) => name.split('.')[0]))].join('\n')}`
    : calls.map(({ name, args }) => `${name} ${args.map((one) => `${one.name}=<${one.type}>`).join(' ')}`.trimEnd()).join('\n');
  return { data: { calls }, words };
}
