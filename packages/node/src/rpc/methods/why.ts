/** why_*: why something was refused, with what to do about it. Ours alone; official clients see nothing of it. */

import type { RuntimeInspector } from '@taonet/chain';
import { prefixed } from '../blocks.ts';
import { invalidityJson, refusalJson, UNDECODABLE } from '../explain.ts';
import { method, type Call, type MethodGroup } from '../method.ts';
import { hash, hexBytes, u32 } from '../params.ts';
import { internalError, invalidParams, unknownBlock } from '../rpcError.ts';
import { ensureWellFormed } from './author.ts';

/** Of runtimes that can be looked into. */
export function inspectorOf({ node }: Call): RuntimeInspector {
  const { inspector } = node.chain.runtime;
  if (inspector === undefined) throw internalError('this runtime cannot be looked into');
  return inspector;
}

const SHAPE = 'error, check, actual?, required?, facts, fix';

export const whyMethods: MethodGroup = {
  title: 'why',
  rows: [
    method({
      name: 'why_refusal',
      params: { blockHash: hash, extrinsicIndex: u32 },
      returns: `null, or { ${SHAPE}, call, within? }`,
      docs: 'Why an extrinsic of a block failed: the block is executed again up to it. null when it and all calls inside of it went through; `within` names the extrinsic\'s own call when that went through and one inside did not.',
      run: (call, { blockHash, extrinsicIndex }) => {
        const { chain } = call.node;
        const block = chain.blockOf(blockHash);
        if (block === undefined) throw unknownBlock(blockHash);
        const count = block.extrinsics.length;
        if (extrinsicIndex >= count) throw invalidParams(`block ${block.number} (${prefixed(block.hash)}) has ${count} extrinsics, counted from 0`);
        const refused = inspectorOf(call).refusalOf(chain.stateAt(block.number - 1), block, extrinsicIndex);
        return refused === undefined ? null : refusalJson(refused);
      },
    }),
    method({
      name: 'why_validity',
      params: { extrinsic: hexBytes },
      returns: `{ valid: { priority, requires, provides, longevity, propagate } }, or { ${SHAPE}, code, text, custom?, refusal? }`,
      docs: 'What author_submitExtrinsic would say of an extrinsic, and why; nothing is handed in. `code` and `text` are its error\'s code and data; `refusal` is what a custom code stands for.',
      run: (call, { extrinsic }) => {
        ensureWellFormed(extrinsic);
        const { chain } = call.node;
        const outcome = inspectorOf(call).explainValidity(chain.stateAt(chain.head.number), 'External', extrinsic, chain.head.hash);
        if (outcome === undefined) return UNDECODABLE;
        if ('invalid' in outcome) return invalidityJson(outcome.invalid, outcome.facts);
        const { priority, requires, provides, longevity, propagate } = outcome.valid;
        return { valid: { priority: String(priority), requires: requires.map(prefixed), provides: provides.map(prefixed), longevity: String(longevity), propagate } };
      },
    }),
  ],
};
