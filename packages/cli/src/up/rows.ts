/** The living network's commands. */

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
      { flags: '--gateway-port <port>', about: "the gateway's port; 0 picks a free one", default: 8080 },
      { flags: '--data <dir>', about: 'keep everything in this folder; without it everything is temporary' },
    ],
    examples: ['taonet up', 'taonet up --miners 0 --subnets store'],
    load: async () => (await import('./up.ts')).run,
  },
  { path: 'role', about: "run by 'up' for its own processes", isHidden: true, load: async () => (await import('./roles.ts')).runRole },
];
