/** Figures as lines for people and as JSON. */

import type { Figure } from './harness.ts';

/** Three significant digits, without exponent. */
function digits(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en-US');
  return value.toPrecision(3);
}

const columns = (name: string, value: string, unit: string, n: string, goal: string, ratio: string, anchor: string): string =>
  `${name.padEnd(58)}${value.padStart(11)} ${unit.padEnd(9)}${n.padStart(8)}${goal.padStart(11)}${ratio.padStart(8)}  ${anchor}`.trimEnd();

export const HEADING = columns('figure', 'value', 'unit', 'n', 'goal', 'ratio', 'others');

/** value / goal; undefined without a goal. */
function ratioOf({ value, goal }: Figure): number | undefined {
  return goal === undefined ? undefined : value / goal;
}

export function figureLine(figure: Figure): string {
  const { name, value, unit, n, goal, anchor } = figure;
  const ratio = ratioOf(figure);
  return columns(name, digits(value), unit, String(n), goal === undefined ? '' : digits(goal), ratio === undefined ? '' : ratio.toFixed(2), anchor ?? '');
}

/** `against` is the goal, `ratio` value / goal; null without one. */
export function figureJson(figure: Figure): string {
  const { name, value, unit, n, goal } = figure;
  return JSON.stringify({ name, value, unit, n, against: goal ?? null, ratio: ratioOf(figure) ?? null });
}
