import { CannotDecode, tryDecode, type DecodeBounds } from '@taonet/codec';
import { hexToBytes } from '@taonet/primitives';
import { expect, test } from 'vitest';
import { runtimeCall } from './index.ts';

const REMARK = '00000400';
const sudo = (inner: string): string => `0c00${inner}`;
const batch = (inner: string): string => `0b0004${inner}`;

function wrapped(wrap: (inner: string) => string, times: number): string {
  let call = REMARK;
  for (let i = 0; i < times; i++) call = wrap(call);
  return call;
}

const fits = (hex: string, bounds?: DecodeBounds): boolean => !(tryDecode(runtimeCall, hexToBytes(hex), bounds) instanceof CannotDecode);

test.each([['sudo', sudo], ['batch', batch]] as const)('%s nests up to 8 levels in the pool, up to 256 in a block', (_, wrap) => {
  expect(fits(wrapped(wrap, 8), { depthLimit: 8 })).toBe(true);
  expect(fits(wrapped(wrap, 9), { depthLimit: 8 })).toBe(false);
  expect(fits(wrapped(wrap, 256))).toBe(true);
  expect(fits(wrapped(wrap, 257))).toBe(false);
  expect(fits(wrapped(wrap, 10_000))).toBe(false);
});

test('faucet is a call in pow-faucet builds only', () => {
  const faucet = `073c${'00'.repeat(16)}00`;
  expect(fits(faucet)).toBe(true);
  expect(fits(faucet, { build: { fast: true, powFaucet: true } })).toBe(true);
  expect(fits(faucet, { build: { fast: true, powFaucet: false } })).toBe(false);
  expect(fits(batch(faucet), { build: { fast: false, powFaucet: false } })).toBe(false);
});
