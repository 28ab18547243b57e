/**
 * Sends a transaction that nobody can read before it is in a block: sealed for the author of a coming block, who opens it there. The envelope is a
 * transaction of its own with its own fee and the nonce before. Loaded when the first one is sent.
 *
 * source: pallets/shield/src/lib.rs @ 14bc6f9; bittensor 10.5.0 core/extrinsics/mev_shield.py
 */

import { sealShielded } from '@taonet/crypto/shield';
import { tryHexToBytes } from '@taonet/primitives';
import type { HeaderJson } from '../client/connection.ts';
import { Reads } from '../client/reads.ts';
import type { View } from '../client/view.ts';
import { sdkError } from '../errors.ts';
import { twox } from '../scale/hashers.ts';
import type { CallValue } from '../scale/runtime.ts';
import type { Signer } from '../signer.ts';
import { Tao } from '../units.ts';
import { submissionError } from './explain.ts';
import { receiptOf } from './inclusion.ts';
import type { Receipt } from './receipt.ts';
import { signCall, unsignedLikeness, type SignedTransaction, type SignOptions } from './sign.ts';
import { enter, inTurn, look, nameOf, type Place, type Submitted, type SubmitOrder } from './submit.ts';

/** Envelopes that could live longer are refused as stale. */
const PERIOD_MAX = 8;
/** The author opens the envelope in the block that it is put in, or in one of the next. */
const BLOCKS_TO_OPEN = 3;
/** Hash of the key, length, carried key, nonce, tag: what an envelope is longer than what it holds. */
const ENVELOPE_BYTES = 16 + 2 + 1088 + 24 + 16;
const SEALED_MAX = 8192;
const ENVELOPE_CALL = 'MevShield.submit_encrypted';

const envelopeCall = (ciphertext: Uint8Array): CallValue => ({ type: 'MevShield', value: { type: 'submit_encrypted', value: { ciphertext } } });

/** The key of the author of the block after the next. refuses: NoShieldKey, NotOnThisChain */
async function readKey(view: View): Promise<Uint8Array> {
  const key = await new Reads(view, undefined).query.MevShield.NextKey();
  if (key === undefined) throw sdkError('NoShieldKey');
  return key;
}

interface Sealed {
  readonly inner: SignedTransaction;
  readonly envelope: SignedTransaction;
}

/** The key is read last, since each block brings another. */
async function sealCall(view: View, signer: Signer, call: CallValue, { tip, nonce, period }: SignOptions): Promise<Sealed> {
  const first = nonce ?? await view.request<number>('system_accountNextIndex', [signer.address]);
  const life = { period: typeof period === 'number' ? Math.min(period, PERIOD_MAX) : PERIOD_MAX, birth: 'best' } as const;
  const inner = await signCall(view, signer, call, { ...life, tip, nonce: first + 1 });
  const bytes = tryHexToBytes(inner.hex)!;
  if (bytes.length + ENVELOPE_BYTES > SEALED_MAX) throw sdkError('ShieldTooSmall', { actual: bytes.length, required: SEALED_MAX - ENVELOPE_BYTES });
  const key = await readKey(view);
  return { inner, envelope: await signCall(view, signer, envelopeCall(sealShielded(bytes, key, twox(key, 2))), { ...life, nonce: first }) };
}

/** As `submit`. Other transactions of the account wait until this one is open, because its nonce is known to nobody else. */
export async function submitShielded(view: View, order: SubmitOrder): Promise<Submitted> {
  let tell: ((taken: Submitted) => void) | undefined;
  const taken = new Promise<Submitted>((resolve) => { tell = resolve; });
  const work = inTurn(view, order.signer.accountId, async () => {
    const sealed = await sealCall(view, order.signer, order.call, order.sign);
    const { place } = await enter(view, order, sealed.envelope).catch(async (error: unknown) => {
      throw await submissionError(view, error, ENVELOPE_CALL, sealed.envelope.hex);
    });
    const receipt = place.then((at) => openedReceipt(view, order, sealed, at));
    receipt.catch(() => undefined);
    tell!({ hash: sealed.inner.hash, nonce: sealed.inner.nonce, receipt });
    await receipt.catch(() => undefined);
    return taken;
  });
  return Promise.race([taken, work]);
}

/** Receipt of what was inside. refuses: what the chain refuses of either, NotOpened */
async function openedReceipt(view: View, { call, waitFor }: SubmitOrder, { inner, envelope }: Sealed, { blockHash, isFinal }: Place): Promise<Receipt> {
  const { number } = await view.request<HeaderJson>('chain_getHeader', [blockHash]);
  const [own, place] = await Promise.all([
    receiptOf(view, { call: ENVELOPE_CALL, signed: envelope, blockHash, isFinal }),
    look(view, { before: Number(number) - 1, blocks: BLOCKS_TO_OPEN + 1, signed: inner, isFinal: waitFor === 'finalized' }),
  ]);
  if (place === undefined) throw sdkError('NotOpened', { hash: inner.hash, envelope: envelope.hash, block: own.block.number });
  return receiptOf(view, { call: nameOf(call), signed: inner, envelope: own, ...place });
}

/** What an envelope around the call costs. */
export async function envelopeFee(view: View, address: string, call: CallValue): Promise<Tao> {
  const inner = (await unsignedLikeness(view, address, call)).length / 2 - 1;
  const likeness = await unsignedLikeness(view, address, envelopeCall(new Uint8Array(inner + ENVELOPE_BYTES)));
  return new Tao(BigInt((await view.request<{ partialFee: string }>('payment_queryInfo', [likeness])).partialFee));
}
