/** `/v1/rounds/NETUID`: transcripts of validators' rounds, for whoever wants to give their marks again. */

import type { Hono } from 'hono';
import type { RoundRecord } from '../roles/transcript.ts';
import { OpenAiError } from './openAiError.ts';

export interface Transcripts {
  /** The validators of a subnet that show their rounds, with the numbers of those rounds. */
  list(netuid: number): Promise<readonly { readonly validator: string; readonly rounds: readonly number[] }[]>;
  read(netuid: number, validator: string, round: number): Promise<RoundRecord | undefined>;
}

export function addRounds(app: Hono, transcripts: Transcripts): void {
  app.get('/v1/rounds/:netuid', async (context) => context.json({ object: 'list', data: await transcripts.list(Number(context.req.param('netuid'))) }));
  app.get('/v1/rounds/:netuid/:validator/:round', async (context) => {
    const { netuid, validator, round } = context.req.param();
    const record = await transcripts.read(Number(netuid), validator, Number(round));
    if (record === undefined) throw new OpenAiError(404, 'round_not_found', `There is no transcript of round ${round} of ${validator} on subnet ${netuid}.`);
    return context.json(record);
  });
}
