/** chainSpec_v1_*: what the chain is called. source: JSON-RPC interface specification */

import { prefixed } from '../blocks.ts';
import { method, type MethodGroup } from '../method.ts';

export const chainSpecV1Methods: MethodGroup = {
  title: 'chainSpec_v1',
  rows: [
    method({ name: 'chainSpec_v1_chainName', params: {}, returns: 'a text', docs: 'The name of the chain.', run: ({ node }) => node.info.chainName }),
    method({ name: 'chainSpec_v1_genesisHash', params: {}, returns: 'a hash', docs: 'The hash of block 0.', run: ({ node }) => prefixed(node.chain.genesisHash) }),
    method({ name: 'chainSpec_v1_properties', params: {}, returns: '{ ss58Format, tokenDecimals, tokenSymbol }', docs: 'How accounts and amounts are shown.', run: ({ node }) => node.info.properties }),
  ],
};
