/** The chain's declarations as types. Nothing of package abi is loaded for them. */

import type {
  adminUtils, alphaAssets, aura, balances, baseFee, commitments, contracts, crowdloan, drand, ethereum, evm, evmChainId, grandpa, limitOrders,
  mevShield, multisig, preimage, proxy, randomnessCollectiveFlip, rules, safeMode, scheduler, senateMembers, subtensorModule, sudo, swap, system, timestamp,
  transactionPayment, triumvirate, triumvirateMembers, utility,
  accountNonceApi, auraApi, babeApi, blockBuilderApi, contractsApi, convertTransactionApi, coreApi, delegateInfoApi, ethereumRuntimeRPCApi,
  genesisBuilderApi, grandpaApi, metadataApi, neuronInfoApi, offchainWorkerApi, proxyFilterApi, sessionKeysApi, shieldApi, stakeInfoApi,
  subnetInfoApi, subnetRegistrationApi, swapApi, taggedTransactionQueueApi, transactionPaymentApi, transactionPaymentCallApi,
} from '@taonet/abi';

/** All pallets by name. */
export interface Pallets {
  readonly System: typeof system;
  readonly RandomnessCollectiveFlip: typeof randomnessCollectiveFlip;
  readonly Timestamp: typeof timestamp;
  readonly Aura: typeof aura;
  readonly Grandpa: typeof grandpa;
  readonly Balances: typeof balances;
  readonly TransactionPayment: typeof transactionPayment;
  readonly SubtensorModule: typeof subtensorModule;
  readonly Utility: typeof utility;
  readonly Sudo: typeof sudo;
  readonly Multisig: typeof multisig;
  readonly Preimage: typeof preimage;
  readonly Scheduler: typeof scheduler;
  readonly Proxy: typeof proxy;
  readonly Commitments: typeof commitments;
  readonly AdminUtils: typeof adminUtils;
  readonly SafeMode: typeof safeMode;
  readonly Ethereum: typeof ethereum;
  readonly EVM: typeof evm;
  readonly EVMChainId: typeof evmChainId;
  readonly BaseFee: typeof baseFee;
  readonly Drand: typeof drand;
  readonly Crowdloan: typeof crowdloan;
  readonly Swap: typeof swap;
  readonly Contracts: typeof contracts;
  readonly MevShield: typeof mevShield;
  readonly AlphaAssets: typeof alphaAssets;
  readonly LimitOrders: typeof limitOrders;
  // In extended builds only: client.runtime.palletNames tells.
  readonly Triumvirate: typeof triumvirate;
  readonly TriumvirateMembers: typeof triumvirateMembers;
  readonly SenateMembers: typeof senateMembers;
  readonly Rules: typeof rules;
}
export type PalletName = keyof Pallets;

/** All runtime APIs by name. */
export interface Apis {
  readonly Core: typeof coreApi;
  readonly Metadata: typeof metadataApi;
  readonly BlockBuilder: typeof blockBuilderApi;
  readonly GenesisBuilder: typeof genesisBuilderApi;
  readonly TaggedTransactionQueue: typeof taggedTransactionQueueApi;
  readonly OffchainWorkerApi: typeof offchainWorkerApi;
  readonly AuraApi: typeof auraApi;
  readonly SessionKeys: typeof sessionKeysApi;
  readonly GrandpaApi: typeof grandpaApi;
  readonly AccountNonceApi: typeof accountNonceApi;
  readonly TransactionPaymentApi: typeof transactionPaymentApi;
  readonly TransactionPaymentCallApi: typeof transactionPaymentCallApi;
  readonly EthereumRuntimeRPCApi: typeof ethereumRuntimeRPCApi;
  readonly ConvertTransactionRuntimeApi: typeof convertTransactionApi;
  readonly ContractsApi: typeof contractsApi;
  readonly DelegateInfoRuntimeApi: typeof delegateInfoApi;
  readonly NeuronInfoRuntimeApi: typeof neuronInfoApi;
  readonly SubnetInfoRuntimeApi: typeof subnetInfoApi;
  readonly StakeInfoRuntimeApi: typeof stakeInfoApi;
  readonly SubnetRegistrationRuntimeApi: typeof subnetRegistrationApi;
  readonly ProxyFilterRuntimeApi: typeof proxyFilterApi;
  readonly BabeApi: typeof babeApi;
  readonly SwapRuntimeApi: typeof swapApi;
  readonly ShieldApi: typeof shieldApi;
}
export type ApiName = keyof Apis;
