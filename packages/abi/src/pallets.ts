/** All pallets of the runtime, in upstream's order. */

import type { PalletDecl } from '@taonet/codec';
import { adminUtils } from './adminUtils/pallet.ts';
import { alphaAssets } from './alphaAssets/pallet.ts';
import { aura } from './aura/pallet.ts';
import { balances } from './balances/pallet.ts';
import { baseFee } from './baseFee/pallet.ts';
import { commitments } from './commitments/pallet.ts';
import { contracts } from './contracts/pallet.ts';
import { crowdloan } from './crowdloan/pallet.ts';
import { drand } from './drand/pallet.ts';
import { ethereum } from './ethereum/pallet.ts';
import { evm } from './evm/pallet.ts';
import { evmChainId } from './evmChainId/pallet.ts';
import { grandpa } from './grandpa/pallet.ts';
import { limitOrders } from './limitOrders/pallet.ts';
import { mevShield } from './mevShield/pallet.ts';
import { multisig } from './multisig/pallet.ts';
import { preimage } from './preimage/pallet.ts';
import { proxy } from './proxy/pallet.ts';
import { randomnessCollectiveFlip } from './randomnessCollectiveFlip/pallet.ts';
import { rules } from './rules/pallet.ts';
import { safeMode } from './safeMode/pallet.ts';
import { scheduler } from './scheduler/pallet.ts';
import { senateMembers } from './senateMembers/pallet.ts';
import { subtensorModule } from './subtensorModule/pallet.ts';
import { sudo } from './sudo/pallet.ts';
import { swap } from './swap/pallet.ts';
import { system } from './system/pallet.ts';
import { timestamp } from './timestamp/pallet.ts';
import { transactionPayment } from './transactionPayment/pallet.ts';
import { triumvirate } from './triumvirate/pallet.ts';
import { triumvirateMembers } from './triumvirateMembers/pallet.ts';
import { utility } from './utility/pallet.ts';

export const pallets: readonly PalletDecl[] = [
  system,
  randomnessCollectiveFlip,
  timestamp,
  aura,
  grandpa,
  balances,
  transactionPayment,
  subtensorModule,
  triumvirate,
  triumvirateMembers,
  senateMembers,
  utility,
  sudo,
  multisig,
  preimage,
  scheduler,
  proxy,
  commitments,
  adminUtils,
  safeMode,
  ethereum,
  evm,
  evmChainId,
  baseFee,
  drand,
  crowdloan,
  swap,
  contracts,
  mevShield,
  alphaAssets,
  limitOrders,
  rules,
];
