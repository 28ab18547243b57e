import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { replayEpoch } from './epoch.ts';

const json: unknown = JSON.parse(gunzipSync(readFileSync(new URL('../../../../fixtures/epoch-vectors.json.gz', import.meta.url))).toString());

test('all 160 epochs of upstream, every field exact', () => {
  const results = replayEpoch(json);
  expect(results.filter((result) => !result.ok)).toEqual([]);
  expect(results).toHaveLength(160 * 11);
});
