import { signed } from '@taonet/frame';
import type { Refusal} from '@taonet/primitives';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@taonet/primitives';
import { describe, expect, test } from 'vitest';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { doAssociateEvmKey, hashMessageEip191 } from '../../src/pallets/subtensor/subnets/associateEvmKey.ts';
import { appendNeuron } from '../../src/pallets/subtensor/subnets/uids.ts';
import { account, createTestCtx, type TestCtx } from '../createTestCtx.ts';

const NETUID = 1;
const HOTKEY = account(1);
/** Address of the secret key 1, and its signature (RFC 6979) over the message of `HOTKEY` and block 990. */
const ADDRESS = '7e5f4552091a69125d5dfcb7b8c2659029395bdf';
const SIGNATURE = '9ad021dce9c98181042e915a3beb1492832627fc93d15a972a0cc86529aa49885b3e28add2d2f432489ebefa86126e95a7bc11a9a9074cdabbdda7d389f62b1801';
const CLAIM = { evmKey: ADDRESS, blockNumber: 990n, signature: hexToBytes(SIGNATURE) };

function createSubnet(block = 8_000): TestCtx {
  const ctx = createTestCtx({ block });
  S.NetworksAdded.set(ctx, NETUID, true);
  S.Owner.set(ctx, HOTKEY, account(2));
  appendNeuron(ctx, NETUID, HOTKEY, 1n);
  return ctx;
}

function refusalOf(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as Refusal).name;
  }
}

test('behavior: messages are hashed as wallets do', () => {
  expect(bytesToHex(hashMessageEip191(createTestCtx().crypto, utf8ToBytes('Hello World')))).toBe('a1de988600a42c4b4ab089b619297c17d53cffae5d5120d82d8a92d0bb3b78f2');
});

describe('doAssociateEvmKey', () => {
  test.each([{ form: '1', last: 1 }, { form: '28', last: 28 }])('behavior: stores the address and the block; recovery id $form', ({ last }) => {
    const ctx = createSubnet();
    doAssociateEvmKey(ctx, signed(HOTKEY), NETUID, { ...CLAIM, signature: CLAIM.signature.map((byte, i) => (i === 64 ? last : byte)) });
    expect(S.AssociatedEvmAddress.get(ctx, NETUID, 0)).toEqual([ADDRESS, 8_000n]);
    expect(ctx.events).toHaveLength(1);
  });

  test.each([
    { why: 'another address', claim: { ...CLAIM, evmKey: '00'.repeat(20) }, refusal: 'SubtensorModule.InvalidRecoveredPublicKey' },
    { why: 'another block number', claim: { ...CLAIM, blockNumber: 991n }, refusal: 'SubtensorModule.InvalidRecoveredPublicKey' },
    { why: 'no signature at all', claim: { ...CLAIM, signature: new Uint8Array(65) }, refusal: 'SubtensorModule.InvalidIdentity' },
  ])('refuses: $why', ({ claim, refusal }) => {
    const ctx = createSubnet();
    expect(refusalOf(() => doAssociateEvmKey(ctx, signed(HOTKEY), NETUID, claim))).toBe(refusal);
  });

  test('refuses: strangers, and neurons for a day after the last time (which at first is block 0)', () => {
    expect(refusalOf(() => doAssociateEvmKey(createSubnet(), signed(account(9)), NETUID, CLAIM))).toBe('SubtensorModule.NonAssociatedColdKey');
    expect(refusalOf(() => doAssociateEvmKey(createSubnet(7_199), signed(HOTKEY), NETUID, CLAIM))).toBe('SubtensorModule.EvmKeyAssociateRateLimitExceeded');
  });
});
