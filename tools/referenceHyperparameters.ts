/**
 * Writes docs/reference/hyperparameters.md from the rows of the hyperparameter table; with --check it only compares.
 * usage: node tools/run.mjs tools/referenceHyperparameters.ts [--check]
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createCrypto } from '@taonet/crypto';
import { BlockCtx, MemoryState, Overlay, signed } from '@taonet/frame';
import { S as Balances } from '../packages/runtime/src/pallets/balances/pallet.ts';
import { hyperparameterReference } from '../packages/runtime/src/pallets/adminUtils/reference.ts';
import { S as Subtensor } from '../packages/runtime/src/pallets/subtensor/pallet.ts';
import { S as System } from '../packages/runtime/src/pallets/system/pallet.ts';
import { createSpec } from '../packages/runtime/src/spec.ts';

const PATH = 'docs/reference/hyperparameters.md';
const FOUNDER = '01'.repeat(32);
const RICH_RAO = 10_000_000_000_000n;

const crypto = await createCrypto();
const createCtx = (fast: boolean): BlockCtx =>
  new BlockCtx(createSpec({ fast, powFaucet: false }, crypto), new Overlay(new MemoryState()), { rootOf: () => '' });

const founded = createCtx(false);
System.Number.set(founded, 1_000);
System.Account.set(founded, FOUNDER, { ...System.Account.get(founded, FOUNDER), providers: 1, data: { ...System.Account.get(founded, FOUNDER).data, free: RICH_RAO } });
Balances.TotalIssuance.set(founded, RICH_RAO);
Subtensor.NetworksAdded.set(founded, 0, true);
Subtensor.SubnetLimit.set(founded, 128);
const registered = founded.dispatchBypassFilter({ type: 'SubtensorModule', value: { type: 'register_network', value: { hotkey: '02'.repeat(32) } } }, signed(FOUNDER));
if (!registered.ok) throw new Error(`register_network: ${registered.refusal.name}`);

const text = hyperparameterReference({ untouched: createCtx(false), fast: createCtx(true), founded, netuid: 1 });
const same = existsSync(PATH) && readFileSync(PATH, 'utf8') === text;
if (process.argv.includes('--check')) {
  console.log(same ? `${PATH} is up to date` : `${PATH} is out of date: node tools/run.mjs tools/referenceHyperparameters.ts`);
  process.exitCode = same ? 0 : 1;
} else if (!same) {
  mkdirSync('docs/reference', { recursive: true });
  writeFileSync(PATH, text);
  console.log(`${PATH} written`);
}
