/** What is asked of a node before it is killed. Each piece is put into the journal when it is acknowledged. */

import type { KeyPair } from '@taonet/crypto';
import { bytesToHex } from '@taonet/primitives';
import type { Random } from '../fuzz/random.ts';
import { signTransfer } from '../signTransfer.ts';
import { turnedBack, copyOf, type Journal } from './journal.ts';
import type { Victim } from './victim.ts';

/** A node at work. */
export interface Shift {
  readonly victim: Victim;
  readonly random: Random;
  readonly sender: KeyPair;
  /** Replaced as a whole when the chain turns back. */
  journal: Journal;
  /** What the journal is if the request under way was carried out after all; undefined: as it is. */
  inDoubt: Journal | undefined;
  /** Keys of a write under way: all of them or none. */
  together: readonly string[];
  /** Taken in this process. */
  snapshot: { readonly id: number; readonly journal: Journal } | undefined;
}

export type Work = (shift: Shift) => Promise<void>;

const MOST_MINED = 4;
const KEY_PREFIX = `0x${'fe'.repeat(32)}`;
const RECEIVER = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48';
const TRANSFER_RAO = 1_000_000n;

const noteHead = (journal: Journal, number: number): void => { journal.head = Math.max(journal.head, number); };

async function setStorage(shift: Shift): Promise<void> {
  const { random, victim } = shift;
  const items = Array.from({ length: 1 + random.below(4) }, () => [KEY_PREFIX + bytesToHex(random.bytes(8)), `0x${bytesToHex(random.bytes(random.size(3000)))}`] as const);
  shift.together = items.map(([key]) => key);
  await victim.rpc.call('dev_setStorage', items);
  shift.together = [];
  for (const [key, value] of items) shift.journal.storage.set(key, value);
}

async function setBalance({ random, victim, journal }: Shift): Promise<void> {
  const account = bytesToHex(random.bytes(32));
  const rao = 1_000_000_000n + BigInt(random.u32());
  await victim.rpc.call('dev_setBalance', `0x${account}`, String(rao));
  journal.balances.set(account, rao);
}

async function mine({ random, victim, journal }: Shift): Promise<void> {
  const count = 1 + random.below(MOST_MINED);
  const { number, hash } = await victim.rpc.call<{ number: number; hash: string }>('dev_mine', count);
  noteHead(journal, number);
  journal.finalized = number;
  journal.blocks.set(number, hash);
  // the last one may still be changed by a developer
  for (let at = number - count + 1; at < number; at++) journal.untouched.add(at);
}

async function createBlock({ victim, journal }: Shift): Promise<void> {
  const { hash } = await victim.rpc.call<{ hash: string }>('engine_createBlock', true, false);
  const { number } = await victim.rpc.call<{ number: string }>('chain_getHeader', hash);
  noteHead(journal, Number(number));
  journal.blocks.set(Number(number), hash);
}

async function finalize({ victim, journal }: Shift): Promise<void> {
  const { number } = await victim.rpc.call<{ number: string }>('chain_getHeader');
  await victim.rpc.call('engine_finalizeBlock', await victim.rpc.call('chain_getBlockHash', Number(number)));
  journal.finalized = Math.max(journal.finalized, Number(number));
}

/** A transfer, until it is reported in a block. */
async function submit(shift: Shift, makesBlock: boolean): Promise<void> {
  const { victim: { rpc }, sender, journal } = shift;
  const nonce = await rpc.call<number>('system_accountNextIndex', sender.ss58);
  const extrinsic = await signTransfer(rpc, { from: sender, nonce, to: RECEIVER, rao: TRANSFER_RAO });
  const id = await rpc.call<string>('author_submitAndWatchExtrinsic', extrinsic);
  const made = makesBlock ? rpc.ask('engine_createBlock', [false, false]) : undefined;
  for (;;) {
    const status = await rpc.next<string | { readonly inBlock?: string }>(id);
    if (typeof status === 'string' || status.inBlock === undefined) continue;
    journal.included.push({ extrinsic, block: status.inBlock });
    break;
  }
  await made;
}

async function takeSnapshot(shift: Shift): Promise<void> {
  shift.snapshot = { id: await shift.victim.rpc.call<number>('dev_snapshot'), journal: copyOf(shift.journal) };
}

async function turnBack(shift: Shift): Promise<void> {
  if (shift.snapshot === undefined) return takeSnapshot(shift);
  shift.inDoubt = turnedBack(shift.snapshot.journal, shift.journal);
  await shift.victim.rpc.call('dev_revert', shift.snapshot.id);
  shift.journal = shift.inDoubt;
  shift.inDoubt = undefined;
}

/** While blocks come by request only. */
export const MANUAL_WORK: readonly (readonly [number, Work])[] = [
  [4, setStorage], [3, setBalance], [3, mine], [1, createBlock], [2, finalize], [2, (shift) => submit(shift, true)], [1, takeSnapshot], [2, turnBack],
];

/** While blocks come by the clock, so that nobody knows at which one a snapshot was taken. */
export const CLOCK_WORK: readonly (readonly [number, Work])[] = [[3, setStorage], [2, setBalance], [1, finalize], [2, (shift) => submit(shift, false)]];
