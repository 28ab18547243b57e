/** Commands on proof of work. */

import type { CommandRow, OptionRow } from '../../command.ts';
import { amount, flag, number, object, orNull, text, whole } from '../../schema.ts';
import { NETUID, NETUID_ARG } from '../subnets/rows.ts';

const THREADS: OptionRow = { flags: '--threads <n>', about: 'how many look for work; all cores unless given', spellings: ['--workers', '--num-processes', '--processors'] };

const ESTIMATE = object({
  netuid: whole, block: whole, threads: orNull(whole), hashRate: number, difficulty: amount,
  byWork: object({ hashes: number, secondsMean: number, secondsMedian: number, seconds95: number, watts: number, kWh: number, money: orNull(number), tao: orNull(number), feeRao: amount }),
  byBurn: object({ burnRao: amount, feeRao: amount, totalRao: amount }),
  limits: object({ minDifficulty: amount, maxDifficulty: amount, maxPerBlock: whole, maxPerInterval: whole, thisInterval: whole, intervalBlocks: whole, blocksToAdjustment: whole, freePlaces: whole }),
});

const REGISTERED = object({
  dryRun: flag, registered: flag, netuid: whole, hotkey: text, coldkey: text, uid: orNull(whole), block: orNull(whole), difficulty: amount, hashes: whole, seconds: number, hashRate: number,
  work: orNull(object({ block: whole, nonce: amount, seal: text })), state: text,
});

export const POW_ROWS: readonly CommandRow[] = [
  {
    path: 'pow register', aliases: ['subnets pow-register', 'subnets pow_register'], about: 'earn the hotkey a place on a subnet by proof of work', args: [NETUID_ARG],
    options: [
      NETUID, THREADS,
      { flags: '--max-time <seconds>', about: 'stop after so long; without it Ctrl-C does' },
      { flags: '--state <file>', about: 'where the search is kept when it is stopped; in ~/.taonet/pow unless given' },
      { flags: '--fresh', about: 'forget an earlier search' },
      { flags: '--dry-run', about: 'find work and show it; send nothing' },
    ],
    needs: ['chain', 'wallet'],
    examples: ['taonet pow register 1 --wallet-name //Dave --hotkey //Dave//worker --dry-run', 'taonet pow register --netuid 1 --wallet-name //Dave --hotkey //Dave//worker --threads 2'],
    schema: REGISTERED, load: () => import('./register.ts').then(({ run }) => run),
  },
  {
    path: 'pow estimate', about: 'what a place costs by work and by burn: hash rate of this machine, difficulty, time, power', args: [NETUID_ARG],
    options: [
      NETUID, THREADS,
      { flags: '--seconds <n>', about: 'measure for so long', default: 1 },
      { flags: '--hash-rate <n>', about: 'of another machine, hashes a second; nothing is measured then' },
      { flags: '--watts <n>', about: 'what the machine takes more while it works; 8 a thread unless given' },
      { flags: '--kwh-price <money>', about: 'of a kilowatt hour, in any money' },
      { flags: '--tao-price <money>', about: 'of one TAO, in the same money' },
    ],
    needs: ['chain'],
    examples: ['taonet pow estimate 1', 'taonet pow estimate 1 --hash-rate 25000000 --watts 250 --kwh-price 0.3 --tao-price 400'],
    schema: ESTIMATE, load: () => import('./estimate.ts').then(({ run }) => run),
  },
];
