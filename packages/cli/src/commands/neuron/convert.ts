/** `utils convert`: TAO and rao. */

import { amountText, parseRao } from '../../amounts.ts';
import type { Run } from '../../command.ts';
import { UsageError } from '../../failure.ts';

export const run: Run = async ({ args, options }) => {
  const given = args['amount'] ?? (options['tao'] === undefined ? options['rao'] === undefined ? undefined : `${String(options['rao'])}rao` : `${String(options['tao'])}tao`);
  if (typeof given !== 'string') throw new UsageError('What should be converted?', 'taonet utils convert 1.5tao, --tao 1.5 or --rao 1500000000');
  const rao = parseRao(given, 'amount');
  return { data: { rao, tao: amountText(rao, 9).replaceAll(',', '') }, words: `${String(rao).replace(/\B(?=(\d{3})+(?!\d))/g, ',')} rao = τ${amountText(rao, 9)}` };
};
