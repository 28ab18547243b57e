/** system_*: what the node is and how it is; nonces; dry runs. rpc_methods. */

import { auraSlotItem, slotOf } from '@taonet/chain';
import { Reader, Writer } from '@taonet/codec';
import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { callAt, hex, numberAt } from '../blocks.ts';
import { method, type MethodGroup } from '../method.ts';
import { account, hash, hexBytes, optional } from '../params.ts';
import { ensureWellFormed } from './author.ts';

/** The tag a transaction provides: account and nonce. */
function nonceTag(who: string, nonce: number): string {
  const writer = new Writer(36);
  writer.raw(hexToBytes(who));
  writer.uintLe(nonce, 4);
  return bytesToHex(writer.bytes());
}

export const systemMethods: MethodGroup = {
  title: 'system',
  rows: [
    method({ name: 'rpc_methods', params: {}, returns: '{ methods }', docs: 'Names of all methods, aliases included.', run: ({ node }) => ({ methods: node.methodNames() }) }),
    method({ name: 'system_name', params: {}, returns: 'text', docs: 'The name of the program.', run: ({ node }) => node.info.name }),
    method({ name: 'system_version', params: {}, returns: 'text', docs: 'The version of the program.', run: ({ node }) => node.info.version }),
    method({ name: 'system_chain', params: {}, returns: 'text', docs: 'The name of the chain.', run: ({ node }) => node.info.chainName }),
    method({ name: 'system_chainType', params: {}, returns: '"Local" | "Development" | "Live"', docs: 'What kind of chain this is.', run: ({ node }) => node.info.chainType }),
    method({ name: 'system_properties', params: {}, returns: '{ ss58Format, tokenDecimals, tokenSymbol }', docs: 'How to show accounts and amounts.', run: ({ node }) => node.info.properties }),
    method({
      name: 'system_health',
      params: {},
      returns: '{ peers, isSyncing, shouldHavePeers }',
      docs: 'Whether the node is well. A chain in one process has no peers and needs none.',
      run: () => ({ peers: 0, isSyncing: false, shouldHavePeers: false }),
    }),
    method({
      name: 'system_syncState',
      params: {},
      returns: '{ startingBlock, currentBlock, highestBlock }',
      docs: 'How far the node has come.',
      run: ({ node: { chain } }) => ({ startingBlock: 0, currentBlock: chain.head.number, highestBlock: chain.head.number }),
    }),
    method({ name: 'system_nodeRoles', params: {}, returns: 'array', docs: 'The roles of the node.', run: () => ['Authority'] }),
    method({ name: 'system_peers', params: {}, unsafe: true, returns: 'array', docs: 'The node\'s peers: none.', run: () => [] }),
    method({ name: 'system_reservedPeers', params: {}, returns: 'array', docs: 'Reserved peers: none.', run: () => [] }),
    method({ name: 'system_localListenAddresses', params: {}, returns: 'array', docs: 'Addresses for peers: none.', run: () => [] }),
    method({
      name: 'system_accountNextIndex',
      aliases: ['account_nextIndex'],
      params: { account },
      returns: 'number',
      docs: 'The nonce the account\'s next transaction needs, those in the pool counted.',
      run: ({ node }, { account: who }) => {
        let nonce = new Reader(callAt(node, 'AccountNonceApi_account_nonce', hexToBytes(who))).uintLe(4);
        while (node.chain.pool.provides(nonceTag(who, nonce))) nonce += 1;
        return nonce;
      },
    }),
    method({
      name: 'system_dryRun',
      aliases: ['system_dryRunAt'],
      params: { extrinsic: hexBytes, at: optional(hash) },
      unsafe: true,
      returns: 'ApplyExtrinsicResult as SCALE hex',
      docs: 'Applies an extrinsic on top of a block and forgets what it did.',
      run: ({ node: { chain } }, { extrinsic, at }) => {
        ensureWellFormed(extrinsic);
        const number = numberAt(chain, at);
        const slot = chain.clock.nextSlot(slotOf(chain.headHeader) ?? 0);
        const run = chain.runtime.begin(chain.stateAt(number), { number: number + 1, parentHash: chain.blockAt(number)!.hash, digest: [auraSlotItem(slot)] });
        for (const inherent of run.inherents({ timestampMs: chain.clock.timestampOf(slot) })) run.apply(inherent);
        return hex(run.apply(extrinsic));
      },
    }),
  ],
};
