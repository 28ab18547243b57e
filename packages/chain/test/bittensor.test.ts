import { createCrypto } from '@taonet/crypto';
import { bytesToHex, Refusal, type Crypto } from '@taonet/primitives';
import { beforeAll, describe, expect, it } from 'vitest';
import { BittensorRuntime, Chain, MemoryStore } from '../src/index.ts';
import { localFastGenesis, readGolden } from './goldenFile.ts';

let crypto: Crypto;
beforeAll(async () => { crypto = await createCrypto(); });

interface GoldenBlock {
  readonly number: number;
  readonly hash: string;
  readonly timestamp: number;
  readonly stateRoot: string;
  readonly extrinsics: readonly { readonly hex: string }[];
}

const SHIELD_KEY_BYTES = 1184;
const ACCOUNTS = '26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9';
const BOB = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48';
/** Where `consumers` stands in AccountInfo, behind the nonce. */
const CONSUMERS_AT = 4;

describe('the chain over the Bittensor runtime', () => {
  it('default: makes the 60 empty blocks of upstream\'s runtime, hash by hash', async () => {
    const trace = readGolden<{ readonly genesisHash: string; readonly blocks: readonly GoldenBlock[] }>('trace-a.json.gz');
    let now = 0;
    const chain = new Chain({
      runtime: new BittensorRuntime({ build: { fast: true, powFaucet: false }, crypto, genesis: localFastGenesis }),
      hashers: crypto,
      store: new MemoryStore(),
      seal: { kind: 'manual' },
      timer: { now: () => now, after: () => () => undefined },
      shield: {
        ready: () => undefined,
        publicKey: (number) => new Uint8Array(SHIELD_KEY_BYTES).fill(number % 251),
        holds: () => false,
        open: () => undefined,
      },
    });
    expect(`0x${chain.genesisHash}`).toBe(trace.genesisHash);
    for (const block of trace.blocks) {
      now = block.timestamp;
      await chain.produce();
      expect(chain.head.extrinsics.map((one) => `0x${bytesToHex(one)}`)).toEqual(block.extrinsics.map(({ hex }) => hex));
      expect(`0x${chain.head.hash}`).toBe(block.hash);
    }
    const roots = [10, 30].map((number) => `0x${bytesToHex(chain.stateAt(number).trie().root())}`);
    expect(roots).toEqual([10, 30].map((number) => trace.blocks[number - 1]!.stateRoot));
  });

  it('refuses: a balance below what an account in use must keep; the chain stays as it was and goes on', async () => {
    const runtime = new BittensorRuntime({ build: { fast: true, powFaucet: false }, crypto, genesis: localFastGenesis });
    const chain = new Chain({ runtime, hashers: crypto, store: new MemoryStore(), seal: { kind: 'manual' } });
    const root = (): string => bytesToHex(chain.stateAt(chain.head.number).trie().root());
    await chain.amend((state) => {
      const key = state.keysWithPrefix(ACCOUNTS).find((one) => one.endsWith(BOB))!;
      return [[key, state.get(key)!.map((byte, i) => (i === CONSUMERS_AT ? 1 : byte))]];
    });
    const before = root();
    const refused = chain.amend((state) => runtime.setBalance(state, BOB, 0n));
    await expect(refused).rejects.toBeInstanceOf(Refusal);
    await expect(refused).rejects.toMatchObject({ name: 'ConsumerRemaining' });
    expect(root()).toBe(before);
    await chain.amend((state) => runtime.setBalance(state, BOB, 5_000_000_000n));
    expect(root()).not.toBe(before);
    await chain.produce({ empty: true });
    expect(chain.head.number).toBe(1);
  });

  it('executes a block that is handed in, and traps when it is not what its header says', async () => {
    const runtime = new BittensorRuntime({ build: { fast: true, powFaucet: false }, crypto, genesis: localFastGenesis });
    const chain = new Chain({ runtime, hashers: crypto, store: new MemoryStore(), seal: { kind: 'manual' } });
    await chain.produce({ empty: true });
    const { header, extrinsics } = chain.head;
    const block = Uint8Array.from([...header, extrinsics.length << 2, ...extrinsics.flatMap((one) => [...one])]);
    const call = (bytes: Uint8Array) => runtime.call(chain.stateAt(0), 'Core_execute_block', bytes);
    expect(call(block)).toEqual({ ok: new Uint8Array() });
    expect(call(block)).toEqual({ ok: new Uint8Array() });
    // Behind the parent's hash and the number, which takes one byte, stands the state root.
    expect(call(block.map((byte, at) => (at === 33 ? byte ^ 1 : byte)))).toEqual({ failed: 'Trapped', reason: 'Core_execute_block: BadStateRoot' });
    expect(call(block.subarray(1))).toMatchObject({ failed: 'BadInput' });
  });
});
