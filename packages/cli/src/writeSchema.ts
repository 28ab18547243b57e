/** What every command that writes gives back: a plan with `--dry-run`, else a receipt. */

import { amount, anything, flag, list, number, object, oneOf, orNull, record, text, whole } from './schema.ts';

const sized = object({ unit: text, rao: amount }, { netuid: whole });

export const PLAN = object({
  dryRun: { const: true }, call: text, args: anything, callHex: text, signer: text, feeRao: amount,
  quote: orNull(object({ priceRao: amount, limitPriceRao: orNull(amount), out: sized, fee: sized, priceImpact: number })),
  effects: orNull(list(object({ kind: { enum: ['free', 'reserved', 'stake'] }, account: text, beforeRao: amount, afterRao: amount }, { hotkey: text, netuid: whole }))),
  events: orNull(list(object({ name: text, fields: anything }))),
  refusal: orNull(object({ code: text, message: text, check: orNull(text), actual: anything, required: anything, fix: orNull(text), facts: record(anything) })),
  warnings: list(text),
});

export const RECEIPT = object({
  dryRun: { const: false }, success: flag, call: text, hash: text, block: object({ number: whole, hash: text }), extrinsic: whole, isFinal: flag, feeRao: amount,
  events: list(object({ name: text, data: anything })), result: record(anything),
}, { envelope: object({ hash: text, block: object({ number: whole, hash: text }), extrinsic: whole, feeRao: amount }) });

export const PLAN_OR_RECEIPT = oneOf(PLAN, RECEIPT);
