/** `wallet set-identity`, `get-identity`. */

import { withChain } from '../../chain.ts';
import type { Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { shown } from '../../names.ts';
import { accountAddress } from '../../wallets.ts';
import { runWrite } from '../../write.ts';

/** Option and field of the chain. */
const FIELDS = [['idName', 'name'], ['webUrl', 'url'], ['github', 'github_repo'], ['imageUrl', 'image'], ['discord', 'discord'], ['description', 'description'], ['additional', 'additional']] as const;

type Identity = Readonly<Record<(typeof FIELDS)[number][1], Uint8Array>>;

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes ?? new Uint8Array());

export const runSet: Run = (invocation) => withChain(invocation, async (chain) => {
  const { options } = invocation;
  const { address } = await chain.wallet.coldkeypub();
  const before = await chain.client.query.SubtensorModule.IdentitiesV2(address) as Identity | undefined;
  if (FIELDS.every(([option]) => options[option] === undefined)) throw new UsageError('What should the identity say?', '--id-name NAME --web-url URL …');
  // What is not given stays as it is.
  const fields = Object.fromEntries(FIELDS.map(([option, field]) => [field, new TextEncoder().encode(typeof options[option] === 'string' ? options[option] : text(before?.[field]))]));
  return runWrite(invocation, chain, { what: `Sets the identity of ${shown(address)}`, write: chain.client.call({ type: 'SubtensorModule', value: { type: 'set_identity', value: fields } }) });
});

export const runGet: Run = (invocation) => withChain(invocation, async ({ client, wallet }) => {
  const named = invocation.args['account'] ?? invocation.options['key'];
  const address = typeof named === 'string' ? await accountAddress(named, invocation) : (await wallet.coldkeypub()).address;
  const found = await client.query.SubtensorModule.IdentitiesV2(address) as Identity | undefined;
  const identity = found === undefined ? null : Object.fromEntries(FIELDS.map(([, field]) => [field, text(found[field])]));
  const words = identity === null ? `${shown(address)} has no identity. One is set by: taonet wallet set-identity --id-name NAME` : Object.entries(identity).filter(([, value]) => value !== '').map(([name, value]) => `${name.padEnd(12)} ${value}`).join('\n');
  return { data: { address, identity }, words };
});
