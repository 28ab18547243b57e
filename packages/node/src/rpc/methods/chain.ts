/** chain_*: blocks, headers and the heads as they move. */

import { decodeHeader, type Header } from '@taonet/chain';
import { blockJson, headerJson, prefixed } from '../blocks.ts';
import { method, subscription, type Call, type MethodGroup } from '../method.ts';
import { blockNumber, hash, oneOrMany, optional } from '../params.ts';
import type { Sink } from '../session.ts';

const at = { hash: optional(hash) };

function followHeads({ node: { chain } }: Call, _args: object, sink: Sink): () => void {
  const show = (header: Header): void => sink.send(headerJson(header));
  show(chain.headHeader);
  const stops = [
    chain.events.on('imported', ({ header }) => show(header)),
    chain.events.on('reverted', () => show(chain.headHeader)),
  ];
  return () => { for (const stop of stops) stop(); };
}

function followFinality({ node: { chain } }: Call, _args: object, sink: Sink): () => void {
  const show = (encoded: Uint8Array): void => sink.send(headerJson(decodeHeader(encoded)));
  show(chain.finalized.header);
  return chain.events.on('finalized', ({ blocks }) => { for (const block of blocks) show(block.header); });
}

export const chainMethods: MethodGroup = {
  title: 'chain',
  rows: [
    method({
      name: 'chain_getHeader',
      params: at,
      returns: 'the header as JSON, or null',
      docs: 'The header of a block; of the best one when no hash is given.',
      run: ({ node: { chain } }, { hash: asked }) => {
        const block = asked === undefined ? chain.head : chain.blockOf(asked);
        return block === undefined ? null : headerJson(decodeHeader(block.header));
      },
    }),
    method({
      name: 'chain_getBlock',
      params: at,
      returns: '{ block: { header, extrinsics }, justifications: null }, or null',
      docs: 'A block with its extrinsics as hex.',
      run: ({ node: { chain } }, { hash: asked }) => {
        const block = asked === undefined ? chain.head : chain.blockOf(asked);
        return block === undefined ? null : blockJson(block);
      },
    }),
    method({
      name: 'chain_getBlockHash',
      aliases: ['chain_getHead'],
      params: { hash: optional(oneOrMany(optional(blockNumber))) },
      returns: 'a hash or null; an array of them for an array of numbers',
      docs: 'The hash of the block with a number; of the best block when none is given.',
      run: ({ node: { chain } }, { hash: asked }) => {
        const one = (number: number | undefined): string | null => {
          const block = number === undefined ? chain.head : chain.blockAt(number);
          return block === undefined ? null : prefixed(block.hash);
        };
        return Array.isArray(asked) ? asked.map(one) : one(asked);
      },
    }),
    method({
      name: 'chain_getFinalizedHead',
      aliases: ['chain_getFinalisedHead'],
      params: {},
      returns: 'a hash',
      docs: 'The hash of the newest final block.',
      run: ({ node: { chain } }) => prefixed(chain.finalized.hash),
    }),
    subscription({
      name: 'chain_subscribeAllHeads',
      unsubscribe: 'chain_unsubscribeAllHeads',
      notification: 'chain_allHead',
      params: {},
      sends: 'headers',
      docs: 'Every imported block; this chain has no forks, so the same as new heads.',
      start: followHeads,
    }),
    subscription({
      name: 'chain_subscribeNewHeads',
      aliases: ['chain_subscribeNewHead', 'subscribe_newHead'],
      unsubscribe: 'chain_unsubscribeNewHeads',
      unsubscribeAliases: ['chain_unsubscribeNewHead', 'unsubscribe_newHead'],
      notification: 'chain_newHead',
      params: {},
      sends: 'headers',
      docs: 'The best block, now and whenever it changes.',
      start: followHeads,
    }),
    subscription({
      name: 'chain_subscribeFinalizedHeads',
      aliases: ['chain_subscribeFinalisedHeads'],
      unsubscribe: 'chain_unsubscribeFinalizedHeads',
      unsubscribeAliases: ['chain_unsubscribeFinalisedHeads'],
      notification: 'chain_finalizedHead',
      params: {},
      sends: 'headers',
      docs: 'The newest final block, then each block that becomes final.',
      start: followFinality,
    }),
  ],
};
