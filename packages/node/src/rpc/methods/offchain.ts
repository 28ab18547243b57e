/** offchain_*: the local storage of off-chain workers; kept in memory, read by nobody else. */

import { hexOrNull } from '../blocks.ts';
import { method, type MethodGroup } from '../method.ts';
import { hexBytes, hexKey, oneOf } from '../params.ts';
import { invalidParams } from '../rpcError.ts';

const kind = { kind: oneOf('PERSISTENT', 'LOCAL') };
const MAX_ENTRIES = 10_000;

export const offchainMethods: MethodGroup = {
  title: 'offchain',
  rows: [
    method({
      name: 'offchain_localStorageSet',
      params: { ...kind, key: hexKey, value: hexBytes },
      unsafe: true,
      returns: 'null',
      docs: 'Sets a value.',
      run: ({ node }, args) => {
        if (node.offchain.size >= MAX_ENTRIES) throw invalidParams(`at most ${MAX_ENTRIES} entries`);
        node.offchain.set(`${args.kind}:${args.key}`, args.value);
        return null;
      },
    }),
    method({
      name: 'offchain_localStorageGet',
      params: { ...kind, key: hexKey },
      unsafe: true,
      returns: 'the value as hex, or null',
      docs: 'Reads a value.',
      run: ({ node }, args) => hexOrNull(node.offchain.get(`${args.kind}:${args.key}`)),
    }),
    method({
      name: 'offchain_localStorageClear',
      params: { ...kind, key: hexKey },
      unsafe: true,
      returns: 'null',
      docs: 'Removes a value.',
      run: ({ node }, args) => (node.offchain.delete(`${args.kind}:${args.key}`), null),
    }),
  ],
};
