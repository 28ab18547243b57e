import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@taonet/primitives';
import type { Signer } from '../../signer.ts';
import type { KeyScheme } from '../../wallet/publicKey.ts';
import { signText, verifyText } from './signatures.ts';

/** Header with an axon's signature over its answer; official dendrites ignore it. source: ours */
export const RECEIPT_HEADER = 'x-taonet-receipt';

/** Proof that a miner gave this answer to this request: whoever has it can show it to others. */
export interface Receipt {
  readonly synapse: string;
  /** The request's nonce. */
  readonly nonce: string;
  readonly caller: string;
  readonly miner: string;
  /** SHA-256, hex, of the answer's raw body; of a stream: of all pieces together. */
  readonly answerHash: string;
  readonly signature: string;
}

export type ReceiptClaim = Omit<Receipt, 'signature'>;

/** Hash that receipts carry. */
export function answerHash(body: Uint8Array): string {
  return bytesToHex(sha256(body));
}

/** Signs an answer as its miner. */
export function signReceipt(key: Signer, claim: ReceiptClaim): Promise<string> {
  return signText(key, receiptText(claim));
}

/** Whether the miner named in a receipt signed it. */
export function verifyReceipt(receipt: Receipt, scheme: KeyScheme = 'sr25519'): boolean {
  return verifyText(receipt.miner, receiptText(receipt), receipt.signature, scheme);
}

function receiptText({ synapse, nonce, caller, miner, answerHash: hash }: ReceiptClaim): string {
  return ['taonet-receipt/1', synapse, nonce, caller, miner, hash].join('\n');
}
