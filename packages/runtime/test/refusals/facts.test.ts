/** Each place that refuses tells what it looked at: read off the source, so that none is forgotten. */

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { customTransactionAdvice } from '@taonet/abi/docs';
import { expect, it } from 'vitest';
import { CUSTOM_ERROR } from '../../src/extensions/customErrors.ts';

const ROOT = fileURLToPath(new URL('../../src', import.meta.url));
/** By name, how many arguments a call with facts has. */
const WITH_FACTS = { refuse: 2, ensure: 3, invalid: 2 } as const;

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    if (one.isDirectory()) return sources(path);
    return one.name.endsWith('.ts') && !one.name.endsWith('.test.ts') ? [path] : [];
  });
}

/** Arguments of the call whose parenthesis opens before `start`. */
function argumentsAt(text: string, start: number): string[] {
  const found: string[] = [];
  let [depth, from, quote] = [1, start, ''];
  for (let i = start; depth > 0 && i < text.length; i++) {
    const sign = text[i]!;
    if (quote !== '') {
      if (sign === '\\') i += 1;
      else if (sign === quote) quote = '';
    } else if ('\'"`'.includes(sign)) quote = sign;
    else if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign)) depth -= 1;
    if (quote === '' && ((sign === ',' && depth === 1) || depth === 0)) {
      found.push(text.slice(from, i).trim());
      from = i + 1;
    }
  }
  return found.filter((one) => one !== '');
}

/** What passes a refusal on, and the steps of hyperparameters, are no places that refuse. */
const passesOn = (args: readonly string[]): boolean => /refusal$/.test(args[0]!) || /^ctx\b/.test(args[0]!);

it('every refuse, ensure and invalid of the runtime gives facts', () => {
  const bare = sources(ROOT).flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    return [...text.matchAll(/\b(refuse|ensure|invalid)\(/g)].flatMap((match) => {
      const args = argumentsAt(text, match.index + match[0].length);
      const enough = args.length >= WITH_FACTS[match[1] as keyof typeof WITH_FACTS];
      return enough || passesOn(args) ? [] : [`${path.slice(ROOT.length)}: ${match[0]}${args.join(', ')})`];
    });
  });
  expect(bare).toEqual([]);
});

it('each custom code of transactions has advice under its name', () => {
  const named = Object.fromEntries(Object.entries(customTransactionAdvice).map(([code, { name }]) => [name, Number(code)]));
  expect(named).toEqual(CUSTOM_ERROR);
});
