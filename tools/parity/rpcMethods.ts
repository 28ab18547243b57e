/** JSON-RPC methods that upstream's node serves and this one does not, each group with its reason. source: node/src/rpc.rs, sc-rpc, frontier @ 14bc6f9 */

export interface AbsentMethods {
  readonly names: readonly string[];
  readonly why: string;
}

const of = (prefix: string, names: string): string[] => names.split(' ').map((name) => `${prefix}_${name}`);

export const ABSENT_METHODS: readonly AbsentMethods[] = [
  { names: of('system', 'localPeerId addReservedPeer removeReservedPeer unstable_networkState'), why: 'the chain lives in one process and has no peers' },
  { names: of('system', 'addLogFilter resetLogFilter'), why: 'logging is chosen when the node starts' },
  { names: of('author', 'insertKey rotateKeys rotateKeysWithOwner hasSessionKeys hasKey'), why: 'the node keeps no keys: the authors of its blocks are the well-known development accounts' },
  { names: ['state_traceBlock'], why: 'no WASM is run that could be traced; `why_` methods say why a transaction was refused' },
  { names: ['state_getChildReadProof'], why: 'there are no child tries: only contracts have them' },
  { names: ['dev_getBlockStats'], why: 'no witnesses of blocks are made; `dev_` methods are this node\'s own' },
  { names: of('babe', 'epochAuthorship'), why: 'upstream serves it in Babe mode only; blocks here are made by Aura' },
  {
    names: [
      ...of('eth', 'protocolVersion syncing author accounts blockNumber chainId getBlockByHash getBlockByNumber getBlockReceipts getBlockTransactionCountByHash getBlockTransactionCountByNumber'),
      ...of('eth', 'pendingTransactions getUncleCountByBlockHash getUncleCountByBlockNumber getUncleByBlockHashAndIndex getUncleByBlockNumberAndIndex getTransactionByHash getTransactionByBlockHashAndIndex'),
      ...of('eth', 'getTransactionByBlockNumberAndIndex getTransactionReceipt getBalance getStorageAt getTransactionCount getCode call estimateGas gasPrice feeHistory maxPriorityFeePerGas'),
      ...of('eth', 'mining hashrate getWork submitHashrate submitWork sendTransaction sendRawTransaction subscribe newFilter newBlockFilter newPendingTransactionFilter getFilterChanges getFilterLogs uninstallFilter getLogs'),
      ...of('net', 'version peerCount listening'), ...of('web3', 'clientVersion sha3'),
      ...of('debug', 'getRawHeader getRawBlock getRawTransaction getRawReceipts getBadBlocks'),
    ],
    why: 'no EVM is executed, so there is nothing that Ethereum\'s clients could ask for',
  },
];
