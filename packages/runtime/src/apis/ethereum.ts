/** EthereumRuntimeRPCApi and ConvertTransactionRuntimeApi, as far as they read. Execution of Ethereum calls is not here. */

import { convertTransactionApi, ethereumRuntimeRPCApi, runtimeCall, type RuntimeCall } from '@taonet/abi';
import { CannotDecode, encode } from '@taonet/codec';
import type { StateCtx } from '@taonet/frame';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes, type AccountId } from '@taonet/primitives';
import { reducibleBalance } from '../pallets/balances/inspect.ts';
import { getBlockAuthor } from '../pallets/aura/slots.ts';
import { S as BaseFee } from '../pallets/baseFee/pallet.ts';
import { S as Ethereum } from '../pallets/ethereum/pallet.ts';
import { S as Evm } from '../pallets/evm/pallet.ts';
import { S as EvmChainId } from '../pallets/evmChainId/pallet.ts';
import { getAccount } from '../pallets/system/accounts.ts';
import { tryReadCall } from './extrinsicCall.ts';
import { bindTrait, type ApiResult } from './handlers.ts';
import type { ViewCtx } from './viewCtx.ts';

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

/** Hex characters 8 to 48 of an author's key: its address in blocks as Ethereum sees them. */
const ADDRESS_IN_KEY = [8, 48] as const;
const NO_ADDRESS = '00'.repeat(20);

type Transactions = ApiResult<typeof ethereumRuntimeRPCApi, 'extrinsic_filter'>;

/** The Ethereum transactions among the extrinsics; bytes that are no extrinsic fail the whole call. */
function ethereumTransactions(ctx: ViewCtx, extrinsics: readonly Uint8Array[]): Transactions | CannotDecode {
  const found: Transactions = [];
  for (const extrinsic of extrinsics) {
    const read = tryReadCall(ctx, extrinsic);
    if (read instanceof CannotDecode) return read;
    const { type, value } = read.call;
    if (type === 'Ethereum' && value.type === 'transact') found.push((value.value as { readonly transaction: Transactions[number] }).transaction);
  }
  return found;
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
    /** source: runtime/src/lib.rs, FindAuthorTruncated @ 14bc6f9 */
    author: (ctx) => getBlockAuthor(ctx)?.slice(...ADDRESS_IN_KEY) ?? NO_ADDRESS,
    storage_at: (ctx, { address, index }) => Evm.AccountStorages.get(ctx, address, index.toString(16).padStart(64, '0')),
    current_block: currentBlock,
    current_receipts: currentReceipts,
    current_transaction_statuses: currentStatuses,
    current_all: (ctx) => [currentBlock(ctx), currentReceipts(ctx), currentStatuses(ctx)],
    elasticity: (ctx) => BaseFee.Elasticity.get(ctx),
    extrinsic_filter: (ctx, { xts }) => ethereumTransactions(ctx, xts),
    gas_limit_multiplier_support: () => undefined,
  }),
  ...bindTrait(convertTransactionApi, {
    convert_transaction: (_ctx, { transaction }) => {
      const call = { type: 'Ethereum', value: { type: 'transact', value: { transaction } } } as RuntimeCall;
      return concatBytes(Uint8Array.of(BARE_FORMAT), encode(runtimeCall, call));
    },
  }),
};
