/** Commands that look and tell: explain, doctor, completion, the list of commands. */

import type { CommandRow } from '../../command.ts';
import { anything, flag, list, object, orNull, record, text } from '../../schema.ts';

export const LOOK_ROWS: readonly CommandRow[] = [
  {
    path: 'explain', about: 'what an error, a call, a storage item, a hyperparameter, a code or an address is', args: [{ name: 'words', about: 'NotEnoughStake, Custom(6), add_stake, tempo, 5…', many: true }], needs: ['wallet'],
    examples: ['taonet explain NotEnoughStakeToSetWeights', 'taonet explain Custom error: 6', 'taonet explain tempo'],
    schema: object({ found: list(object({ kind: text, name: text, about: text, facts: record(anything) })) }), load: () => import('./explain.ts').then(({ run }) => run),
  },
  {
    path: 'doctor', about: 'look for what commonly goes wrong, with a fix for each', needs: ['chain', 'wallet'], examples: ['taonet doctor'],
    schema: object({ ok: flag, findings: list(object({ name: text, level: { enum: ['ok', 'warning', 'trouble'] }, found: text, fix: orNull(text) })) }), load: () => import('./doctor.ts').then(({ run }) => run),
  },
  { path: 'completion', about: 'completion for bash, zsh or fish', args: [{ name: 'shell', about: 'bash, zsh or fish' }], examples: ['eval "$(taonet completion bash)"'], schema: object({ shell: text, script: text }), load: () => import('./complete.ts').then(({ runCompletion }) => runCompletion) },
  { path: 'complete', about: 'what can follow these words; shells ask it', args: [{ name: 'words', about: 'so far, the last one perhaps not whole', optional: true, many: true }], needs: ['wallet'], examples: ['taonet complete -- wallet b'], schema: object({ candidates: list(text) }), load: () => import('./complete.ts').then(({ runComplete }) => runComplete) },
  { path: 'commands', about: 'every command with its options and the schema of its JSON', examples: ['taonet commands --json'], schema: object({ commands: list(anything) }), load: () => import('./catalogue.ts').then(({ run }) => run) },
];
