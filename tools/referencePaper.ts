/**
 * Writes docs/paper.md from the rows of package paper: what is said, how it stands then and now, how to see it. The figures are not in it:
 * `npm run paper` computes them. With --check it only compares.
 * usage: node tools/run.mjs tools/referencePaper.ts [--check]
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { PAPER_ROWS, type PaperRow, type Verdict } from '@taonet/paper';

const PATH = 'docs/paper.md';
const VERDICTS: readonly Verdict[] = ['holds', 'holds in part', 'misread', 'does not hold', 'not on chain'];
const PARTS: readonly (readonly [title: string, kinds: readonly PaperRow['kind'][]])[] = [
  ['Claims', ['claim']],
  ['Terms', ['term']],
  ['Questions and opinions', ['question', 'quotation']],
];

const cell = (text: string): string => text.replaceAll('|', '\\|');

function rowText({ id, title, says, then, now, command, test }: PaperRow): string[] {
  return [
    `### ${id} ${title}`, '', says, '',
    '| rules of | verdict | |', '| --- | --- | --- |',
    `| May 2025 | ${then.verdict} | ${cell(then.words)} |`,
    `| June 2026 | ${now.verdict} | ${cell(now.words)} |`, '',
    '```sh', ...command.split(' && '), '```', '',
    `Held by \`${test}\`.`, '',
  ];
}

const verdictsOf = (rows: readonly PaperRow[], verdict: Verdict, side: 'then' | 'now'): number => rows.filter((row) => row[side].verdict === verdict).length;

const text = [
  '# The paper, row by row', '',
  'Made from the rows in `packages/paper/src` by `node tools/run.mjs tools/referencePaper.ts`; do not edit.', '',
  'A paper of May 2025, notes of a reading club on Bittensor, made this program\'s client ask for it. This is everything that the paper says, names and asks, in our words, and how it',
  'stands under the rules of that month and of June 2026. `npm run paper` shows every row with its figures, computed then and there; `npm run paper -- C8 Q2` some rows;',
  'with `--json` as data. It ends with 0 only when every figure bears its verdict out.', '',
  '| verdict | May 2025 | June 2026 |', '| --- | --: | --: |',
  ...VERDICTS.map((verdict) => `| ${verdict} | ${verdictsOf(PAPER_ROWS, verdict, 'then')} | ${verdictsOf(PAPER_ROWS, verdict, 'now')} |`), '',
  ...PARTS.flatMap(([title, kinds]) => [`## ${title}`, '', ...PAPER_ROWS.filter(({ kind }) => kinds.includes(kind)).flatMap(rowText)]),
].join('\n');

const same = existsSync(PATH) && readFileSync(PATH, 'utf8') === text;
if (process.argv.includes('--check')) {
  console.log(same ? `${PATH} is up to date` : `${PATH} is out of date: node tools/run.mjs tools/referencePaper.ts`);
  process.exitCode = same ? 0 : 1;
} else if (!same) {
  writeFileSync(PATH, text);
  console.log(`${PATH} written`);
}
