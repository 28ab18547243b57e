/** Refusals under the rules of May 2025: every error of spec 273 is provoked, as today or in its own way, or listed as unreachable. */

import { subtensorModule } from '@taonet/abi';
import { ERRORS_273 } from '@taonet/testkit';
import { describe, expect, it } from 'vitest';
import { createMay2025Ctx } from '../rules/may2025/createMay2025Ctx.ts';
import { rows } from './may2025/rows.ts';
import { unreachable } from './may2025/unreachable.ts';
import { outcomeOn, provokeEach } from './provoke.ts';
import { rows as rowsOfToday } from './subtensorModule/rows.ts';

const own = new Set(rows.map(({ error }) => error.split('.')[1]!));
/** Rows of today by the error that the same call on the same state ends with under the rules of May 2025. */
const asToday = new Map(
  rowsOfToday.filter(({ error }) => error.startsWith('SubtensorModule.'))
    .map((row) => ({ row, outcome: outcomeOn(createMay2025Ctx, row) }))
    .filter(({ row, outcome }) => outcome.name === row.error)
    .map(({ row, outcome }) => [row.error.split('.')[1]!, { row, outcome }]),
);

describe('refusals of SubtensorModule in May 2025', () => {
  provokeEach(rows);

  it.each([...asToday.keys()])('%s is told as today', (error) => {
    expect(asToday.get(error)!.outcome.facts).not.toEqual([]);
  });

  it('leave no error out', () => {
    const provoked = new Set([...own, ...asToday.keys()]);
    expect({
      both: Object.keys(unreachable).filter((error) => provoked.has(error)),
      neither: ERRORS_273.filter((error) => !provoked.has(error) && !(error in unreachable)),
      unknown: Object.keys(unreachable).filter((error) => !ERRORS_273.includes(error)),
    }).toEqual({ both: [], neither: [], unknown: [] });
  });

  it('have all errors that only May 2025 had', () => {
    expect(subtensorModule.extended.errors.filter((error) => !ERRORS_273.includes(error))).toEqual([]);
  });
});
