import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createCrypto } from '@taonet/crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { oracleRuntime } from './scenario/oracleRuntime.ts';
import { replayScenario, type ScenarioFile, type ScenarioRuntime } from './scenario.ts';

const folder = new URL('../../../../fixtures/oracle/', import.meta.url);
const scenarios = readdirSync(folder).filter((name) => name.endsWith('.json.gz') && !name.startsWith('math'));

function read(name: string): ScenarioFile {
  return JSON.parse(gunzipSync(readFileSync(new URL(name, folder))).toString()) as ScenarioFile;
}

describe('scenario: upstream\'s results, events and storage, step by step', () => {
  let runtime: ScenarioRuntime;
  beforeAll(async () => {
    runtime = oracleRuntime(await createCrypto());
  });

  it('has scenarios to replay', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(11);
  });

  for (const name of scenarios) {
    it(name, () => {
      const report = replayScenario(read(name), runtime);
      expect(report.mismatches).toEqual([]);
      expect(report.failed).toBe(0);
      expect(report.passed).toBeGreaterThan(50);
      expect(report.unsupported).toEqual({});
    });
  }

  it('notices a wrong figure, a missing event and a wrong result', () => {
    const file = read('emission-1.json.gz');
    const steps = file.steps.map((step) => {
      if (step.i === 0 && step.op === 'block') return { ...step, events: step.events.slice(1) };
      if (step.i === 1 && step.op === 'call') return { ...step, result: { scale: '02', other: 'BadOrigin' } };
      if (step.i === 4 && step.op === 'block') {
        const diff = step.diff.map(([key, value], k): readonly [string, string | null] => (k === 3 && value !== null ? [key, `ff${value.slice(2)}`] : [key, value]));
        return { ...step, diff };
      }
      return step;
    });
    const { mismatches } = replayScenario({ ...file, steps }, runtime, ({ i }) => i <= 4);
    const kinds = (step: number): string[] => mismatches.filter((mismatch) => mismatch.step === step).map(({ kind }) => kind);
    expect(kinds(0)).toContain('event');
    expect(kinds(1)).toEqual(['result']);
    expect(kinds(4)).toEqual(['storage']);
  });
});
