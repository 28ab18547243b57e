/** EthereumRuntimeRPCApi and ConvertTransactionRuntimeApi, as far as they read. Execution of Ethereum calls is not here. */

import { convertTransactionApi, ethereumRuntimeRPCApi, runtimeCall, type RuntimeCall } from '@taonet/abi';
import { encode } from '@taonet/codec';
import type { StateCtx } from '@taonet/frame';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes, type AccountId } from '@taonet/primitives';
import { reducibleBalance } from '../pallets/balances/inspect.ts';
import { S as BaseFee } from '../pallets/baseFee/pallet.ts';
import { S as Ethereum } from '../pallets/ethereum/pallet.ts';
import { S as Evm } from '../pallets/evm/pallet.ts';
import { S as EvmChainId } from '../pallets/evmChainId/pallet.ts';
import { getAccount } from '../pallets/system/accounts.ts';
import { bindTrait } from './handlers.ts';

/** Wei of one rao. */
const WEI_PER_RAO = 1_000_000_000n;
const BARE_FORMAT = 5;

/** The account that an Ethereum address controls. source: frontier, pallet-evm, HashedAddressMapping */
function accountOfAddress(ctx: StateCtx, address: string): AccountId {
  return bytesToHex(ctx.crypto.blake2b256(concatBytes(utf8ToBytes('evm:'), hexToBytes(address))));
}

function accountBasic(ctx: StateCtx, address: string): { balance: bigint; nonce: bigint } {
  const account = accountOfAddress(ctx, address);
  return { balance: reducibleBalance(ctx, account, 'Preserve') * WEI_PER_RAO, nonce: BigInt(getAccount(ctx, account).nonce) };
}

const currentBlock = (ctx: StateCtx) => Ethereum.CurrentBlock.get(ctx);
const currentReceipts = (ctx: StateCtx) => Ethereum.CurrentReceipts.get(ctx);
const currentStatuses = (ctx: StateCtx) => Ethereum.CurrentTransactionStatuses.get(ctx);

export const ethereumMethods = {
  ...bindTrait(ethereumRuntimeRPCApi, {
    chain_id: (ctx) => EvmChainId.ChainId.get(ctx),
    account_basic: (ctx, { address }) => accountBasic(ctx, address),
    gas_price: (ctx) => BaseFee.BaseFeePerGas.get(ctx),
    account_code_at: (ctx, { address }) => Evm.AccountCodes.get(ctx, address),
    storage_at: (ctx, { address, index }) => Evm.AccountStorages.get(ctx, address, index.toString(16).padStart(64, '0')),
    current_block: currentBlock,
    current_receipts: currentReceipts,
    current_transaction_statuses: currentStatuses,
    current_all: (ctx) => [currentBlock(ctx), currentReceipts(ctx), currentStatuses(ctx)],
    elasticity: (ctx) => BaseFee.Elasticity.get(ctx),
    gas_limit_multiplier_support: () => undefined,
  }),
  ...bindTrait(convertTransactionApi, {
    convert_transaction: (_ctx, { transaction }) => {
      const call = { type: 'Ethereum', value: { type: 'transact', value: { transaction } } } as RuntimeCall;
      return concatBytes(Uint8Array.of(BARE_FORMAT), encode(runtimeCall, call));
    },
  }),
};
