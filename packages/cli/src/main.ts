/** The program `taonet`. Data on standard output, words on standard error. */

import { Command, CommanderError } from 'commander';
import { registerNodeCommand } from './nodeCommand.ts';
import { EXIT } from './exitCodes.ts';
import { VERSION } from './version.ts';

/** A reader that has seen enough closes its end of the pipe; the node goes on without it. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

async function main(): Promise<void> {
  outliveReaders();
  const program = new Command('taonet')
    .description('A Bittensor network on your machine: one chain, exact to the rao, for the official clients.')
    .version(VERSION)
    .showSuggestionAfterError()
    .exitOverride();
  registerNodeCommand(program);
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
}

await main();
