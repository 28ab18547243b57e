import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createCrypto } from '@taonet/crypto';
import { expect, it } from 'vitest';
import { replayWeights } from './weights.ts';

it('weight, class and fee of every call are upstream\'s', async () => {
  const file = new URL('../../../../fixtures/runtime/weights.json.gz', import.meta.url);
  const checks = replayWeights(JSON.parse(gunzipSync(readFileSync(file)).toString()), await createCrypto());
  expect(checks.length).toBeGreaterThan(1700);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});
