import { compactU32, encode } from '@taonet/codec';
import { blake2b } from '@noble/hashes/blake2.js';
import type { RunningNode } from '@taonet/node';
import { bytesToHex, concatBytes, hexToBytes } from '@taonet/primitives';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, DEV_ADDRESSES, dev, extensionAccounts, extensions, rao, TaonetError, type TransactionPayload } from '../src/index.ts';
import { startDevNode } from './liveNode.ts';

let node: RunningNode;
beforeAll(async () => { node = await startDevNode(); });
afterAll(() => node.close());

/** Alice's address with Polkadot's prefix, as some extensions hand it out. */
const ALICE_ON_POLKADOT = '15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5';

const little = (hex: string, bytes: number): Uint8Array => hexToBytes(hex).reverse().slice(0, bytes);

/** What an extension signs, put together from the payload by the contract alone. */
function signedBytes(payload: TransactionPayload): Uint8Array {
  const body = concatBytes(
    hexToBytes(payload.method), hexToBytes(payload.era), encode(compactU32, Number(payload.nonce)), encode(compactU32, Number(payload.tip)), Uint8Array.of(payload.mode),
    little(payload.specVersion, 4), little(payload.transactionVersion, 4), hexToBytes(payload.genesisHash), hexToBytes(payload.blockHash), Uint8Array.of(0),
  );
  return body.length > 256 ? blake2b(body, { dkLen: 32 }) : body;
}

/** A page with an extension that keeps Alice's key. */
function page(shown: TransactionPayload[], prefix = '01'): unknown {
  return {
    injectedWeb3: {
      'polkadot-js': {
        version: '1',
        enable: async (origin: string) => {
          if (origin === 'unwanted') throw new Error('no');
          return {
            accounts: { get: async () => [{ address: ALICE_ON_POLKADOT, name: 'mine', type: 'sr25519' }, { address: '0x00', type: 'ethereum' }] },
            signer: {
              signPayload: async (payload: TransactionPayload) => {
                shown.push(payload);
                return { signature: `0x${prefix}${bytesToHex(await dev('alice').sign(signedBytes(payload)))}` };
              },
            },
          };
        },
      },
    },
  };
}

describe('extensions', () => {
  test('an account signs a transaction that the chain takes', async () => {
    const shown: TransactionPayload[] = [];
    const window = page(shown);
    expect(extensions(window)).toEqual(['polkadot-js']);
    const [account, ...others] = await extensionAccounts('polkadot-js', { window, app: 'test' });
    expect(others).toEqual([]);
    expect([account!.address, account!.name, account!.scheme]).toEqual([DEV_ADDRESSES.alice, 'mine', 'sr25519']);
    const c = await connect(node, { wallet: account! });
    const receipt = await c.transfer({ to: 'bob', amount: rao(5n) }).send();
    expect(receipt.find('Balances.Transfer')!.from).toBe(DEV_ADDRESSES.alice);
    expect(shown[0]).toMatchObject({ address: ALICE_ON_POLKADOT, version: 4, genesisHash: c.view.connection.chain.genesisHash, signedExtensions: expect.arrayContaining(['CheckMortality', 'SubtensorTransactionExtension']) as string[] });
    // a long call is hashed before it is signed
    expect((await c.tx.System.remark({ remark: new Uint8Array(400) }).send({ tip: rao(3n) })).call).toBe('System.remark');
    await c.close();
  });

  test('signatures without the scheme in front', async () => {
    const [account] = await extensionAccounts('polkadot-js', { window: page([], '') });
    const c = await connect(node, { wallet: account! });
    expect((await c.tx.System.remark({ remark: 'x' }).send()).call).toBe('System.remark');
    await c.close();
  });

  test('none there, no leave given, no plain bytes', async () => {
    const failure = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error instanceof TaonetError && error.code);
    expect(await failure(extensionAccounts('talisman', { window: page([]) }))).toBe('NoExtension');
    expect(await failure(extensionAccounts('polkadot-js', { window: page([]), app: 'unwanted' }))).toBe('NoExtension');
    const [account] = await extensionAccounts('polkadot-js', { window: page([]) });
    expect(await failure(account!.sign(new Uint8Array(3)))).toBe('NoSigner');
    expect(extensions({})).toEqual([]);
  });
});
