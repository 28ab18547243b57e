/** Commands that name the first cause of what is missing. */

import type { ArgumentRow, CommandRow, OptionRow } from '../command.ts';
import { amount, anything, flag, list, number, object, orNull, record, text, whole } from '../schema.ts';
import type { QuestionName } from './ask.ts';

const NETUID: ArgumentRow = { name: 'netuid', about: 'the subnet' };
const NEURON: ArgumentRow = { name: 'neuron', about: 'a uid, or a hotkey: address, development key, name' };
const MAYBE: ArgumentRow = { ...NEURON, about: 'go on with this neuron: a uid or a hotkey', optional: true };
const MECHANISM: OptionRow = { flags: '--mechanism <number>', about: 'which of the subnet\'s mechanisms', default: 0 };

const FINDING = {
  cause: text, says: text, unit: orNull(text), actual: anything, required: anything,
  read: list(object({ item: text, keys: list(anything), storageKey: orNull(text) })),
};
const ANSWER = object({
  question: text, netuid: whole, uid: orNull(whole), hotkey: orNull(text), block: whole, blockHash: text,
  cause: orNull(object({ ...FINDING, fix: text, commands: list(text) })),
  passed: list(object(FINDING)), well: orNull(text), nextEpochBlock: orNull(whole),
});

function row(question: QuestionName, about: string, args: readonly ArgumentRow[], options: readonly OptionRow[], examples: readonly string[]): CommandRow {
  return { path: `why ${question}`, about, args, options, needs: ['chain', 'wallet'], examples, schema: ANSWER, load: () => import('./run.ts').then(({ runWhy }) => runWhy(question)) };
}

export const WHY_ROWS: readonly CommandRow[] = [
  row('no-emission', 'why a subnet, or a neuron of it, gets no emission', [NETUID, MAYBE], [MECHANISM], ['taonet why no-emission 1', 'taonet why no-emission 1 0']),
  row('no-incentive', 'why a miner gets no incentive', [NETUID, NEURON], [MECHANISM], ['taonet why no-incentive 1 0']),
  row('no-dividends', 'why a validator, or stake on root (subnet 0), gets no dividends', [NETUID, NEURON], [MECHANISM], ['taonet why no-dividends 1 0', 'taonet why no-dividends 0 //Alice//validator']),
  row('no-weights', 'why a validator has no weights, or may not set them', [NETUID, NEURON], [MECHANISM, { flags: '--version-key <number>', about: 'of the validator\'s code' }, { flags: '--plain', about: 'the validator calls set_weights, and does not commit' }], ['taonet why no-weights 1 0']),
  row('no-permit', 'why a neuron has no validator permit', [NETUID, NEURON], [], ['taonet why no-permit 1 0']),
  row('no-stake', 'why stake is refused', [NETUID, NEURON], [{ flags: '--amount <tao>', about: 'what is to be staked; one TAO unless given' }], ['taonet why no-stake 1 //Alice//validator --wallet-name //Bob --amount 5']),
  row('no-registration', 'why a hotkey cannot register', [NETUID, NEURON], [{ flags: '--max-cost <tao>', about: 'the most it may cost' }], ['taonet why no-registration 1 //Eve --wallet-name //Eve']),
  row('pruned', 'why a neuron lost its seat, or whether it is the next to', [NETUID, NEURON], [], ['taonet why pruned 1 0']),
  {
    path: 'why price', about: "what moved a subnet's price over the last blocks: emission, root's alpha, trades", args: [NETUID],
    options: [{ flags: '--blocks <count>', about: 'how many blocks to look back', default: 50 }], needs: ['chain'], examples: ['taonet why price 1', 'taonet why price 2 --blocks 200'],
    schema: object({ netuid: whole, fromBlock: whole, toBlock: whole, priceBefore: number, priceAfter: number, rootAlphaIsSold: flag, parts: record(object({ taoRao: amount, alphaRao: amount, movesPrice: number })) }),
    load: () => import('./price/run.ts').then(({ run }) => run),
  },
];
