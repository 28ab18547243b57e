/** The program `taonet`. Data on standard output, words on standard error. */

import { Command, CommanderError } from 'commander';
import { ROWS } from './commands/rows.ts';
import { registerNodeCommand } from './nodeCommand.ts';
import { EXIT } from './exitCodes.ts';
import { addCommands, wholeWords } from './program.ts';
import { VERSION } from './version.ts';

/** A reader that has seen enough closes its end of the pipe; the node goes on without it. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

/** With `--json` even what is wrong with the command itself is told as JSON. */
function tellUsage(error: CommanderError, argv: readonly string[]): void {
  process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error.exitCode === 0 || !argv.some((word) => ['--json', '--json-output', '--json-out'].includes(word))) return;
  const message = error.message.replace(/^error: /, '');
  process.stdout.write(`${JSON.stringify({ error: { code: 'Usage', message, check: null, actual: null, required: null, fix: null, facts: {} } }, null, 2)}\n`);
}

async function main(): Promise<void> {
  outliveReaders();
  const argv = wholeWords(process.argv.slice(2));
  const program = new Command('taonet')
    .description('A Bittensor network on your machine: one chain, exact to the rao, for the official clients.')
    .version(VERSION)
    .showSuggestionAfterError()
    .exitOverride();
  registerNodeCommand(program);
  addCommands(program, ROWS, argv);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    tellUsage(error, argv);
  }
}

void main();
