/** Commands on subnets. */

import type { ArgumentRow, CommandRow, OptionRow } from '../../command.ts';
import { amount, anything, flag, list, number, object, oneOf, orNull, text, whole } from '../../schema.ts';
import { PLAN_OR_RECEIPT } from '../../writeSchema.ts';

export const NETUID_ARG: ArgumentRow = { name: 'netuid', about: 'number of the subnet', optional: true };
export const NETUID: OptionRow = { flags: '-n, --netuid <netuid>', about: 'the same as the argument' };
const NETUIDS: OptionRow = { flags: '-n, --netuids <list>', about: 'these subnets, with commas', spellings: ['--netuid'] };

const SUBNET = object({
  netuid: whole, name: text, symbol: text, priceRao: amount, movingPriceRao: amount, owner: text, ownerHotkey: text, tempo: whole, blocksSinceLastStep: whole, registeredAt: whole,
  taoInRao: amount, alphaInRao: amount, alphaOutRao: amount, taoInPerBlockRao: amount, alphaInPerBlockRao: amount, alphaOutPerBlockRao: amount, volumeRao: amount,
});

const NEURON = object({
  uid: whole, hotkey: text, coldkey: text, name: orNull(text), active: flag, validatorPermit: flag, incentive: number, dividends: number, consensus: number, trust: orNull(number),
  emissionAlphaRao: amount, stakeAlphaRao: amount, stakeTaoRao: amount, stakeWeightRao: amount, lastUpdate: whole, registeredAt: whole, axon: orNull(text), immune: flag, claimedHardware: orNull(text),
});

export const METAGRAPH = object({
  netuid: whole, mechanism: whole, name: text, block: whole, tempo: whole, blocksSinceLastStep: whole, owner: text, ownerHotkey: text, priceRao: orNull(amount), movingPriceRao: amount,
  commitReveal: flag, maxNeurons: whole, pruningOrder: list(whole), hardwareMinimum: orNull(text), neurons: list(NEURON),
});

const IDENTITY: readonly OptionRow[] = [
  { flags: '--subnet-name <text>', about: 'name', spellings: ['--subnet_name', '--sn-name'] },
  { flags: '--repo <url>', about: 'repository', spellings: ['--github-repo', '--github_repo'] },
  { flags: '--contact <text>', about: 'whom to write to', spellings: ['--subnet-contact', '--email'] },
  { flags: '--url <url>', about: 'home page', spellings: ['--subnet-url', '--web'] },
  { flags: '--discord <name>', about: 'discord', spellings: ['--discord-handle'] },
  { flags: '--description <text>', about: 'what it is for' },
  { flags: '--logo-url <url>', about: 'picture', spellings: ['--logo', '--logo_url'] },
  { flags: '--additional-info <text>', about: 'anything else; "minimum: …" is shown as the hardware that is needed', spellings: ['--additional', '--additional_info'] },
];

const PARTIES = object({ miners: amount, validators: amount, owner: amount, root: amount });
const EARNINGS = object({
  netuid: whole, epochs: whole, taoInRao: amount, shareMillionths: amount, priceBeforeRao: amount, priceAfterRao: amount, alphaRao: PARTIES, rootTaoRao: amount, exitRao: PARTIES, exitAllRao: amount,
});
const COPY = object({
  dryRun: { const: false }, original: whole, netuid: whole, name: text, block: whole, history: text, parameters: list(text), neurons: list(object({ uid: whole, uidInCopy: whole })), left: list(text),
  weightRows: whole, weightsLost: whole, ownerRow: flag, notCopied: list(text), cost: object({ lockRao: amount, placesRao: amount, feesRao: amount, totalRao: amount }),
  earnings: orNull(object({ from: whole, to: whole, subnets: list(EARNINGS) })),
});
const COPY_PLAN = object({ dryRun: { const: true }, original: whole, name: text, neurons: whole, weightRows: whole, parameters: whole, lockRao: amount, balanceRao: amount });

export const SUBNETS_ROWS: readonly CommandRow[] = [
  { path: 'subnets list', about: 'all subnets with their prices and pools', needs: ['chain'], examples: ['taonet subnets list'], schema: object({ block: whole, subnets: list(SUBNET) }), load: () => import('./list.ts').then(({ runList }) => runList) },
  {
    path: 'subnets show', aliases: ['subnets metagraph'], about: 'a subnet with its neurons', args: [NETUID_ARG],
    options: [NETUID, { flags: '--mechanism <number>', about: 'one of its mechanisms', default: 0, spellings: ['--mechid', '--mech-id', '--mechanism-id'] }, { flags: '--sort <by>', about: 'order', choices: ['uid', 'incentive', 'dividends', 'stake', 'emission'], default: 'uid' }],
    needs: ['chain'], examples: ['taonet subnets show 1', 'taonet subnets show 1 --sort incentive'], schema: METAGRAPH, load: () => import('./show.ts').then(({ run }) => run),
  },
  {
    path: 'subnets create', about: 'create a subnet', options: IDENTITY, needs: ['chain', 'wallet', 'write'], examples: ['taonet subnets create --wallet-name //Alice --subnet-name mine --dry-run'],
    schema: PLAN_OR_RECEIPT, load: () => import('./own.ts').then(({ runCreate }) => runCreate),
  },
  {
    path: 'subnets register', about: 'buy the hotkey a place on a subnet', args: [NETUID_ARG], options: [NETUID, { flags: '--max-cost <tao>', about: 'refuse to pay more; the present price unless given' }, { flags: '--unsafe', about: 'as in the official tool; the price is limited all the same', spellings: ['--safe'] }],
    needs: ['chain', 'wallet', 'write'], examples: ['taonet subnets register 1 --wallet-name //Charlie --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./register.ts').then(({ run }) => run),
  },
  {
    path: 'subnets copy', about: 'make a subnet that works like another one and pays its own way: on a network of your own', args: [NETUID_ARG],
    options: [
      NETUID, { flags: '--subnet-name <text>', about: 'what the copy calls itself; "copy of …" unless given', spellings: ['--subnet_name', '--sn-name'] },
      { flags: '--epochs <number>', about: 'then make blocks until it has had so many epochs, and compare' },
      { flags: '--history <from>', about: "average price: zero, as upstream's rules have it at birth; live, as the developer network does", choices: ['zero', 'live'], default: 'zero' },
    ],
    needs: ['chain', 'wallet', 'write'], examples: ['taonet subnets copy 1 --wallet-name //Alice --dry-run', 'taonet subnets copy 1 --epochs 10 --wallet-name //Alice'],
    schema: oneOf(COPY_PLAN, COPY), load: () => import('./copy.ts').then(({ run }) => run),
  },
  { path: 'subnets burn-cost', aliases: ['subnets lock-cost', 'subnets burn_cost', 'subnets lock_cost'], about: 'what a new subnet costs', needs: ['chain'], examples: ['taonet subnets burn-cost'], schema: object({ costRao: amount }), load: () => import('./own.ts').then(({ runBurnCost }) => runBurnCost) },
  {
    path: 'subnets price', about: 'prices of alpha', args: [{ name: 'netuid', about: 'of these subnets, with commas', optional: true }], options: [NETUIDS, { flags: '--current', about: 'the present prices, as always', spellings: ['--current-only', '--all-netuids', '--all'] }],
    needs: ['chain'], examples: ['taonet subnets price', 'taonet subnets price 1'], schema: object({ prices: list(object({ netuid: whole, name: text, priceRao: amount, movingPriceRao: amount, share: number })) }), load: () => import('./list.ts').then(({ runPrice }) => runPrice),
  },
  { path: 'subnets start', about: "start a subnet's emission", args: [NETUID_ARG], options: [NETUID], needs: ['chain', 'wallet', 'write'], examples: ['taonet subnets start 1 --wallet-name //Alice --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./own.ts').then(({ runStart }) => runStart) },
  {
    path: 'subnets check-start', aliases: ['subnets check_start'], about: 'when a subnet can be started', args: [NETUID_ARG], options: [NETUID], needs: ['chain'], examples: ['taonet subnets check-start 1'],
    schema: object({ netuid: whole, started: flag, firstEmissionBlock: orNull(whole), canStartFrom: whole, block: whole, canStart: flag }), load: () => import('./own.ts').then(({ runCheckStart }) => runCheckStart),
  },
  { path: 'subnets set-identity', about: 'say what a subnet is', args: [NETUID_ARG], options: [NETUID, ...IDENTITY], needs: ['chain', 'wallet', 'write'], examples: ['taonet subnets set-identity 1 --subnet-name one --wallet-name //Alice --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./own.ts').then(({ runSetIdentity }) => runSetIdentity) },
  { path: 'subnets get-identity', about: 'what a subnet says it is', args: [NETUID_ARG], options: [NETUID], needs: ['chain'], examples: ['taonet subnets get-identity 1'], schema: object({ netuid: whole, identity: anything }), load: () => import('./own.ts').then(({ runGetIdentity }) => runGetIdentity) },
  { path: 'subnets set-symbol', about: "change a subnet's symbol", args: [{ name: 'netuid', about: 'number of the subnet' }, { name: 'symbol', about: 'one of the chain\'s symbols that is free' }], needs: ['chain', 'wallet', 'write'], examples: ['taonet subnets set-symbol 1 ب --wallet-name //Alice --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./own.ts').then(({ runSetSymbol }) => runSetSymbol) },
  {
    path: 'subnets claim-hardware', about: "say on the chain what the hotkey's machine is; shown as a claim", args: [NETUID_ARG], options: [NETUID, { flags: '--text <text>', about: 'what it is; this machine unless given' }], needs: ['chain', 'wallet', 'write'],
    examples: ['taonet subnets claim-hardware 1 --wallet-name //Alice --hotkey //Alice//validator --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./claimHardware.ts').then(({ run }) => run),
  },
  { path: 'subnets mechanisms count', about: 'how many mechanisms a subnet has', args: [NETUID_ARG], options: [NETUID], needs: ['chain'], examples: ['taonet subnets mechanisms count 1'], schema: object({ netuid: whole, count: whole, split: anything }), load: () => import('./mechanisms.ts').then(({ runCount }) => runCount) },
  { path: 'subnets mechanisms set', about: 'change how many mechanisms a subnet has', args: [NETUID_ARG], options: [NETUID, { flags: '--count <number>', about: 'how many', spellings: ['--mech-count', '--mechanism-count'] }], needs: ['chain', 'wallet', 'write'], examples: ['taonet subnets mechanisms set 1 --count 2 --wallet-name //Alice --dry-run'], schema: PLAN_OR_RECEIPT, load: () => import('./mechanisms.ts').then(({ runSet }) => runSet) },
];
