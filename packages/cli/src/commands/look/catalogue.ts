/** `commands`: every command with its arguments, options, examples and the schema of its JSON, for programs that use this one. */

import type { CommandRow, Run } from '../../command.ts';
import { optionsOf } from '../../program.ts';
import { ROWS } from '../rows.ts';

const described = (row: CommandRow): object => ({
  path: row.path, aliases: row.aliases ?? [], about: row.about, args: row.args ?? [], writes: row.needs?.includes('write') === true, examples: row.examples ?? [],
  options: optionsOf(row).map(({ flags, about, default: value, choices, spellings }) => ({ flags, about, default: value ?? null, choices: choices ?? null, spellings: spellings ?? [] })), schema: row.schema ?? null,
});

export const run: Run = async () => {
  const widest = Math.max(...ROWS.map(({ path }) => path.length));
  return { data: { commands: ROWS.map(described) }, words: ROWS.map(({ path, about }) => `${path.padEnd(widest)}  ${about}`).join('\n') };
};
