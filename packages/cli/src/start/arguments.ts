/** What the arguments tell before anything is loaded. */

const WORD = /^[a-z][a-z-]{0,15}$/;
const HELP = new Set(['-h', '--help', '-V', '--version']);

/**
 * Whether nothing but words of help can come out: words, then `--help`; `help` and words; or nothing at all. Where an option
 * stands before `--help`, it may be that option's value.
 */
export function asksForHelp(args: readonly string[]): boolean {
  if (args.length === 0) return true;
  const words = args[0] === 'help' ? args : args.slice(0, -1);
  return words.every((word) => WORD.test(word)) && (args[0] === 'help' || HELP.has(args.at(-1)!));
}

/** The command as the name of what is done, for which code is kept. */
export function workOf([word = '']: readonly string[]): string {
  return WORD.test(word) ? word : 'help';
}
