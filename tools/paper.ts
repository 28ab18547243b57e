/**
 * `npm run paper [-- C8 Q2] [--json]`: what the paper says, row by row, how it stands under the rules of May 2025 and of June 2026, and the
 * figures that show it, computed now. Ends with 0 only when every row is borne out.
 */

import { createWorlds, PAPER_ROWS, showRow, type PaperRow, type Shown, type Side } from '@taonet/paper';

const WIDTH = Math.min(process.stdout.columns ?? 120, 120);
const json = process.argv.includes('--json');
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--')).map((word) => word.toUpperCase());
const known = new Set(PAPER_ROWS.map(({ id }) => id.toUpperCase()));
const unknown = wanted.filter((id) => !known.has(id));
if (unknown.length > 0) {
  console.error(`no such row: ${unknown.join(' ')}; there are ${[...known].join(' ')}`);
  process.exit(2);
}

/** Lines of at most WIDTH, all but the first indented. */
function wrapped(text: string, first: string, indent: string): string {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    if (line.length + word.length > WIDTH && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join('\n');
}

const sideText = (when: string, { verdict, words }: Side): string => wrapped(words, `  ${when}  ${verdict.toUpperCase()}. `, '           ');

function print(row: PaperRow, shown: Shown | undefined, failure: string | undefined): void {
  console.log(`${row.id}  ${row.title}`);
  console.log(wrapped(row.says, '  the paper: ', '    '));
  console.log(sideText('2025-05', row.then));
  console.log(sideText('2026-06', row.now));
  for (const [name, figure] of Object.entries(shown ?? {})) console.log(wrapped(figure, `    ${name}: `, '      '));
  if (failure !== undefined) console.log(`  NOT BORNE OUT: ${failure}`);
  console.log(wrapped(row.command, '  see it: ', '    '));
  console.log(`  held by: ${row.test}\n`);
}

const worlds = await createWorlds();
const rows = PAPER_ROWS.filter(({ id }) => wanted.length === 0 || wanted.includes(id.toUpperCase()));
const results: object[] = [];
let failed = 0;
for (const row of rows) {
  let shown: Shown | undefined;
  let failure: string | undefined;
  try {
    shown = await showRow(row, worlds);
  } catch (thrown) {
    failure = thrown instanceof Error ? thrown.message : String((thrown as { readonly code?: unknown }).code ?? thrown);
    failed += 1;
  }
  const { show: _, ...data } = row;
  if (json) results.push({ ...data, shown: shown ?? null, failure: failure ?? null });
  else print(row, shown, failure);
}
if (json) console.log(JSON.stringify({ rows: results, shown: rows.length - failed, failed }, null, 2));
else console.log(`${rows.length} rows: ${rows.length - failed} shown, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
