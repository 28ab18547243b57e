/** Ethereum blocks, transactions and receipts. */

import {
  bool, bytes, fixedBytes, h160, h256, option, param, row, spelled, struct, type ValueOf, u256, u32, u64, u8, variant, vec, wrapped,
} from '@taonet/codec';
import { address } from './spelled.ts';

/** `ethereum::transaction::eip2930::AccessListItem` */
export const accessListItem = struct('ethereum::transaction::eip2930::AccessListItem', { address, storage_keys: vec(h256) });
export type AccessListItem = ValueOf<typeof accessListItem>;

export const accessList = spelled(vec(accessListItem), 'AccessList');

/** `ethereum::transaction::eip2930::TransactionSignature` */
export const eip2930TransactionSignature = struct('ethereum::transaction::eip2930::TransactionSignature', {
  odd_y_parity: bool,
  r: h256,
  s: h256,
});
export type Eip2930TransactionSignature = ValueOf<typeof eip2930TransactionSignature>;

/** `ethereum::transaction::legacy::TransactionAction` */
export const transactionAction = variant('ethereum::transaction::legacy::TransactionAction', {
  Call: row(0, [h160]),
  Create: row(1),
});
export type TransactionAction = ValueOf<typeof transactionAction>;

/** `ethereum::transaction::eip1559::EIP1559Transaction` */
export const eip1559Transaction = struct('ethereum::transaction::eip1559::EIP1559Transaction', {
  chain_id: u64,
  nonce: u256,
  max_priority_fee_per_gas: u256,
  max_fee_per_gas: u256,
  gas_limit: u256,
  action: transactionAction,
  value: u256,
  input: spelled(bytes, 'Bytes'),
  access_list: accessList,
  signature: eip2930TransactionSignature,
});
export type Eip1559Transaction = ValueOf<typeof eip1559Transaction>;

/** `ethereum::transaction::eip2930::EIP2930Transaction` */
export const eip2930Transaction = struct('ethereum::transaction::eip2930::EIP2930Transaction', {
  chain_id: u64,
  nonce: u256,
  gas_price: u256,
  gas_limit: u256,
  action: transactionAction,
  value: u256,
  input: spelled(bytes, 'Bytes'),
  access_list: accessList,
  signature: eip2930TransactionSignature,
});
export type Eip2930Transaction = ValueOf<typeof eip2930Transaction>;

/** `ethereum::transaction::eip2930::MalleableTransactionSignature` */
export const malleableTransactionSignature = struct('ethereum::transaction::eip2930::MalleableTransactionSignature', {
  odd_y_parity: bool,
  r: h256,
  s: h256,
});
export type MalleableTransactionSignature = ValueOf<typeof malleableTransactionSignature>;

/** `ethereum::transaction::eip7702::AuthorizationListItem` */
export const authorizationListItem = struct('ethereum::transaction::eip7702::AuthorizationListItem', {
  chain_id: u64,
  address,
  nonce: u256,
  signature: malleableTransactionSignature,
});
export type AuthorizationListItem = ValueOf<typeof authorizationListItem>;

export const authorizationList = spelled(vec(authorizationListItem), 'AuthorizationList');

/** `ethereum::transaction::eip7702::EIP7702Transaction` */
export const eip7702Transaction = struct('ethereum::transaction::eip7702::EIP7702Transaction', {
  chain_id: u64,
  nonce: u256,
  max_priority_fee_per_gas: u256,
  max_fee_per_gas: u256,
  gas_limit: u256,
  destination: transactionAction,
  value: u256,
  data: spelled(bytes, 'Bytes'),
  access_list: accessList,
  authorization_list: authorizationList,
  signature: eip2930TransactionSignature,
});
export type Eip7702Transaction = ValueOf<typeof eip7702Transaction>;

/** `ethereum::transaction::legacy::TransactionRecoveryId` */
export const transactionRecoveryId = wrapped('ethereum::transaction::legacy::TransactionRecoveryId', u64);
export type TransactionRecoveryId = ValueOf<typeof transactionRecoveryId>;

/** `ethereum::transaction::legacy::TransactionSignature` */
export const legacyTransactionSignature = struct('ethereum::transaction::legacy::TransactionSignature', {
  v: transactionRecoveryId,
  r: h256,
  s: h256,
});
export type LegacyTransactionSignature = ValueOf<typeof legacyTransactionSignature>;

/** `ethereum::transaction::legacy::LegacyTransaction` */
export const legacyTransaction = struct('ethereum::transaction::legacy::LegacyTransaction', {
  nonce: u256,
  gas_price: u256,
  gas_limit: u256,
  action: transactionAction,
  value: u256,
  input: spelled(bytes, 'Bytes'),
  signature: legacyTransactionSignature,
});
export type LegacyTransaction = ValueOf<typeof legacyTransaction>;

/** `ethereum::transaction::TransactionV3` */
export const transactionV3 = variant('ethereum::transaction::TransactionV3', {
  Legacy: row(0, [legacyTransaction]),
  EIP2930: row(1, [eip2930Transaction]),
  EIP1559: row(2, [eip1559Transaction]),
  EIP7702: row(3, [eip7702Transaction]),
});
export type TransactionV3 = ValueOf<typeof transactionV3>;

/** `ethbloom::Bloom` */
export const bloom = wrapped('ethbloom::Bloom', spelled(fixedBytes(256), '[u8; BLOOM_SIZE]'));
export type Bloom = ValueOf<typeof bloom>;

/** `ethereum::log::Log` */
export const ethereumLog = struct('ethereum::log::Log', { address: h160, topics: vec(h256), data: spelled(bytes, 'Bytes') });
export type EthereumLog = ValueOf<typeof ethereumLog>;

/** `fp_rpc::TransactionStatus` */
export const transactionStatus = struct('fp_rpc::TransactionStatus', {
  transaction_hash: h256,
  transaction_index: u32,
  from: address,
  to: option(address),
  contract_address: option(address),
  logs: vec(ethereumLog),
  logs_bloom: bloom,
});
export type TransactionStatus = ValueOf<typeof transactionStatus>;

/** `ethereum::receipt::EIP658ReceiptData` */
export const eip658ReceiptData = struct('ethereum::receipt::EIP658ReceiptData', {
  status_code: u8,
  used_gas: u256,
  logs_bloom: bloom,
  logs: vec(ethereumLog),
});
export type Eip658ReceiptData = ValueOf<typeof eip658ReceiptData>;

/** `ethereum::receipt::ReceiptV4` */
export const receiptV4 = variant('ethereum::receipt::ReceiptV4', {
  Legacy: row(0, [eip658ReceiptData]),
  EIP2930: row(1, [spelled(eip658ReceiptData, 'EIP2930ReceiptData')]),
  EIP1559: row(2, [spelled(eip658ReceiptData, 'EIP1559ReceiptData')]),
  EIP7702: row(3, [spelled(eip658ReceiptData, 'EIP7702ReceiptData')]),
});
export type ReceiptV4 = ValueOf<typeof receiptV4>;

/** `ethereum_types::hash::H64` */
export const h64 = wrapped('ethereum_types::hash::H64', fixedBytes(8));
export type H64 = ValueOf<typeof h64>;

/** `ethereum::header::Header` */
export const ethereumHeader = struct('ethereum::header::Header', {
  parent_hash: h256,
  ommers_hash: h256,
  beneficiary: h160,
  state_root: h256,
  transactions_root: h256,
  receipts_root: h256,
  logs_bloom: bloom,
  difficulty: u256,
  number: u256,
  gas_limit: u256,
  gas_used: u256,
  timestamp: u64,
  extra_data: spelled(bytes, 'Bytes'),
  mix_hash: h256,
  nonce: h64,
});
export type EthereumHeader = ValueOf<typeof ethereumHeader>;

/** `ethereum::block::Block` */
export const ethereumBlock = struct('ethereum::block::Block', {
  header: ethereumHeader,
  transactions: vec(spelled(transactionV3, 'T')),
  ommers: vec(ethereumHeader),
}, [param('T', transactionV3)]);
export type EthereumBlock = ValueOf<typeof ethereumBlock>;
