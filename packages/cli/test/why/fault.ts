/** A fault is planted, asked about and named; where commands fix it, they are run, and the next cause is seen. */

import { expect, test } from 'vitest';
import type { Answer } from '../../src/why/ask.ts';
import type { Network } from './network.ts';

export interface Fault {
  readonly plant?: (network: Network) => Promise<unknown>;
  readonly ask: (network: Network) => Promise<Answer>;
  /** Names of causes: the planted one, and the next ones after each fix; `well` when nothing is left. */
  readonly causes: readonly [string, ...string[]];
  /** What time or somebody else does after the fix, such as a cooldown. */
  readonly then?: (network: Network) => Promise<unknown>;
}

export const WELL = 'well';

export function plantAll(network: () => Network, faults: Readonly<Record<string, Fault>>): void {
  for (const [name, { plant, ask, causes, then }] of Object.entries(faults)) {
    test(`${name}: ${causes.join(', then ')}`, async () => {
      await network().heal();
      await plant?.(network());
      for (let i = 0; i < causes.length; i++) {
        const answer = await ask(network());
        expect({ cause: answer.cause?.cause ?? WELL, actual: answer.cause?.actual, required: answer.cause?.required }).toMatchObject({ cause: causes[i] });
        if (answer.cause !== undefined) expectWhole(answer);
        if (i === causes.length - 1) return;
        expect(answer.cause!.fix.commands).not.toEqual([]);
        await network().follow(answer);
        await then?.(network());
      }
    });
  }
}

/** It says what there is and what is needed, where that was read, and what to do. */
function expectWhole({ cause, passed, block }: Answer): void {
  expect(cause!.actual).toBeDefined();
  expect(cause!.required).toBeDefined();
  expect(cause!.fix.text.length).toBeGreaterThan(5);
  expect(cause!.read.length).toBeGreaterThan(0);
  for (const finding of passed) expect(finding.actual).toBeDefined();
  expect(block.number).toBeGreaterThan(0);
}
