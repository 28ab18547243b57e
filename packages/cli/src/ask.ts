/** Questions to the person in front of a terminal. Elsewhere nobody is asked: the answer has to be in the options. */

import type { Invocation } from './command.ts';
import { ValidationError } from './failure.ts';

type Asked = Pick<Invocation, 'output' | 'options'>;

/** Whether it may go on. Without a terminal: false unless `--yes`. */
export async function confirm({ output, options }: Asked, question: string): Promise<boolean> {
  if (options['yes'] === true) return true;
  if (!output.isTerminal) return false;
  output.endWork();
  const { confirm: ask, isCancel } = await import('@clack/prompts');
  const answer = await ask({ message: question, initialValue: false, output: process.stderr });
  return !isCancel(answer) && answer;
}

export async function askPassword({ output }: Pick<Invocation, 'output'>, message: string): Promise<string> {
  output.endWork();
  const { password, isCancel } = await import('@clack/prompts');
  const answer = await password({ message, output: process.stderr });
  if (isCancel(answer)) throw new ValidationError('No password was given.');
  return answer;
}

/** A text that is wanted and was not given as an option. */
export async function askText({ output }: Pick<Invocation, 'output'>, message: string, flag: string): Promise<string> {
  if (!output.isTerminal) throw new ValidationError(`${message} is missing.`, `Give ${flag}.`);
  output.endWork();
  const { text, isCancel } = await import('@clack/prompts');
  const answer = await text({ message, output: process.stderr });
  if (isCancel(answer)) throw new ValidationError(`${message} was not given.`);
  return answer;
}
