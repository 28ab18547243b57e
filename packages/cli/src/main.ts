/** The program `taonet`. Data on standard output, words on standard error. */

import { Command, CommanderError } from 'commander';
import { registerNodeCommand } from './nodeCommand.ts';
import { EXIT } from './exitCodes.ts';
import { VERSION } from './version.ts';

async function main(): Promise<void> {
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
