/** Signed transactions in a block of a chain that lives under the rules of May 2025 from its first block on. */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createCrypto } from '@taonet/crypto';
import { decode, digestItem, encode, extrinsicCodec } from '@taonet/codec';
import { MemoryState, StateTrie, TrieRoots, type BlockStart, type OpenBlock, type RuntimeCall } from '@taonet/frame';
import { hexToBytes } from '@taonet/primitives';
import { expect, test } from 'vitest';
import { buildGenesis, createRuntime, LOCAL_CONFIG, RULES_OF_MAY_2025 } from '../../../../src/index.ts';
import { getFreeBalance } from '../../../../src/pallets/balances/inspect.ts';
import { S as Balances } from '../../../../src/pallets/balances/pallet.ts';
import { S as Subtensor } from '../../../../src/pallets/subtensor/pallet.ts';
import { call, id } from '../../../pallets/createBlockCtx.ts';

const ALICE = 'd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d';
const BOB = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48';
const TAO = 1_000_000_000n;

const crypto = await createCrypto();
const runtime = createRuntime({ fast: true, powFaucet: false, extended: true }, crypto);
/** The pallet counts what the purses hold. */
const genesis = buildGenesis(runtime.spec, { ...LOCAL_CONFIG, rules: RULES_OF_MAY_2025 }, (ctx) => Subtensor.TotalIssuance.set(ctx, Balances.TotalIssuance.get(ctx)));

const file = new URL('../../../../../../fixtures/runtime/trace-a.json.gz', import.meta.url);
const recorded = (JSON.parse(gunzipSync(readFileSync(file)).toString()) as { blocks: { digest: string[]; extrinsics: { hex: string }[] }[] }).blocks[0]!;
const bytesOf = (hex: string): Uint8Array => hexToBytes(hex.replace('0x', ''));
const isVerified = (): boolean => true;

/** Alice's, by its nonce; whoever opens the block takes her word for the signature. */
function signed(nonce: number, tip: bigint, inner: RuntimeCall): Uint8Array {
  const extras: Readonly<Record<string, unknown>> = { CheckMortality: { type: 'Immortal' }, CheckNonce: nonce, ChargeTransactionPayment: tip, CheckMetadataHash: { mode: 'Disabled' } };
  const extra = runtime.spec.extensions.map(({ identifier }) => extras[identifier]);
  return encode(extrinsicCodec(runtime.spec.format), {
    preamble: { kind: 'signed', address: id(ALICE), signature: { type: 'Sr25519', value: new Uint8Array(64) }, extra }, call: inner,
  } as never);
}

function parent(): Pick<BlockStart, 'state' | 'roots' | 'isVerified'> {
  const trie = new StateTrie(crypto);
  trie.load(genesis.state);
  return { state: new MemoryState(genesis.state), roots: new TrieRoots(trie), isVerified };
}

const inherents = recorded.extrinsics.map(({ hex }) => bytesOf(hex));
const open = (): OpenBlock => runtime.openBlock({
  ...parent(), parentHash: genesis.hash, number: 1, digest: recorded.digest.map((item) => decode(digestItem, bytesOf(item))),
});

test('a transfer pays for itself and for nobody else; what is staked is free; the block can be executed again', () => {
  const extrinsics = [
    ...inherents,
    signed(0, 0n, call('Balances', 'transfer_keep_alive', { dest: id(BOB), value: TAO })),
    signed(1, 9n, call('SubtensorModule', 'try_associate_hotkey', { hotkey: BOB })),
    signed(2, 0n, call('SubtensorModule', 'set_tao_weights', { netuid: 1, hotkey: BOB, dests: [], weights: [], version_key: 0n })),
  ];
  const block = open();
  for (const bytes of inherents) expect(block.apply(bytes)).toHaveProperty('result.ok', true);
  const { ctx } = block;
  const before = [getFreeBalance(ctx, ALICE), Balances.TotalIssuance.get(ctx), Subtensor.TotalIssuance.get(ctx)] as const;
  const results = extrinsics.slice(inherents.length).map((bytes) => block.apply(bytes));
  expect(results.map((one) => ('result' in one ? one.result.ok : one.invalidity.error))).toEqual([true, true, true]);
  // By hand: base 54,078, a rao for each byte, 163,159,000 ps → 81,579; try_associate_hotkey 32,560,000 + 3 × 25,000,000 + 3 × 100,000,000 ps → 203,780.
  const [transfer, associate] = extrinsics.slice(inherents.length, -1);
  const fees = 54_078n + BigInt(transfer!.length) + 81_579n + 54_078n + BigInt(associate!.length) + 203_780n + 9n;
  expect([getFreeBalance(ctx, ALICE), Balances.TotalIssuance.get(ctx), Subtensor.TotalIssuance.get(ctx)]).toEqual([before[0] - fees - TAO, before[1] - fees, before[2] - fees]);
  expect(Subtensor.Owner.get(ctx, BOB)).toBe(ALICE);
  const { header, hash } = block.finalize();
  expect(runtime.executeBlock({ ...parent(), header, extrinsics }).hash).toBe(hash);
});

test('what may not stand in a block costs nothing', () => {
  const block = open();
  for (const bytes of inherents) block.apply(bytes);
  Subtensor.ColdkeySwapScheduled.set(block.ctx, ALICE, [9, BOB]);
  const before = getFreeBalance(block.ctx, ALICE);
  expect(block.apply(signed(0, 5n, call('Balances', 'transfer_keep_alive', { dest: id(BOB), value: TAO })))).toMatchObject({ invalidity: { error: { invalid: { custom: 0 } } } });
  expect(getFreeBalance(block.ctx, ALICE)).toBe(before);
  // In a batch the transfer goes through: nobody looks into it.
  expect(block.apply(signed(0, 0n, call('Utility', 'batch', { calls: [call('Balances', 'transfer_keep_alive', { dest: id(BOB), value: TAO })] })))).toHaveProperty('result.ok', true);
});
