import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { replayMath, type MathFile } from './math.ts';

const file = new URL('../../../../fixtures/oracle-2025/registrationTerms-1.json.gz', import.meta.url);
const json = JSON.parse(gunzipSync(readFileSync(file)).toString()) as MathFile;

describe('difficulty, burn, lock cost and seals of May 2025, figure by figure', () => {
  for (const [section, cases] of [['adjustment', 160], ['lock_cost', 80], ['pow', 60]] as const) {
    it(section, () => {
      const outcomes = replayMath({ spec: json['spec'], [section]: json[section] });
      expect(outcomes).toHaveLength(cases);
      expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    });
  }
});
