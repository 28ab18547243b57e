import { describe, expect, test } from 'vitest';
import { S } from '../../src/pallets/subtensor/pallet.ts';
import { SYMBOLS } from '../../src/pallets/subtensor/subnets/symbolTable.ts';
import { doUpdateSymbol, getNextAvailableSymbol } from '../../src/pallets/subtensor/subnets/symbols.ts';
import { getNextNetuid, getSubnetAccountId, isSubnetAccountId } from '../../src/pallets/subtensor/subnets/subnetwork.ts';
import { isValidIpAddress } from '../../src/pallets/subtensor/subnets/serving.ts';
import { createTestCtx } from '../createTestCtx.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('subnet accounts', () => {
  test('default: the account of a subnet names it, also for two-byte numbers', () => {
    const ctx = createTestCtx();
    for (const netuid of [1, 255, 256, 4095]) {
      S.NetworksAdded.set(ctx, netuid, true);
      expect(isSubnetAccountId(getSubnetAccountId(ctx, netuid)!)).toBe(netuid);
    }
    // "modlsubtensr" then the number, low byte first.
    expect(getSubnetAccountId(ctx, 256)).toBe(`6d6f646c73756274656e7372${'0001'}${'00'.repeat(18)}`);
  });

  test('behavior: no account for a subnet that does not exist; root always has one', () => {
    const ctx = createTestCtx();
    expect(getSubnetAccountId(ctx, 7)).toBeUndefined();
    expect(isSubnetAccountId(getSubnetAccountId(ctx, 0)!)).toBe(0);
  });

  test('behavior: an account with anything after the number is nobody special', () => {
    expect(isSubnetAccountId(`6d6f646c73756274656e7372${'0100'}${'00'.repeat(17)}01`)).toBeUndefined();
    expect(isSubnetAccountId('11'.repeat(32))).toBeUndefined();
  });

  test('behavior: the lowest free number is given out first, never root\'s', () => {
    const ctx = createTestCtx();
    for (const netuid of [0, 1, 3, 256]) S.NetworksAdded.set(ctx, netuid, true);
    expect(getNextNetuid(ctx)).toBe(2);
  });
});

describe('symbols', () => {
  test('439 different ones, each a single letter', () => {
    expect(SYMBOLS).toHaveLength(439);
    expect(new Set(SYMBOLS).size).toBe(439);
    expect([SYMBOLS[0], SYMBOLS[1], SYMBOLS[18], SYMBOLS[19], SYMBOLS[24], SYMBOLS[25], SYMBOLS[438]]).toEqual(['Τ', 'α', 'σ', 't', 'ω', 'א', 'ධ']);
  });

  test('behavior: own number, else the first free one; beyond the table root\'s own or the first free one', () => {
    const ctx = createTestCtx();
    expect(text(getNextAvailableSymbol(ctx, 3))).toBe('γ');
    S.TokenSymbol.set(ctx, 9, new TextEncoder().encode('γ'));
    expect(text(getNextAvailableSymbol(ctx, 3))).toBe('α');
    expect(text(getNextAvailableSymbol(ctx, 1000))).toBe('Τ');
    S.TokenSymbol.set(ctx, 0, new TextEncoder().encode('Τ'));
    expect(text(getNextAvailableSymbol(ctx, 1000))).toBe('α');
  });

  test('refuses: root\'s symbol, an unknown one, one in use', () => {
    const ctx = createTestCtx();
    const set = (symbol: string) => () => doUpdateSymbol(ctx, 2, new TextEncoder().encode(symbol));
    expect(set('Τ')).toThrow(expect.objectContaining({ name: 'SubtensorModule.SymbolDoesNotExist' }));
    expect(set('Q')).toThrow(expect.objectContaining({ name: 'SubtensorModule.SymbolDoesNotExist' }));
    set('β')();
    expect(set('β')).toThrow(expect.objectContaining({ name: 'SubtensorModule.SymbolAlreadyInUse' }));
  });
});

test.each([
  [4, 0n, true, true, 'zero where allowed'],
  [4, 0n, false, false, 'zero where not'],
  [4, 0x7f000001n, true, false, 'localhost'],
  [4, 0xffffffffn, true, false, 'the highest address'],
  [4, 0xfffffffen, true, true, 'the one below'],
  [6, 1n, true, false, 'localhost'],
  [6, (1n << 128n) - 1n, true, false, 'the highest address'],
  [6, 2n, false, true, 'any other'],
])('address of type %i: %s, zero allowed %s → %s (%s)', (ipType, ip, allowZero, expected) => {
  expect(isValidIpAddress(ipType, ip, allowZero)).toBe(expected);
});
