/** engine_*: blocks by request, as upstream's manual sealing has them. */

import { prefixed } from '../blocks.ts';
import { method, type MethodGroup } from '../method.ts';
import { anything, flag, hash, optional } from '../params.ts';
import { emptyPool, sealBlockNotFound } from '../rpcError.ts';

/** What upstream tells of an imported block besides its hash. */
const AUX = { header_only: false, clear_justification_requests: false, needs_justification: false, bad_justification: false, is_new_best: true };

export const engineMethods: MethodGroup = {
  title: 'engine',
  rows: [
    method({
      name: 'engine_createBlock',
      params: { createEmpty: flag, finalize: flag, parentHash: optional(hash) },
      unsafe: true,
      returns: '{ hash, aux }',
      docs: 'Makes a block now, with all ready transactions. `parentHash` can only be the best block: this chain has no forks.',
      run: async ({ node: { chain } }, { createEmpty, finalize, parentHash }) => {
        if (parentHash !== undefined && parentHash !== chain.head.hash) throw sealBlockNotFound();
        if (!createEmpty && chain.pool.readyCount === 0) throw emptyPool();
        return { hash: prefixed(await chain.produce({ final: finalize })), aux: AUX };
      },
    }),
    method({
      name: 'engine_finalizeBlock',
      params: { hash, justification: optional(anything) },
      unsafe: true,
      returns: 'true',
      docs: 'Makes a block and all below it final.',
      run: async ({ node: { chain } }, { hash: block }) => {
        if (!(await chain.finalize(block))) throw sealBlockNotFound();
        return true;
      },
    }),
  ],
};
