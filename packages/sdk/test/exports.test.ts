import { pallets, apis } from '@taonet/abi';
import { expect, test } from 'vitest';
import * as all from '../src/index.ts';
import type { Apis, Pallets } from '../src/index.ts';

test('the public names of the package', () => {
  expect(Object.keys(all).sort()).toMatchSnapshot();
});

/** The compiler holds each key against the interface; a missing one does not compile. */
const PALLETS: Readonly<Record<keyof Pallets, true>> = {
  System: true, RandomnessCollectiveFlip: true, Timestamp: true, Aura: true, Grandpa: true, Balances: true, TransactionPayment: true, SubtensorModule: true,
  Utility: true, Sudo: true, Multisig: true, Preimage: true, Scheduler: true, Proxy: true, Commitments: true, AdminUtils: true, SafeMode: true, Ethereum: true,
  EVM: true, EVMChainId: true, BaseFee: true, Drand: true, Crowdloan: true, Swap: true, Contracts: true, MevShield: true, AlphaAssets: true, LimitOrders: true,
  Triumvirate: true, TriumvirateMembers: true, SenateMembers: true, Rules: true,
};
const APIS: Readonly<Record<keyof Apis, true>> = {
  Core: true, Metadata: true, BlockBuilder: true, GenesisBuilder: true, TaggedTransactionQueue: true, OffchainWorkerApi: true, AuraApi: true, SessionKeys: true,
  GrandpaApi: true, AccountNonceApi: true, TransactionPaymentApi: true, TransactionPaymentCallApi: true, EthereumRuntimeRPCApi: true,
  ConvertTransactionRuntimeApi: true, ContractsApi: true, DelegateInfoRuntimeApi: true, NeuronInfoRuntimeApi: true, SubnetInfoRuntimeApi: true,
  StakeInfoRuntimeApi: true, SubnetRegistrationRuntimeApi: true, ProxyFilterRuntimeApi: true, BabeApi: true, SwapRuntimeApi: true, ShieldApi: true,
};

test('all pallets and runtime APIs of the declarations have their types', () => {
  expect(Object.keys(PALLETS).sort()).toEqual(pallets.map(({ name }) => name).sort());
  expect(Object.keys(APIS).sort()).toEqual(apis.map(({ name }) => name).sort());
});
