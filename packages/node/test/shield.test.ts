import { shieldApi } from '@taonet/abi';
import { bytes, decode, encode, option, struct } from '@taonet/codec';
import { createHashers, cryptoReady, keyFromUri, type KeyPair } from '@taonet/crypto';
import { sealShielded, shieldKeyPair } from '@taonet/crypto/shield';
import { startNode, type NodeOptions, type RunningNode } from '@taonet/node';
import { bytesToHex, hexToBytes } from '@taonet/primitives';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RpcClient } from './rpcClient.ts';
import { signCall, transfer, type CallOrder } from './signTransfer.ts';

const BOB = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48';
const KEY_HASH_BYTES = 16;
/** Longest life of a submission, blocks. */
const LIFE = 8;

const nodes: RunningNode[] = [];
let alice: KeyPair;
let twox128: (data: Uint8Array) => Uint8Array;
beforeAll(async () => {
  await cryptoReady();
  alice = keyFromUri('//Alice');
  ({ twox128 } = await createHashers());
});
afterEach(async () => { await Promise.all(nodes.splice(0).map((node) => node.close())); });

/** A localnet with keys, at block 4. */
async function start(options: Partial<NodeOptions> = {}): Promise<{ node: RunningNode; rpc: RpcClient }> {
  const node = await startNode({ preset: 'localnet', build: { fast: true, powFaucet: false }, blockTime: 'manual', port: 0, ...options });
  nodes.push(node);
  for (let i = 0; i < 4; i++) await node.chain.produce();
  return { node, rpc: await RpcClient.connect(node.ports[0]!) };
}

const itemKey = (item: string): string => `0x${bytesToHex(twox128(new TextEncoder().encode('MevShield')))}${bytesToHex(twox128(new TextEncoder().encode(item)))}`;

async function keyNamed(rpc: RpcClient, item: 'NextKey' | 'PendingKey' | 'CurrentKey'): Promise<Uint8Array> {
  return decode(bytes, hexToBytes(await rpc.call<string>('state_getStorage', itemKey(item))));
}

const submission = (ciphertext: Uint8Array): CallOrder['call'] => ({ type: 'MevShield', value: { type: 'submit_encrypted', value: { ciphertext } } });

/** Alice's transfer, sealed for the key that stands in `NextKey` now, as clients do it. */
async function sealedTransfer(rpc: RpcClient, { nonce = 0, rao = 5_000_000_000n }: { nonce?: number; rao?: bigint } = {}): Promise<{ inner: string; envelope: Uint8Array; outer: string }> {
  const key = await keyNamed(rpc, 'NextKey');
  const inner = await signCall(rpc, { from: alice, nonce: nonce + 1, period: LIFE, call: transfer(BOB, rao) });
  const envelope = sealShielded(hexToBytes(inner), key, twox128(key));
  return { inner, envelope, outer: await signCall(rpc, { from: alice, nonce, period: LIFE, call: submission(envelope) }) };
}

const bodyOf = (node: RunningNode, number: number): string[] => node.chain.blockAt(number)!.extrinsics.slice(2).map((one) => `0x${bytesToHex(one)}`);
const pending = (rpc: RpcClient): Promise<string[]> => rpc.call<string[]>('author_pendingExtrinsics');

describe('shielded transactions', () => {
  it('keys go from the author to NextKey, PendingKey and CurrentKey, each block another', async () => {
    const { node, rpc } = await start();
    const seen: string[] = [];
    for (let i = 0; i < 5; i++) {
      const next = bytesToHex(await keyNamed(rpc, 'NextKey'));
      const awaited = bytesToHex(await keyNamed(rpc, 'PendingKey'));
      if (seen.length > 0) expect(awaited).toBe(seen.at(-1));
      if (seen.length > 1) expect(bytesToHex(await keyNamed(rpc, 'CurrentKey'))).toBe(seen.at(-2));
      seen.push(next);
      await node.chain.produce();
    }
    expect(new Set(seen).size).toBe(5);
  });

  it('what is inside stands right behind its envelope, in the block whose author announced the key', async () => {
    const { node, rpc } = await start();
    const { inner, outer } = await sealedTransfer(rpc);
    await rpc.call('author_submitExtrinsic', outer);
    await node.chain.produce();
    expect(bodyOf(node, 5)).toEqual([]);
    expect(await pending(rpc)).toEqual([outer]);
    await node.chain.produce();
    expect(bodyOf(node, 6)).toEqual([outer, inner]);
    expect(await pending(rpc)).toEqual([]);
    expect(await rpc.call('system_accountNextIndex', alice.ss58)).toBe(2);
  });

  it('late by up to eight blocks, it is still opened', async () => {
    const { node, rpc } = await start();
    const { inner, outer } = await sealedTransfer(rpc);
    for (let i = 0; i < 6; i++) await node.chain.produce();
    await rpc.call('author_submitExtrinsic', outer);
    await node.chain.produce();
    expect(bodyOf(node, 11)).toEqual([outer, inner]);
  });

  it('in instant mode the client\'s own transaction brings the blocks', async () => {
    const { node, rpc } = await start({ blockTime: 'instant' });
    const { inner, outer } = await sealedTransfer(rpc);
    const id = await rpc.call<string>('author_submitAndWatchExtrinsic', outer);
    expect(await rpc.next(id)).toBe('ready');
    const { inBlock } = await rpc.next<{ inBlock: string }>(id);
    const { block } = await rpc.call<{ block: { extrinsics: string[] } }>('chain_getBlock', inBlock);
    expect(block.extrinsics.slice(2)).toEqual([outer, inner]);
    expect(node.chain.head.number).toBe(6);
  });

  it('envelopes whose parts are cut off are refused with upstream\'s code', async () => {
    const { rpc } = await start();
    const { envelope } = await sealedTransfer(rpc);
    for (const length of [0, 5, KEY_HASH_BYTES + 1, 100, KEY_HASH_BYTES + 2 + 1088 + 23]) {
      const outer = await signCall(rpc, { from: alice, nonce: 0, period: LIFE, call: submission(envelope.slice(0, length)) });
      const { error } = await rpc.ask('author_submitExtrinsic', [outer]);
      expect(error).toMatchObject({ code: 1010, data: 'Custom error: 23' });
    }
  });

  it('a submission without an end, or with a far one, is stale', async () => {
    const { rpc } = await start();
    const { envelope } = await sealedTransfer(rpc);
    for (const life of [{}, { period: 16 }]) {
      const outer = await signCall(rpc, { from: alice, nonce: 0, ...life, call: submission(envelope) });
      expect((await rpc.ask('author_submitExtrinsic', [outer])).error).toMatchObject({ code: 1010, data: 'Transaction is outdated' });
    }
  });

  it('sealed for a key nobody announced it waits for its end, and keeps nobody else waiting', async () => {
    const { node, rpc } = await start();
    const { envelope } = await sealedTransfer(rpc);
    const strange = Uint8Array.from(envelope).fill(0xff, 0, KEY_HASH_BYTES);
    const outer = await signCall(rpc, { from: alice, nonce: 0, period: LIFE, call: submission(strange) });
    await rpc.call('author_submitExtrinsic', outer);
    const other = await signCall(rpc, { from: keyFromUri('//Bob'), nonce: 0, call: transfer(bytesToHex(alice.publicKey), 1_000_000n) });
    await rpc.call('author_submitExtrinsic', other);
    await node.chain.produce();
    expect(bodyOf(node, 5)).toEqual([other]);
    expect(await pending(rpc)).toEqual([outer]);
    for (let i = 0; i < LIFE; i++) await node.chain.produce();
    expect(await pending(rpc)).toEqual([]);
    for (let number = 6; number <= node.chain.head.number; number++) expect(bodyOf(node, number)).toEqual([]);
  });

  it('an envelope with nothing good inside stands alone', async () => {
    const { node, rpc } = await start();
    const key = await keyNamed(rpc, 'NextKey');
    const { envelope } = await sealedTransfer(rpc);
    const tampered = Uint8Array.from(envelope);
    tampered[tampered.length - 1]! ^= 1;
    const now = '280402000b00d1f3a29101';
    const contents = [
      tampered,
      ...[new Uint8Array(0), Uint8Array.from({ length: 64 }, (_, i) => (i * 7 + 13) & 0xff), hexToBytes(now)].map((plain) => sealShielded(plain, key, twox128(key))),
      // a nonce that is not the next one
      sealShielded(hexToBytes(await signCall(rpc, { from: alice, nonce: 40, call: transfer(BOB, 1n) })), key, twox128(key)),
      // a key that is carried in too few bytes, all parts there
      Uint8Array.of(...twox128(key), 4, 0, ...new Uint8Array(4 + 24 + 16)),
    ];
    const outers: string[] = [];
    for (const [nonce, content] of contents.entries()) outers.push(await signCall(rpc, { from: alice, nonce, period: LIFE, call: submission(content) }));
    for (const outer of outers) await rpc.call('author_submitExtrinsic', outer);
    await node.chain.produce();
    await node.chain.produce();
    expect(bodyOf(node, 6)).toEqual(outers);
    expect(await rpc.call('system_accountNextIndex', alice.ss58)).toBe(contents.length);
  });

  it('what follows the extrinsic inside does not matter', async () => {
    const { node, rpc } = await start();
    const key = await keyNamed(rpc, 'NextKey');
    const inner = await signCall(rpc, { from: alice, nonce: 1, call: transfer(BOB, 1_000_000n) });
    const envelope = sealShielded(Uint8Array.of(...hexToBytes(inner), 1, 2, 3), key, twox128(key));
    await rpc.call('author_submitExtrinsic', await signCall(rpc, { from: alice, nonce: 0, period: LIFE, call: submission(envelope) }));
    await node.chain.produce();
    await node.chain.produce();
    expect(bodyOf(node, 6)[1]).toBe(inner);
  });

  it('the same seed announces the same keys', async () => {
    const keys = await Promise.all([7, 7, 8].map(async (seed) => bytesToHex(await keyNamed((await start({ seed })).rpc, 'NextKey'))));
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('ShieldApi reads an envelope, knows whose it is, and opens it with its secret', async () => {
    const { node, rpc } = await start();
    const call = async (method: string, args: Uint8Array): Promise<Uint8Array> => hexToBytes(await rpc.call<string>('state_call', `ShieldApi_${method}`, `0x${bytesToHex(args)}`));
    const pair = shieldKeyPair(new Uint8Array(64).fill(9));
    const inner = await signCall(rpc, { from: alice, nonce: 1, call: transfer(BOB, 1n) });
    const envelope = sealShielded(hexToBytes(inner), pair.publicKey, twox128(pair.publicKey));
    const outer = hexToBytes(await signCall(rpc, { from: alice, nonce: 0, period: LIFE, call: submission(envelope) }));
    const { methods } = shieldApi;
    const open = option(methods.try_unshield_tx.args.shielded_tx);
    // the hash of the block it was signed at is known one block later
    await node.chain.produce();
    const found = decode(open, await call('try_decode_shielded_tx', outer));
    expect(bytesToHex(found!.key_hash)).toBe(bytesToHex(twox128(pair.publicKey)));
    const forged = Uint8Array.from(outer);
    forged[outer.length - 1]! ^= 1;
    for (const other of [forged, hexToBytes(inner)]) expect(await call('try_decode_shielded_tx', other)).toEqual(Uint8Array.of(0));

    const args = struct('', methods.try_unshield_tx.args);
    const opened = await call('try_unshield_tx', encode(args, { dec_key_bytes: pair.secretKey, shielded_tx: found! }));
    expect(`0x${bytesToHex(opened.slice(1))}`).toBe(inner);
    const wrong = shieldKeyPair(new Uint8Array(64)).secretKey;
    for (const key of [wrong, wrong.slice(1)]) expect(await call('try_unshield_tx', encode(args, { dec_key_bytes: key, shielded_tx: found! }))).toEqual(Uint8Array.of(0));

    expect(await call('is_shielded_using_current_key', twox128(await keyNamed(rpc, 'PendingKey')))).toEqual(Uint8Array.of(1));
    expect(await call('is_shielded_using_current_key', twox128(await keyNamed(rpc, 'CurrentKey')))).toEqual(Uint8Array.of(0));
  });
});
