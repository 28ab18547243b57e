/** dev_*: controls for developers. Served on loopback only, and never on a network with more than one validator. */

import { parseSealMode, sealModeText, type KeyChange } from '@taonet/chain';
import { Reader, Writer } from '@taonet/codec';
import { hexToBytes } from '@taonet/primitives';
import type { DeveloperPort } from '../../nodeContext.ts';
import { callAt, prefixed } from '../blocks.ts';
import { method, type Call, type MethodGroup } from '../method.ts';
import { account, hash, integer, milliseconds, object, optional, text, u16, u32, u64, type Param } from '../params.ts';
import { invalidParams, unsafeCall } from '../rpcError.ts';
import { dryRunRow } from './dryRun.ts';

const MAX_MINED = 1_000_000;
/** Other work gets a turn after so many mined blocks. */
const MINE_SLICE = 16;

function developerOf({ node }: Call): DeveloperPort {
  if (node.developer === undefined) throw unsafeCall();
  return node.developer;
}

async function mine({ node: { chain } }: Call, count: number): Promise<{ readonly number: number; readonly hash: string }> {
  for (let made = 0; made < count; made++) {
    await chain.produce();
    if (made % MINE_SLICE === MINE_SLICE - 1) await new Promise((next) => setImmediate(next));
  }
  return { number: chain.head.number, hash: prefixed(chain.head.hash) };
}

/** The block in which the subnet's next epoch runs, as the runtime foresees it. */
function nextEpoch({ node }: Call, netuid: number): number {
  const args = new Writer(2);
  args.uintLe(netuid, 2);
  const reader = new Reader(callAt(node, 'SubnetInfoRuntimeApi_get_next_epoch_start_block', args.bytes()));
  if (reader.byte() === 0) throw invalidParams(`subnet ${netuid} has no epoch`);
  return Number(reader.bigLe(8));
}

const hexPair = { says: '[key, value | null] in hex', optional: false, parse: parsePair } satisfies Param<KeyChange>;

function parsePair(given: unknown): KeyChange {
  if (!Array.isArray(given) || given.length !== 2) throw invalidParams('a pair [key, value | null]');
  return [hexOf(given[0], 'key'), given[1] === null ? null : hexToBytes(hexOf(given[1], 'value'))];
}

function hexOf(value: unknown, what: string): string {
  const digits = typeof value === 'string' ? value.replace(/^0x/, '').toLowerCase() : '';
  if (typeof value !== 'string' || !/^([0-9a-f]{2})*$/.test(digits) || (what === 'key' && digits === '')) throw invalidParams(`${what} must be hex`);
  return digits;
}

/** Pairs, or an object of them. */
const storageItems: Param<KeyChange[]> = {
  says: '[[key, value | null], …] or { key: value | null } in hex',
  optional: false,
  parse: (given) => {
    if (Array.isArray(given)) return given.map((one) => hexPair.parse(one));
    if (typeof given === 'object' && given !== null) return Object.entries(given).map((one) => hexPair.parse(one));
    throw invalidParams('storage items');
  },
};

export const devMethods: MethodGroup = {
  title: 'dev',
  rows: [
    dryRunRow,
    method({
      name: 'dev_mine',
      params: { blocks: optional(integer(`a number of blocks up to ${MAX_MINED}`, MAX_MINED)) },
      unsafe: true,
      returns: '{ number, hash } of the head',
      docs: 'Makes n blocks, one when left out. Every hook runs; the chain\'s clock moves at least one slot a block.',
      run: (call, { blocks }) => (developerOf(call), mine(call, blocks ?? 1)),
    }),
    method({
      name: 'dev_mineUntil',
      params: { target: object({ block: optional(u32), epochOf: optional(u16) }) },
      unsafe: true,
      returns: '{ number, hash } of the head',
      docs: 'Makes blocks until a block number is reached, or until the next epoch of a subnet has run.',
      run: (call, { target }) => {
        developerOf(call);
        const { block, epochOf } = target;
        if ((block === undefined) === (epochOf === undefined)) throw invalidParams('either block or epochOf');
        const until = block ?? nextEpoch(call, epochOf!);
        const count = until - call.node.chain.head.number;
        if (count > MAX_MINED) throw invalidParams(`at most ${MAX_MINED} blocks at a time`);
        return mine(call, Math.max(0, count));
      },
    }),
    method({
      name: 'dev_setTime',
      params: { time: milliseconds },
      unsafe: true,
      returns: 'the chain\'s time in milliseconds',
      docs: 'Sets the chain\'s clock, milliseconds since 1970. It runs on from there; no block goes back in time.',
      run: (call, { time }) => {
        developerOf(call);
        call.node.chain.clock.setTime(time);
        return call.node.chain.clock.now();
      },
    }),
    method({
      name: 'dev_increaseTime',
      params: { milliseconds },
      unsafe: true,
      returns: 'the chain\'s time in milliseconds',
      docs: 'Moves the chain\'s clock forward.',
      run: (call, args) => {
        developerOf(call);
        call.node.chain.clock.increaseTime(args.milliseconds);
        return call.node.chain.clock.now();
      },
    }),
    method({
      name: 'dev_snapshot',
      params: {},
      unsafe: true,
      returns: 'the number of the snapshot',
      docs: 'Marks the present: state, head, pool and clock. The oldest go when all hold more than 512 MiB.',
      run: (call) => (developerOf(call), call.node.chain.snapshot()),
    }),
    method({
      name: 'dev_revert',
      params: { id: u32 },
      unsafe: true,
      returns: 'true',
      docs: 'Turns back to a snapshot. It can be used again; later ones are gone.',
      run: async (call, { id }) => {
        developerOf(call);
        if (!(await call.node.chain.revert(id))) throw invalidParams(`there is no snapshot ${id}`);
        return true;
      },
    }),
    method({
      name: 'dev_setStorage',
      params: { items: storageItems, at: optional(hash) },
      unsafe: true,
      returns: 'the hash of the head',
      docs: 'Writes storage at the head, outside of any block: the next block builds on it. null removes a key. `at` can only be the head.',
      run: async (call, { items, at }) => {
        developerOf(call);
        const { chain } = call.node;
        if (at !== undefined && at !== chain.head.hash) throw invalidParams('at: only the best block can be changed');
        await chain.amend(() => items);
        return prefixed(chain.head.hash);
      },
    }),
    method({
      name: 'dev_setBalance',
      params: { account, rao: u64 },
      unsafe: true,
      returns: 'the hash of the head',
      docs: 'Gives an account exactly so much free balance, in rao; total issuance follows.',
      run: async (call, args) => {
        developerOf(call);
        const { chain } = call.node;
        const { runtime } = chain;
        if (runtime.setBalance === undefined) throw invalidParams('this runtime has no balances');
        await chain.amend((state) => runtime.setBalance!(state, args.account, args.rao));
        return prefixed(chain.head.hash);
      },
    }),
    method({
      name: 'dev_setBlockTime',
      params: { value: { says: '"12s" | "250ms" | … | "instant" | "manual", or milliseconds', optional: false, parse: (value) => (typeof value === 'number' ? `${value}ms` : text.parse(value)) } satisfies Param<string> },
      unsafe: true,
      returns: 'the mode as text',
      docs: 'Changes how blocks come, as option --block-time.',
      run: (call, { value }) => {
        developerOf(call);
        const mode = parseSealMode(value);
        if (mode === undefined) throw invalidParams('a time such as 250ms or 12s, or instant, or manual');
        call.node.chain.producer.setMode(mode);
        return sealModeText(mode);
      },
    }),
    method({
      name: 'dev_impersonate',
      params: { account },
      unsafe: true,
      returns: 'true',
      docs: 'Lets transactions of an account pass whatever their signature, until stopped.',
      run: (call, args) => (developerOf(call).impersonate(args.account), true),
    }),
    method({
      name: 'dev_stopImpersonating',
      params: { account: optional(account) },
      unsafe: true,
      returns: 'true',
      docs: 'Ends that for one account, or for all.',
      run: (call, args) => (developerOf(call).stopImpersonating(args.account), true),
    }),
  ],
};
