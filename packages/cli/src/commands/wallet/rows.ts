/** Commands on wallets. */

import type { CommandRow, OptionRow } from '../../command.ts';
import { amount, anything, flag, list, number, object, orNull, text, whole } from '../../schema.ts';
import { PLAN_OR_RECEIPT } from '../../writeSchema.ts';

const OVERWRITE: OptionRow = { flags: '--overwrite', about: 'replace a key file that is there', spellings: ['--no-overwrite'] };
const SCHEME: OptionRow = { flags: '--scheme <scheme>', about: 'kind of key', choices: ['sr25519', 'ed25519'], default: 'sr25519' };
const NEW_KEY: readonly OptionRow[] = [
  { flags: '--n-words <count>', about: 'words of the mnemonic: 12, 15, 18, 21 or 24', default: 12, spellings: ['--n_words'] },
  { flags: '--uri <uri>', about: 'a development key instead of a new one: Alice, //Alice//stash' },
  { flags: '--use-password', about: 'encrypt the key file (coldkeys: unless --no-use-password)', spellings: ['--no-use-password'] },
  OVERWRITE, SCHEME,
];
const RESTORE: readonly OptionRow[] = [
  { flags: '--mnemonic <words>', about: 'its words' },
  { flags: '--seed <hex>', about: 'its 32-byte seed' },
  { flags: '--private-key <hex>', about: 'its private key' },
  { flags: '--uri <uri>', about: 'a URI: //Alice, words//hard/soft' },
  { flags: '--json-file <file>', about: 'a polkadot.js export' },
  { flags: '--json-password <password>', about: 'that file\'s password' },
  { flags: '--use-password', about: 'encrypt the key file (coldkeys: unless --no-use-password)', spellings: ['--no-use-password'] },
  OVERWRITE, SCHEME,
];
const PUBLIC: readonly OptionRow[] = [
  { flags: '--ss58 <address>', about: 'its address', spellings: ['--ss58-address', '--ss58_address'] },
  { flags: '--public-key <hex>', about: 'its public key', spellings: ['--public_key', '--public-key-hex'] },
  OVERWRITE, SCHEME,
];
const MADE = object({ success: flag, keys: list(object({ role: text, name: text, address: text, file: text }, { mnemonic: text })) });
const HELD = { freeRao: amount, reservedRao: amount, stakedRao: amount, totalRao: amount };
const NEURON = object({
  netuid: whole, uid: whole, hotkey: text, coldkey: text, active: flag, validatorPermit: flag, incentive: number, dividends: number, consensus: number,
  emissionAlphaRao: amount, stakeAlphaRao: amount, stakeTaoRao: amount, lastUpdate: whole, axon: orNull(text),
});
const ALL: OptionRow = { flags: '-a, --all', about: 'of all wallets in the folder', spellings: ['--all-wallets'] };
const MESSAGE: OptionRow = { flags: '-m, --message <text>', about: 'the text that is signed' };

export const WALLET_ROWS: readonly CommandRow[] = [
  {
    path: 'wallet list', about: 'wallets and their hotkeys', needs: ['wallet'], examples: ['taonet wallet list'],
    schema: object({ path: text, wallets: list(object({ name: text, coldkey: orNull(text), hotkeys: list(object({ name: text, address: orNull(text) })) })) }),
    load: () => import('./list.ts').then(({ run }) => run),
  },
  {
    path: 'wallet create', about: 'a new wallet: coldkey and hotkey', options: NEW_KEY, needs: ['wallet'], schema: MADE,
    examples: ['taonet wallet create --wallet-name mine', 'taonet wallet create --wallet-name alice --uri Alice --no-use-password'],
    load: () => import('./create.ts').then(({ runCreate }) => runCreate),
  },
  { path: 'wallet new-coldkey', aliases: ['wallet new_coldkey'], about: 'a new coldkey', options: NEW_KEY, needs: ['wallet'], schema: MADE, examples: ['taonet wallet new-coldkey --wallet-name mine'], load: () => import('./create.ts').then(({ runNewColdkey }) => runNewColdkey) },
  { path: 'wallet new-hotkey', aliases: ['wallet new_hotkey'], about: 'a new hotkey of a wallet', options: NEW_KEY, needs: ['wallet'], schema: MADE, examples: ['taonet wallet new-hotkey --wallet-name mine --hotkey miner'], load: () => import('./create.ts').then(({ runNewHotkey }) => runNewHotkey) },
  { path: 'wallet regen-coldkey', aliases: ['wallet regen_coldkey'], about: 'a coldkey again, from what restores it', options: RESTORE, needs: ['wallet'], schema: MADE, examples: ['taonet wallet regen-coldkey --wallet-name mine --mnemonic "word word …"'], load: () => import('./regenerate.ts').then(({ runColdkey }) => runColdkey) },
  { path: 'wallet regen-coldkeypub', aliases: ['wallet regen_coldkeypub'], about: "a coldkey's public half again", options: PUBLIC, needs: ['wallet'], schema: MADE, examples: ['taonet wallet regen-coldkeypub --wallet-name watched --ss58 5…'], load: () => import('./regenerate.ts').then(({ runColdkeypub }) => runColdkeypub) },
  { path: 'wallet regen-hotkey', aliases: ['wallet regen_hotkey'], about: 'a hotkey again, from what restores it', options: RESTORE, needs: ['wallet'], schema: MADE, examples: ['taonet wallet regen-hotkey --wallet-name mine --hotkey miner --seed 0x…'], load: () => import('./regenerate.ts').then(({ runHotkey }) => runHotkey) },
  { path: 'wallet regen-hotkeypub', aliases: ['wallet regen_hotkeypub'], about: "a hotkey's public half again", options: PUBLIC, needs: ['wallet'], schema: MADE, examples: ['taonet wallet regen-hotkeypub --wallet-name mine --hotkey miner --ss58 5…'], load: () => import('./regenerate.ts').then(({ runHotkeypub }) => runHotkeypub) },
  {
    path: 'wallet sign', about: 'sign a text with the coldkey, or the hotkey', needs: ['wallet'],
    options: [MESSAGE, { flags: '--use-hotkey', about: 'with the hotkey', spellings: ['--no-use-hotkey'] }],
    examples: ['taonet wallet sign --wallet-name //Alice --message hello'],
    schema: object({ address: text, message: text, signature: text, scheme: text }),
    load: () => import('./sign.ts').then(({ runSign }) => runSign),
  },
  {
    path: 'wallet verify', about: 'whether a signature is right', needs: ['wallet'],
    options: [MESSAGE, { flags: '-s, --signature <hex>', about: 'the signature' }, { flags: '-a, --address <account>', about: 'whose it should be', spellings: ['--ss58', '--public-key'] }, SCHEME],
    examples: ['taonet wallet verify --message hello --signature 0x… --address //Alice'],
    schema: object({ verified: flag, address: text, message: text }),
    load: () => import('./sign.ts').then(({ runVerify }) => runVerify),
  },
  {
    path: 'wallet balance', about: 'what a wallet has: free, and staked', needs: ['chain', 'wallet'],
    args: [{ name: 'account', about: 'an address, a wallet, //Alice; several with commas', optional: true }],
    options: [ALL, { flags: '--ss58 <address>', about: 'the same as the argument', spellings: ['--ss58-address'] }],
    examples: ['taonet wallet balance --wallet-name //Alice', 'taonet wallet balance --all'],
    schema: object({ balances: list(object({ name: text, address: text, ...HELD })), total: object(HELD) }),
    load: () => import('./balance.ts').then(({ run }) => run),
  },
  {
    path: 'wallet overview', about: "a wallet's neurons", needs: ['chain', 'wallet'],
    options: [ALL, { flags: '-n, --netuids <list>', about: 'of these subnets', spellings: ['--netuid'] }],
    examples: ['taonet wallet overview --wallet-name //Alice'],
    schema: object({ wallets: list(object({ wallet: text, coldkey: text, freeRao: amount })), neurons: list(NEURON) }),
    load: () => import('./overview.ts').then(({ runOverview }) => runOverview),
  },
  {
    path: 'wallet inspect', about: "a wallet's balance, stakes and neurons", needs: ['chain', 'wallet'], options: [ALL], examples: ['taonet wallet inspect --wallet-name //Alice'],
    schema: object({ wallets: list(object({ wallet: text, coldkey: text, freeRao: amount, stakes: list(object({ hotkey: text, netuid: whole, stakeAlphaRao: amount, isRegistered: flag })), neurons: list(NEURON) })) }),
    load: () => import('./overview.ts').then(({ runInspect }) => runInspect),
  },
  {
    path: 'wallet transfer', about: 'send TAO to another account', needs: ['chain', 'wallet', 'write'],
    args: [{ name: 'dest', about: 'an address, a wallet, //Bob', optional: true }],
    options: [
      { flags: '-d, --dest <account>', about: 'the same as the argument', spellings: ['--destination', '--to'] },
      { flags: '-a, --amount <tao>', about: 'how much' },
      { flags: '--all', about: 'everything that may go' },
      { flags: '--allow-death', about: 'even when too little is left for the account to live' },
    ],
    examples: ['taonet wallet transfer --dest //Bob --amount 1.5 --wallet-name //Alice --dry-run'],
    schema: PLAN_OR_RECEIPT, load: () => import('./transfer.ts').then(({ run }) => run),
  },
  {
    path: 'wallet set-identity', about: 'say who the coldkey is', needs: ['chain', 'wallet', 'write'],
    options: [
      { flags: '--id-name <text>', about: 'name', spellings: ['--id_name'] }, { flags: '--web-url <url>', about: 'home page', spellings: ['--web_url', '--web'] },
      { flags: '--github <url>', about: 'repository', spellings: ['--github-repo'] }, { flags: '--image-url <url>', about: 'picture', spellings: ['--image', '--image_url'] },
      { flags: '--discord <name>', about: 'discord' }, { flags: '--description <text>', about: 'what it does' }, { flags: '--additional <text>', about: 'anything else', spellings: ['--additional-info'] },
    ],
    examples: ['taonet wallet set-identity --id-name Alice --wallet-name //Alice --dry-run'],
    schema: PLAN_OR_RECEIPT, load: () => import('./identity.ts').then(({ runSet }) => runSet),
  },
  {
    path: 'wallet get-identity', about: 'who a coldkey says it is', needs: ['chain', 'wallet'], args: [{ name: 'account', about: 'whose', optional: true }],
    options: [{ flags: '-k, --key <account>', about: 'the same as the argument', spellings: ['--ss58', '--coldkey'] }],
    examples: ['taonet wallet get-identity //Alice'], schema: object({ address: text, identity: anything }), load: () => import('./identity.ts').then(({ runGet }) => runGet),
  },
  {
    path: 'wallet swap-hotkey', aliases: ['wallet swap_hotkey'], about: 'put a new hotkey in the place of another', needs: ['chain', 'wallet', 'write'],
    args: [{ name: 'newHotkey', about: 'the new hotkey: an address, or the name of one' }],
    options: [{ flags: '-n, --netuid <netuid>', about: 'in this subnet only', spellings: ['--netuids'] }, { flags: '--all-netuids', about: 'in all subnets, as without --netuid' }],
    examples: ['taonet wallet swap-hotkey //Alice//new --wallet-name //Alice --hotkey //Alice//validator --dry-run'],
    schema: PLAN_OR_RECEIPT, load: () => import('./hotkeys.ts').then(({ runSwap }) => runSwap),
  },
  {
    path: 'wallet associate-hotkey', about: "make a hotkey known as the wallet's", needs: ['chain', 'wallet', 'write'], examples: ['taonet wallet associate-hotkey --wallet-name //Alice --dry-run'],
    schema: PLAN_OR_RECEIPT, load: () => import('./hotkeys.ts').then(({ runAssociate }) => runAssociate),
  },
];
