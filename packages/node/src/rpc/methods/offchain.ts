/** offchain_*: the local storage of off-chain workers; kept in memory, read by nobody else. */

import { hexOrNull } from '../blocks.ts';
import { method, type MethodGroup } from '../method.ts';
import { hexBytes, hexKey, oneOf } from '../params.ts';
import { invalidParams } from '../rpcError.ts';

const kind = { kind: oneOf('PERSISTENT', 'LOCAL') };
const MAX_ENTRIES = 10_000;
/** All keys and values together. */
const MAX_BYTES = 64 * 1024 * 1024;

function bytesIn(entries: ReadonlyMap<string, Uint8Array>): number {
  let bytes = 0;
  for (const [name, value] of entries) bytes += name.length + value.length;
  return bytes;
}

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
        const { offchain } = node;
        const name = `${args.kind}:${args.key}`;
        const before = offchain.get(name);
        if (before === undefined && offchain.size >= MAX_ENTRIES) throw invalidParams(`at most ${MAX_ENTRIES} entries`);
        const freed = before === undefined ? 0 : name.length + before.length;
        if (bytesIn(offchain) - freed + name.length + args.value.length > MAX_BYTES) throw invalidParams(`at most ${MAX_BYTES} bytes in all entries`);
        offchain.set(name, args.value);
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
