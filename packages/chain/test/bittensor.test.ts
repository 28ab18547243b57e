import { createCrypto } from '@taonet/crypto';
import { bytesToHex, type Crypto } from '@taonet/primitives';
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
});
