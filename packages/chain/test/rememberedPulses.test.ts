import { createCrypto } from '@taonet/crypto';
import type { Crypto } from '@taonet/primitives';
import { beforeAll, expect, test } from 'vitest';
import { RememberedPulses } from '../src/bittensor/rememberedPulses.ts';

let inner: Crypto;
beforeAll(async () => { inner = await createCrypto(); });

const [KEY, SIGNATURE, SEALED] = [Uint8Array.of(1, 2), Uint8Array.of(3), Uint8Array.of(4)];

/** Counts what reaches the pairing. */
function counted(): { readonly pulses: RememberedPulses; readonly asked: string[] } {
  const asked: string[] = [];
  const pulses = new RememberedPulses({
    ...inner,
    verifyPulse: (_key, round) => { asked.push(`verify ${round}`); return round === 9n ? undefined : false; },
    openTimelock: (sealed) => { asked.push(`open ${sealed.join()}`); return sealed[0] === 4 ? sealed : undefined; },
  });
  return { pulses, asked };
}

test('each answer is computed once, also when it is that there is none', () => {
  const { pulses: { crypto }, asked } = counted();
  for (let i = 0; i < 2; i++) {
    expect([crypto.verifyPulse(KEY, 7n, SIGNATURE), crypto.verifyPulse(KEY, 9n, SIGNATURE)]).toEqual([false, undefined]);
    expect([crypto.openTimelock(SEALED, SIGNATURE), crypto.openTimelock(Uint8Array.of(5), SIGNATURE)]).toEqual([SEALED, undefined]);
  }
  expect(asked).toEqual(['verify 7', 'verify 9', 'open 4', 'open 5']);
});

test('what the signer says of itself is taken over, for that key, round and signature alone', () => {
  const { pulses, asked } = counted();
  pulses.remember(KEY, 7n, SIGNATURE);
  expect(pulses.crypto.verifyPulse(KEY, 7n, SIGNATURE)).toBe(true);
  expect(asked).toEqual([]);
  expect([pulses.crypto.verifyPulse(KEY, 8n, SIGNATURE), pulses.crypto.verifyPulse(KEY, 7n, SEALED), pulses.crypto.verifyPulse(Uint8Array.of(1), 7n, Uint8Array.of(2, 3))]).toEqual([false, false, false]);
});
