/** All runtime APIs, in upstream's order. */

import type { ApiDecl } from '@taonet/codec';
import { accountNonceApi } from './apis/accountNonce.ts';
import { auraApi } from './apis/aura.ts';
import { babeApi } from './apis/babe.ts';
import { blockBuilderApi } from './apis/blockBuilder.ts';
import { contractsApi } from './apis/contracts.ts';
import { convertTransactionApi } from './apis/convertTransaction.ts';
import { coreApi } from './apis/core.ts';
import { delegateInfoApi } from './apis/delegateInfo.ts';
import { ethereumRuntimeRPCApi } from './apis/ethereumRuntimeRPC.ts';
import { genesisBuilderApi } from './apis/genesisBuilder.ts';
import { grandpaApi } from './apis/grandpa.ts';
import { metadataApi } from './apis/metadata.ts';
import { neuronInfoApi } from './apis/neuronInfo.ts';
import { offchainWorkerApi } from './apis/offchainWorker.ts';
import { proxyFilterApi } from './apis/proxyFilter.ts';
import { sessionKeysApi } from './apis/sessionKeys.ts';
import { shieldApi } from './apis/shield.ts';
import { stakeInfoApi } from './apis/stakeInfo.ts';
import { subnetInfoApi } from './apis/subnetInfo.ts';
import { subnetRegistrationApi } from './apis/subnetRegistration.ts';
import { swapApi } from './apis/swap.ts';
import { taggedTransactionQueueApi } from './apis/taggedTransactionQueue.ts';
import { transactionPaymentApi } from './apis/transactionPayment.ts';
import { transactionPaymentCallApi } from './apis/transactionPaymentCall.ts';

export const apis: readonly ApiDecl[] = [
  coreApi,
  metadataApi,
  blockBuilderApi,
  genesisBuilderApi,
  taggedTransactionQueueApi,
  offchainWorkerApi,
  auraApi,
  sessionKeysApi,
  grandpaApi,
  accountNonceApi,
  transactionPaymentApi,
  transactionPaymentCallApi,
  ethereumRuntimeRPCApi,
  convertTransactionApi,
  contractsApi,
  delegateInfoApi,
  neuronInfoApi,
  subnetInfoApi,
  stakeInfoApi,
  subnetRegistrationApi,
  proxyFilterApi,
  babeApi,
  swapApi,
  shieldApi,
];
