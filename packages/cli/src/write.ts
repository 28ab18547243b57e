/** The way of everything that writes: plan, show, ask, send, tell. */

import type { Alpha, Plan, Receipt, SendOptions, Tao, Transaction, Write } from '@taonet/sdk';
import { OperatingError } from '@taonet/primitives';
import { amountText, parseRao, percentText } from './amounts.ts';
import { confirm } from './ask.ts';
import { timeoutOf, type Chain } from './chain.ts';
import type { Invocation, Outcome } from './command.ts';
import { EXIT } from './exitCodes.ts';
import { UsageError, ValidationError } from './failure.ts';
import { shown } from './names.ts';
import { toJson } from './output.ts';
import { renderTable } from './table.ts';
import { accountAddress } from './wallets.ts';

/** A trade that moves its pool's price so far is warned of. */
export const WARN_IMPACT = 0.05;
/** And one that moves it so far needs a yes. */
export const ASK_IMPACT = 0.15;

export interface WriteOrder {
  /** What it is, as a sentence without its end: `Stakes τ5 on //Bob in subnet 1`. */
  readonly what: string;
  readonly write: Write;
  /** How much worse than the present price it would be, when the plan itself does not tell. */
  readonly priceImpact?: number;
  readonly warnings?: readonly string[];
  /** What came of it, for `result` of the JSON and for people. */
  readonly tell?: (receipt: Receipt) => Told | Promise<Told>;
}

interface Told {
  readonly result?: Readonly<Record<string, unknown>>;
  readonly words?: string;
}

const PERIOD_MIN = 4;

export async function sendOptionsOf(invocation: Invocation): Promise<SendOptions> {
  const { options, output, signal } = invocation;
  const period = Number(options['period']);
  if (!Number.isInteger(period) || period < PERIOD_MIN) throw new UsageError(`--period is a whole number of blocks from ${PERIOD_MIN}, not ${String(options['period'])}.`, '--period 64');
  const tip = options['tip'];
  const { rao } = await import('@taonet/sdk');
  return {
    period, waitFor: options['wait'] === 'finalized' ? 'finalized' : 'inBlock', signal, timeout: timeoutOf(invocation),
    onStatus: (status) => output.doing(`the transaction is ${status === 'inBlock' ? 'in a block' : status}`),
    shield: options['mevProtection'] === true,
    ...(typeof tip === 'string' ? { tip: rao(parseRao(tip, '--tip')) } : {}),
  };
}

export async function runWrite(invocation: Invocation, chain: Chain, order: WriteOrder): Promise<Outcome> {
  const { options, output } = invocation;
  const write = await throughProxy(invocation, order.write);
  const send = await sendOptionsOf(invocation);
  output.doing('looking at what it would do');
  const plan = await write.plan(send);
  const impact = plan.quote?.slippage ?? order.priceImpact;
  const warnings = [...new Set([...plan.warnings, ...order.warnings ?? [], ...impactWarning(plan, impact)])];
  if (options['dryRun'] === true) {
    return { data: planJson(plan, impact, warnings), words: planWords(order.what, plan, impact, warnings, output.columns), status: plan.refusal === undefined ? EXIT.done : EXIT.refused };
  }
  if (plan.refusal !== undefined) throw plan.refusal;
  await ensureWanted(invocation, chain, { what: order.what, plan, impact, warnings });
  const receipt = await withinTime(invocation, (signal) => write.send({ ...send, signal }));
  const told = await order.tell?.(receipt) ?? {};
  return { data: receiptJson(receipt, told.result ?? {}), words: receiptWords(order.what, receipt, told.words) };
}

async function throughProxy(invocation: Invocation, write: Write): Promise<Write> {
  const proxy = invocation.options['proxy'];
  if (typeof proxy !== 'string') return write;
  const inner: Transaction = await write.prepare();
  return inner.asProxyOf(await accountAddress(proxy, invocation));
}

function impactWarning({ quote }: Plan, impact: number | undefined): string[] {
  if (impact === undefined || impact <= WARN_IMPACT) return [];
  return quote === undefined ? [`The trade is large for its pools: ${percentText(impact)} worse than the present prices.`] : [];
}

interface Wanted {
  readonly what: string;
  readonly plan: Plan;
  readonly impact: number | undefined;
  readonly warnings: readonly string[];
}

/** Asks on a terminal. Elsewhere only what is dear needs `--yes`: trades far from the price, and anything on a live chain. */
async function ensureWanted(invocation: Invocation, chain: Chain, { what, plan, impact, warnings }: Wanted): Promise<void> {
  const { output, options } = invocation;
  if (options['yes'] === true) {
    for (const warning of warnings) output.word(`Warning: ${warning}`);
    return;
  }
  const dear = (impact ?? 0) >= ASK_IMPACT;
  if (!output.isTerminal) {
    for (const warning of warnings) output.word(`Warning: ${warning}`);
    if (dear) throw new ValidationError(`The price would be ${percentText(impact!)} worse than now; that needs a yes, and nobody is there to be asked.`, 'Trade less at once, or add --yes.', { priceImpact: impact });
    if (chain.client.view.connection.chain.isLive) throw new ValidationError('This is a live chain; that needs a yes, and nobody is there to be asked.', 'Look with --dry-run, then add --yes.');
    return;
  }
  output.endWork();
  output.word(planWords(what, plan, impact, warnings, output.columns));
  if (!await confirm(invocation, dear ? `The price would be ${percentText(impact!)} worse than now. Send it all the same?` : 'Send it?')) throw new ValidationError('Not sent.');
  output.beginWork('sending');
}

async function withinTime<T>(invocation: Invocation, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const limit = AbortSignal.timeout(timeoutOf(invocation));
  try {
    return await work(AbortSignal.any([invocation.signal, limit]));
  } catch (error) {
    if (!limit.aborted || invocation.signal.aborted) throw error;
    throw new OperatingError('TimedOut', `The transaction was not in a block within ${String(invocation.options['timeout'])} s.`, { hint: 'It may still come. Where blocks are made by request only: taonet advance 1. Else give --timeout more seconds.', cause: error });
  }
}

const sized = (value: Tao | Alpha): Readonly<Record<string, unknown>> => (value.unit === 'Alpha' ? { unit: 'alpha', netuid: value.netuid, rao: value.rao } : { unit: 'TAO', rao: value.rao });

function planJson(plan: Plan, impact: number | undefined, warnings: readonly string[]): unknown {
  const { name, call, callHex, signer, fee, quote, effects, events, refusal } = plan;
  return {
    dryRun: true, call: name, args: toJson(call.value.value ?? {}), callHex, signer, feeRao: fee.rao,
    quote: quote === undefined ? null : { priceRao: quote.price.rao, limitPriceRao: quote.limitPrice?.rao ?? null, out: sized(quote.out), fee: sized(quote.fee), priceImpact: impact ?? quote.slippage },
    effects: effects?.map(({ before, after, ...effect }) => ({ ...effect, beforeRao: before.rao, afterRao: after.rao })) ?? null,
    events: events?.map(({ name: event, fields }) => ({ name: event, fields: toJson(fields ?? null) })) ?? null,
    refusal: refusal === undefined ? null : refusalJson(refusal), warnings,
  };
}

function refusalJson({ code, message, check, actual, required, fix, facts }: NonNullable<Plan['refusal']>): unknown {
  return { code, message, check: check ?? null, actual: actual ?? null, required: required ?? null, fix: fix ?? null, facts };
}

function planWords(what: string, plan: Plan, impact: number | undefined, warnings: readonly string[], width: number): string {
  const { name, signer, fee, quote, effects, refusal } = plan;
  const lines: (readonly [string, string])[] = [['call', `${name}, signed by ${shown(signer)}`], ['fee', `τ${amountText(fee.rao, 9)}`]];
  if (quote !== undefined) {
    lines.push(['price', `τ${amountText(quote.price.rao, 6)} for one alpha${quote.limitPrice === undefined ? '' : `, at worst τ${amountText(quote.limitPrice.rao, 6)}`}`]);
    lines.push(['gives', `${quote.out.toString()}, pool fee ${quote.fee.toString()}`]);
  }
  if (impact !== undefined) lines.push(['price impact', percentText(impact, 3)]);
  const table = effects === undefined ? 'effects       this node cannot tell them (it has no dev_dryRun)' : effects.length === 0 ? '' : renderTable(effects, [
    { head: 'effect', cell: ({ kind }) => kind },
    { head: 'account', cell: ({ account }) => shown(account) },
    { head: 'hotkey', cell: (effect) => (effect.kind === 'stake' ? `${shown(effect.hotkey)} in ${effect.netuid}` : ''), dropFirst: 1 },
    { head: 'before', align: 'right', cell: ({ before }) => amountText(before.rao) },
    { head: 'after', align: 'right', cell: ({ after }) => amountText(after.rao) },
    { head: 'change', align: 'right', cell: ({ before, after }) => `${after.rao >= before.rao ? '+' : ''}${amountText(after.rao - before.rao, 6)}` },
  ], width);
  const told = refusal === undefined ? [] : [
    `Would be refused: ${refusal.code}`,
    ...(refusal.check === undefined ? [] : [`  what did not hold: ${refusal.check}`]),
    ...(refusal.actual === undefined ? [] : [`  there is: ${String(refusal.actual)}`]),
    ...(refusal.required === undefined ? [] : [`  needed is: ${String(refusal.required)}`]),
    ...(refusal.fix === undefined ? [] : [`  what to do: ${refusal.fix}`]),
  ];
  return [`${what}.`, ...lines.map(([head, text]) => `${head.padEnd(13)} ${text}`), ...(table === '' ? [] : [table.trimEnd()]), ...warnings.map((warning) => `Warning: ${warning}`), ...told].join('\n');
}

function receiptJson(receipt: Receipt, result: Readonly<Record<string, unknown>>): unknown {
  const { call, hash, block, index, isFinal, fee, events, envelope } = receipt;
  return {
    dryRun: false, success: true, call, hash, block, extrinsic: index, isFinal, feeRao: fee.rao,
    ...(envelope === undefined ? {} : { envelope: { hash: envelope.hash, block: envelope.block, extrinsic: envelope.index, feeRao: envelope.fee.rao } }),
    events: events.list.map(({ name, data }) => ({ name, data: toJson(data ?? null) })), result: toJson(result),
  };
}

function receiptWords(what: string, { block, index, fee, envelope }: Receipt, words: string | undefined): string {
  const sealed = envelope === undefined ? '' : `, sealed until then for τ${amountText(envelope.fee.rao, 9)} more`;
  return `${what}: done in block ${block.number}, extrinsic ${index}, fee τ${amountText(fee.rao, 9)}${sealed}.${words === undefined ? '' : `\n${words}`}`;
}
