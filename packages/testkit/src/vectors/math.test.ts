import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { replayMath, type MathFile } from './math.ts';

const file = new URL('../../../../fixtures/oracle/math-1.json.gz', import.meta.url);
const json = JSON.parse(gunzipSync(readFileSync(file)).toString()) as MathFile;

describe('mathematics of upstream, figure by figure', () => {
  for (const section of Object.keys(json).filter((name) => typeof json[name] === 'object')) {
    it(section, () => {
      const outcomes = replayMath({ [section]: json[section] });
      expect(outcomes.length).toBeGreaterThan(0);
      expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    });
  }
});
